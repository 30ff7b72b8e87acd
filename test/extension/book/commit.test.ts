import { addNote } from '@extension/book/actions/notes';
import { recordPromise } from '@extension/book/actions/promises';
import { saveGiftStock } from '@extension/book/actions/stock';
import { setting as set } from '@extension/book/changes';
import { sentinelOf } from '@extension/book/commit';
import { BOOK_VERSION } from '@extension/book/migrations';
import { v001 } from '@extension/book/migrations/v001';
import { openBook, openForReading } from '@extension/book/open';
import { findBuyer } from '@extension/book/reads/accounts';
import { giftStock } from '@extension/book/reads/stock';
import { RECORD_SCHEMA } from '@shared/records/envelope';
import type { DBCore } from 'dexie';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { anna, done, emptyDisk, freshBook, promiseOf, refusal, testWorld } from './desk';

// Tries F-07, F-18, F-25, F-31, F-32, F-36, F-39 of test/faults.md.

const open: { close(): void }[] = [];
afterEach(() => {
  for (const book of open.splice(0)) book.close();
});
async function book(...args: Parameters<typeof freshBook>) {
  const opened = await freshBook(...args);
  open.push(opened);
  return opened;
}

describe('the write door', () => {
  it('stamps every field it writes and keeps the inverse', async () => {
    const shop = await book();
    const action = done(await recordPromise(shop, anna, promiseOf()));
    const buyer = await findBuyer(shop, { platform: 'pdd', strength: 'platform', key: '10086' });
    expect(buyer).toMatchObject({
      name: 'Anna',
      since: '2026-11-22',
      seat: 'owner',
      schema: RECORD_SCHEMA,
      deleted: false,
    });
    expect(new Set(Object.values(buyer!.stamps))).toEqual(new Set([action.stamp]));
    expect(action.changes.map((change) => change.table)).toEqual(['buyers', 'accounts', 'promises']);
    expect(action.inverse.every((change) => change.set.deleted === true)).toBe(true);
    expect(await sentinelOf(shop.db)).toMatchObject({
      seq: 1,
      stamp: action.stamp,
      counts: { buyers: 1, accounts: 1, promises: 1 },
    });
  });

  it('does the same deed once, however often it is repeated', async () => {
    const shop = await book();
    const draft = {
      id: 'deed-1',
      name: 'save-setting',
      plan: { buyerId: null, changes: [set('settings', 'setting:x', { key: 'x', value: 1 })] },
    } as const;
    const first = done(await shop.commit(draft));
    expect(done(await shop.commit(draft))).toEqual(first);
    expect(await shop.db.actions.count()).toBe(1);
    expect((await sentinelOf(shop.db)).seq).toBe(1);
  });

  it('refuses the whole action when one record would not be right', async () => {
    const shop = await book();
    const bad = promiseOf({ due: { on: 'day', day: '2026-02-30' } });
    const ack = await recordPromise(shop, anna, bad);
    expect(ack).toMatchObject({ ok: false, reason: 'invalid' });
    expect(ack.ok ? '' : ack.detail).toContain('promises.due');
    expect(await shop.db.buyers.count()).toBe(0);
    expect(await shop.db.actions.count()).toBe(0);
  });

  it.each(['id', 'schema', 'seat', 'stamps', '__proto__', 'colour'])(
    'lets no change set "%s"',
    async (field) => {
      const shop = await book();
      const fields = JSON.parse(`{"${field}":"x","name":"n","count":1,"cost":null}`);
      const ack = await shop.commit({
        name: 'save-gift-stock',
        plan: { buyerId: null, changes: [{ table: 'giftStock', id: 's', set: fields }] },
      });
      expect(refusal(ack)).toBe('invalid');
      expect(await shop.db.giftStock.count()).toBe(0);
    },
  );

  it('keeps the order of stamps when the clock goes back a year', async () => {
    const world = testWorld('2026-11-22T12:00:00Z');
    const shop = await book(world);
    const before = done(await addNote(shop, anna, 'one'));
    world.at('2025-11-22T12:00:00Z');
    const after = done(await addNote(shop, anna, 'two'));
    expect(after.stamp > before.stamp).toBe(true);
  });

  it('loses no update of two windows that write at the same time', async () => {
    const world = testWorld();
    const one = await book(world);
    const two = await openBook(world, 'clerk');
    open.push(two);
    const stock = done(await saveGiftStock(one, { id: 'tea', name: 'tea', count: 100, cost: null }));
    expect(stock.seat).toBe('owner');
    const takeOne = (shop: typeof one) =>
      shop.commit({
        name: 'pack-parcel',
        plan: async () => {
          const line = await shop.db.giftStock.get('tea');
          return { buyerId: null, changes: [set('giftStock', 'tea', { count: line!.count - 1 })] };
        },
      });
    const acks = await Promise.all(
      Array.from({ length: 40 }, (_, index) => takeOne(index % 2 === 0 ? one : two)),
    );
    expect(acks.map(refusal).filter(Boolean)).toEqual([]);
    expect((await giftStock(one))[0]!.count).toBe(60);
    expect((await sentinelOf(two.db)).seq).toBe(41);
    const stamps = (await one.db.actions.toArray()).map((action) => action.stamp.slice(0, 17));
    expect(new Set(stamps).size).toBe(41);
  });

  it('makes one buyer when two windows meet the same account at once', async () => {
    const world = testWorld();
    const one = await book(world);
    const two = await openBook(world, 'clerk');
    open.push(two);
    await Promise.all([addNote(one, anna, 'a'), addNote(two, anna, 'b')]);
    expect(await one.db.buyers.count()).toBe(1);
    expect(await one.db.accounts.count()).toBe(1);
    expect(await one.db.notes.count()).toBe(2);
  });
});

