import { revertImport, runImport } from '@extension/book/actions/import-run';
import { recordPromise } from '@extension/book/actions/promises';
import type { OpenBook } from '@extension/book/open';
import {
  type ImportNote,
  importNotes,
  importPart,
  importResult,
  previewImport,
} from '@extension/book/reads/imports';
import { describe, expect, it } from 'vitest';
import { done, freshBook, orderOf, promiseOf } from './desk';

// Tries F-13 of test/faults.md.

const stay = new AbortController().signal;

async function run(book: OpenBook, orders: readonly ReturnType<typeof orderOf>[], more: object = {}) {
  const preview = await previewImport(book, orders);
  const wish = { preview, taking: 'both', buyers: true, files: ['a.csv'], refused: 0, signal: stay } as const;
  const note = await runImport(book, { ...wish, onPart: () => undefined, ...more });
  if ('ok' in note) throw new Error(note.detail);
  return note;
}

const back = async (book: OpenBook, note: ImportNote) => {
  const told = await revertImport(book, note);
  if ('ok' in told) throw new Error(told.detail);
  return told.reverted!;
};

const living = async (book: OpenBook, table: 'orders' | 'buyers' | 'accounts' | 'orderLinks') =>
  (await book.db.table<{ deleted: boolean }>(table).toArray()).filter(({ deleted }) => !deleted).length;

/** More than one part holds. */
const MANY = 501;
const many = () =>
  Array.from({ length: MANY }, (_, index) =>
    orderOf({ number: `N${index}`, buyerKey: `k${index % 300}`, buyerName: `买家${index % 300}` }),
  );

describe('an import', () => {
  it('is looked over before: new, changed, known, and strangers', async () => {
    const book = await freshBook();
    await run(book, [orderOf({ number: '1' }), orderOf({ number: '2' })]);
    const preview = await previewImport(book, [
      orderOf({ number: '1' }),
      orderOf({ number: '2', sellerMemo: '下次送小样' }),
      orderOf({ number: '3', buyerKey: 'new' }),
    ]);
    expect(preview).toMatchObject({ created: 1, changed: 1, same: 1, strangers: 1, memos: 1 });
    expect(preview.rows.map(({ fate }) => fate)).toEqual(['same', 'update', 'create']);
    expect(preview.rows[1]!.fields).toEqual(['sellerMemo']);
  });

  it('taken back by a disk that answered too late, and once more: what went back is counted all the same', async () => {
    const book = await freshBook();
    const note = await run(book, [orderOf({ number: '1' }), orderOf({ number: '2' })]);
    const told = await back(book, note);
    expect(told.stays).toBe(0);
    expect(await back(book, note)).toMatchObject({ back: told.back, stays: 0 });
    expect(await living(book, 'orders')).toBe(0);
  });

  it('in many parts is one in the list, says what it did, and goes back whole', async () => {
    const book = await freshBook();
    const note = await run(book, many());
    expect(note).toMatchObject({ created: MANY, changed: 0, parts: 2 });
    expect(await living(book, 'orders')).toBe(MANY);
    expect(await living(book, 'buyers')).toBe(300);
    expect(await living(book, 'orderLinks')).toBe(MANY);
    const [listed] = await importNotes(book);
    expect(listed).toEqual(note);
    expect((await importResult(book, note, 5)).map(({ number, fate }) => [number, fate])[0]).toEqual([
      'N0',
      'create',
    ]);
    expect((await back(book, listed!)).stays).toBe(0);
    for (const table of ['orders', 'buyers', 'accounts', 'orderLinks'] as const)
      expect(await living(book, table), table).toBe(0);
    expect((await importNotes(book))[0]!.reverted).not.toBeNull();
  });

  it('leaves what was changed or used since, and says how much', async () => {
    const book = await freshBook();
    const note = await run(book, [
      orderOf({ number: '1', buyerKey: 'k1', buyerName: '小张' }),
      orderOf({ number: '2' }),
    ]);
    const [account] = await book.db.accounts
      .where('[platform+strength+key]')
      .equals(['pdd', 'platform', 'k1'])
      .toArray();
    done(await recordPromise(book, { buyerId: account!.buyerId }, promiseOf()));
    const later = await run(book, [orderOf({ number: '2', sellerMemo: '老客' })], { taking: 'update' });
    expect(later).toMatchObject({ created: 0, changed: 1 });
    const told = await back(book, note);
    expect(told.stays).toBeGreaterThan(0);
    expect((await book.db.buyers.get(account!.buyerId))!.deleted).toBe(false);
    expect(
      (await book.db.orders.toArray()).filter(({ deleted }) => !deleted).map(({ number }) => number),
    ).toEqual(['2']);
  });

  it('takes only the new ones, or only brings known ones up to date', async () => {
    const book = await freshBook();
    await run(book, [orderOf({ number: '1' })]);
    const both = [orderOf({ number: '1', sellerMemo: 'x' }), orderOf({ number: '2' })];
    expect(await run(book, both, { taking: 'create' })).toMatchObject({ created: 1, changed: 0 });
    expect((await book.db.orders.toArray()).map(({ sellerMemo }) => sellerMemo)).not.toContain('x');
    expect(await run(book, both, { taking: 'update' })).toMatchObject({ created: 0, changed: 1 });
  });

  it('opens no file unless asked to', async () => {
    const book = await freshBook();
    await run(book, many().slice(0, 10), { buyers: false });
    expect(await living(book, 'buyers')).toBe(0);
  });

  it('stopped half-way stays listed and can be taken back', async () => {
    const book = await freshBook();
    const stop = new AbortController();
    const note = await run(book, many(), { signal: stop.signal, onPart: () => stop.abort() });
    expect(note.created).toBe(500);
    expect(await book.db.actions.get(importPart(note.id, 1))).toBeUndefined();
    await back(book, note);
    expect(await living(book, 'orders')).toBe(0);
  });

  it('makes nothing due', async () => {
    const book = await freshBook();
    await run(book, many().slice(0, 50));
    for (const table of ['promises', 'visits', 'messages', 'leads'] as const)
      expect(await book.db.table(table).count(), table).toBe(0);
  });
});
