import { breakPromise, keepPromise, recordPromise } from '@extension/book/actions/promises';
import { markSentAs } from '@extension/book/actions/sent-as';
import { saveSetting } from '@extension/book/actions/settings';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { shopRecord } from '@extension/book/reads/shop-record';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, promiseOf, refusal, type TestWorld, testWorld } from './desk';

let book: OpenBook;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  book = await freshBook(world);
});
afterEach(() => book.close());

const FRIDAY = { on: 'day', day: '2026-11-27' } as const;

async function promised(fields: Parameters<typeof promiseOf>[0] = {}): Promise<string> {
  const { changes } = done(await recordPromise(book, anna, promiseOf(fields)));
  return changes.find(({ table }) => table === 'promises')!.id;
}

describe('how a shop keeps its promises', () => {
  it('by kind: in time counts, late and broken do not, what is open says nothing yet', async () => {
    done(await keepPromise(book, await promised({ due: FRIDAY })));
    done(await breakPromise(book, await promised({ due: FRIDAY })));
    const late = await promised({ due: FRIDAY });
    done(await keepPromise(book, await promised({ kind: 'refund', due: { on: 'open' } })));
    await promised({ kind: 'card' });
    world.at('2026-11-29T12:00:00Z');
    done(await keepPromise(book, late));
    const { byKind } = await shopRecord(book, '2026-11-29');
    expect(byKind).toEqual({ ship: { settled: 3, kept: 1 }, refund: { settled: 1, kept: 1 } });
  });

  it('open promises by their day, beside what the shop says it can keep', async () => {
    await promised({ due: FRIDAY });
    await promised({ due: FRIDAY });
    await promised({ due: { on: 'open' } });
    expect(await shopRecord(book, '2026-11-22')).toMatchObject({
      openOn: { '2026-11-27': 2 },
      capacity: null,
    });
    done(await saveSetting(book, 'care', { promisesPerDay: 20 }));
    expect((await shopRecord(book, '2026-11-22')).capacity).toBe(20);
  });
});

describe('a filled text that went out in other words', () => {
  const quote = '亲，周五前给您发货';

  it('holds by the words and the day that went out; one undo takes it back', async () => {
    const id = await promised({ what: quote, quote, due: FRIDAY, toBeSent: true });
    const saturday = { on: 'day', day: '2026-11-28' } as const;
    const words = '亲，周六前给您发货';
    const action = done(await markSentAs(book, 'promises', { id, words, due: saturday }));
    expect(await book.db.promises.get(id)).toMatchObject({
      state: 'open',
      quote: words,
      what: words,
      due: saturday,
    });
    done(await undo(book, action.id));
    expect(await book.db.promises.get(id)).toMatchObject({ state: 'to-be-sent', quote, due: FRIDAY });
  });

  it('keeps the seller’s own short words, and refuses what was said already', async () => {
    const id = await promised({ what: 'ship Friday', quote, toBeSent: true });
    done(await markSentAs(book, 'promises', { id, words: '亲，周五前发货哈' }));
    expect(await book.db.promises.get(id)).toMatchObject({ what: 'ship Friday', quote: '亲，周五前发货哈' });
    expect(refusal(await markSentAs(book, 'promises', { id, words: 'x' }))).toBe('not-found');
  });
});