/** Puts a fault under Dexie: what the disk does on the next writes. */
function breakWrites(db: Dexie, fault: () => Promise<never>): () => void {
  const name = 'fault';
  db.use({
    stack: 'dbcore',
    name,
    create: (core): DBCore => ({
      ...core,
      table: (table) => ({ ...core.table(table), mutate: () => fault() }),
    }),
  });
  return () => db.unuse({ stack: 'dbcore', name });
}

describe('a disk that fails', () => {
  const faulty = async (fault: () => Promise<never>, patience?: number) => {
    const shop = await book(testWorld(), patience === undefined ? {} : { patience });
    done(await addNote(shop, anna, 'before'));
    shop.db.close();
    const mend = breakWrites(shop.db, fault);
    await shop.db.open();
    return { shop, mend };
  };

  it('is told as "disk full" and leaves nothing half-written', async () => {
    const quota = () => Promise.reject(new Dexie.QuotaExceededError('full'));
    const { shop, mend } = await faulty(quota);
    expect(refusal(await recordPromise(shop, anna, promiseOf()))).toBe('disk-full');
    shop.db.close();
    mend();
    await shop.db.open();
    expect(await shop.db.promises.count()).toBe(0);
    expect(refusal(await recordPromise(shop, anna, promiseOf()))).toBe(null);
  });

  it('is told as "timeout" when it never answers, and the next save works once it does', async () => {
    const { shop, mend } = await faulty(() => new Promise(() => undefined), 400);
    expect(refusal(await addNote(shop, anna, 'lost?'))).toBe('timeout');
    shop.db.close();
    mend();
    await shop.db.open();
    expect((await shop.db.notes.toArray()).map((note) => note.text)).toEqual(['before']);
    expect(refusal(await addNote(shop, anna, 'again'))).toBe(null);
  });

  it('is told as "moved" when the connection was closed', async () => {
    const shop = await book();
    shop.close();
    expect(refusal(await addNote(shop, anna, 'x'))).toBe('moved');
  });
});

describe('a book shaped by a newer program', () => {
  it('is read as it lies there, and never written', async () => {
    const shop = await book();
    done(await addNote(shop, anna, 'from before'));
    shop.close();
    const newer = new Dexie('zhanggui-book-1');
    const stores: Readonly<Record<string, string>> = v001.stores;
    newer.version(1).stores(stores);
    newer.version(BOOK_VERSION + 1).stores({ future: 'id', marks: 'key, later', search: null });
    await newer.open();
    const shape = newer.backendDB().version;
    newer.close();
    const old = await openBook(testWorld(), 'owner');
    open.push(old);
    expect(old.readOnly).toBe('newer-book');
    expect(refusal(await addNote(old, anna, 'x'))).toBe('newer-book');
    expect((await old.db.notes.toArray()).map((note) => note.text)).toEqual(['from before']);
    expect(old.db.backendDB().version).toBe(shape);
  });

  it('refuses to touch a single record of a newer shape', async () => {
    const shop = await book();
    done(await saveGiftStock(shop, { id: 'tea', name: 'tea', count: 1, cost: null }));
    const line = await shop.db.giftStock.get('tea');
    await shop.db.transaction('rw', shop.db.giftStock, () =>
      shop.db.giftStock.put({ ...line!, schema: RECORD_SCHEMA + 1 }),
    );
    expect(refusal(await saveGiftStock(shop, { id: 'tea', name: 'tea', count: 2, cost: null }))).toBe(
      'newer-book',
    );
  });
});

describe('opening only to read', () => {
  it('sets nothing up, and writes nothing', async () => {
    emptyDisk();
    expect(await openForReading(testWorld())).toBe(null);
    expect(await Dexie.getDatabaseNames()).toEqual([]);
    const shop = await openBook(testWorld(), 'owner');
    open.push(shop);
    done(await addNote(shop, anna, 'x'));
    const reader = await openForReading(testWorld());
    open.push(reader!);
    expect(await reader!.db.notes.count()).toBe(1);
    expect(refusal(await addNote(reader!, anna, 'y'))).toBe('failed');
  });
});
