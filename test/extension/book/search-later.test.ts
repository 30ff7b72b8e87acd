import { addNote } from '@extension/book/actions/notes';
import { recordPromise } from '@extension/book/actions/promises';
import { loadSounds } from '@extension/book/fill-search';
import type { OpenBook } from '@extension/book/open';
import { searchBuyers } from '@extension/book/reads/search';
import { derivedDb } from '@extension/book/schema';
import { fillSome, muchToFill } from '@extension/book/search-later';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anna, done, freshBook, promiseOf, wang } from './desk';

let sounds: Awaited<ReturnType<typeof loadSounds>>;
beforeAll(async () => {
  sounds = await loadSounds();
});

async function fill(book: OpenBook): Promise<void> {
  while (await fillSome(book.db, sounds));
}
const found = async (book: OpenBook, query: string) =>
  (await searchBuyers(book, query, 8)).map(({ buyer, by }) => [buyer.name, by]);

describe('the second half of the search', () => {
  it('finds a Chinese name by how it sounds and by its initials', async () => {
    const book = await freshBook();
    done(await addNote(book, wang, '喜欢薄荷味'));
    expect(await found(book, 'wangxiao')).toEqual([]);
    await fill(book);
    expect(await found(book, 'wangxiao')).toEqual([['王小姐', 'name']]);
    expect(await found(book, 'wxj')).toEqual([['王小姐', 'name']]);
  });

  it('is filled for the first time beside the book, without waiting for the disk, then from its history', async () => {
    const book = await freshBook();
    done(await addNote(book, wang, '喜欢薄荷味'));
    expect(await muchToFill(book.db)).toBe(true);
    const own = derivedDb(book.db.name);
    const kept = vi.spyOn(IDBDatabase.prototype, 'transaction');
    while (await fillSome(own, sounds));
    const written = kept.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(written.length).toBeGreaterThan(0);
    for (const [, , options] of written) expect(options).toEqual({ durability: 'relaxed' });
    kept.mockRestore();
    own.close();
    expect(await found(book, 'wxj')).toEqual([['王小姐', 'name']]);
    expect(await muchToFill(book.db)).toBe(false);
  });

  it('finds what notes and promises say, names first', async () => {
    const book = await freshBook();
    done(await addNote(book, wang, '喜欢薄荷味'));
    done(await recordPromise(book, anna, promiseOf({ what: '补一支薄荷膏', quote: '' })));
    expect(await found(book, '薄荷')).toEqual([
      ['王小姐', 'notes'],
      ['Anna', 'promises'],
    ]);
  });

  it('shows the place in the words, as they were written', async () => {
    const book = await freshBook();
    done(
      await addNote(
        book,
        anna,
        `${'She asked twice. '.repeat(3)}No Lavender soap, it makes her sneeze; roses are fine.`,
      ),
    );
    const [one] = await searchBuyers(book, 'lavender', 8);
    expect(one?.passage).toBe('…No Lavender soap, it makes her sneeze; r…');
    expect((await searchBuyers(book, 'Anna', 8))[0]?.passage).toBe('');
  });

  it('follows what is written after it, and drops what was withdrawn', async () => {
    const book = await freshBook();
    const action = done(await addNote(book, anna, 'allergic to lavender'));
    expect(await found(book, 'lavender')).toEqual([['Anna', 'notes']]);
    const note = action.changes.find(({ table }) => table === 'notes')!;
    const change = { table: 'notes', id: note.id, set: { deleted: true } } as const;
    done(await book.commit({ name: 'undo', plan: { buyerId: null, changes: [change] } }));
    expect(await found(book, 'lavender')).toEqual([]);
  });

  it('follows a name that was written otherwise, and forgets how the old one sounded', async () => {
    const book = await freshBook();
    const { buyerId } = done(await addNote(book, wang, 'x'));
    await fill(book);
    const change = { table: 'buyers', id: buyerId!, set: { name: '李女士' } } as const;
    done(await book.commit({ name: 'edit-buyer', plan: { buyerId, changes: [change] } }));
    await fill(book);
    expect(await found(book, 'linvshi')).toEqual([['李女士', 'name']]);
    const account = (await book.db.accounts.toArray())[0]!;
    const renamed = { table: 'accounts', id: account.id, set: { displayName: '李女士' } } as const;
    done(await book.commit({ name: 'edit-buyer', plan: { buyerId, changes: [renamed] } }));
    await fill(book);
    expect(await found(book, 'wangxiao')).toEqual([]);
  });

  it('forgives one wrong letter in a Latin word of five', async () => {
    const book = await freshBook();
    done(
      await addNote(
        book,
        { account: { platform: 'pdd', strength: 'platform', key: '7', displayName: 'Jonathan' } },
        'x',
      ),
    );
    expect(await found(book, 'jonothan')).toEqual([['Jonathan', 'name']]);
    expect(await found(book, 'jonthan')).toEqual([['Jonathan', 'name']]);
    expect(await found(book, 'jenethan')).toEqual([]);
    expect(await found(book, 'jnat')).toEqual([]);
  });

  it('finds a buyer by the last four digits of their phone', async () => {
    const book = await freshBook();
    const { buyerId } = done(await addNote(book, anna, 'x'));
    const change = { table: 'buyers', id: buyerId!, set: { phone: '13800138321' } } as const;
    done(await book.commit({ name: 'edit-buyer', plan: { buyerId, changes: [change] } }));
    expect(await found(book, '8321')).toEqual([['Anna', 'name']]);
  });
});
