import { addWaiting, endWaiting, openFile } from '@extension/book/actions/companion';
import { linkOrders } from '@extension/book/actions/orders';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { handQueue } from '@extension/book/reads/hand-queue';
import { searchBuyers } from '@extension/book/reads/search';
import { byName } from '@extension/panel/companion/programs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, freshBook, refusal, testWorld } from './desk';

const world = testWorld();
const NOW = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
let book: OpenBook;
beforeEach(async () => {
  world.at('2026-11-22T12:00:00Z');
  book = await freshBook(world);
});
afterEach(() => book.close());

const wait = (name: string, minutes: number) =>
  addWaiting(book, byName('qianniu', name), {
    platform: 'qianniu',
    name,
    since: NOW - minutes * MINUTE,
    exact: minutes > 0,
  });

describe('somebody whose chat runs in a program nobody can follow', () => {
  it('gets a file by name, once, and an order number finds it', async () => {
    const { buyerId } = done(await openFile(book, byName('qianniu', ' 小鹿 ')));
    expect(done(await openFile(book, byName('qianniu', '小鹿'))).buyerId).toBe(buyerId);
    expect(await book.db.buyers.count()).toBe(1);
    expect(await book.db.accounts.toArray()).toMatchObject([
      { platform: 'qianniu', strength: 'name', key: '小鹿' },
    ]);
    done(await linkOrders(book, buyerId ?? '', 'qianniu', ['2609081234567890123'], 'seller'));
    expect(await searchBuyers(book, '2609081234567890123', 2)).toMatchObject([
      { by: 'order', buyer: { id: buyerId } },
    ]);
  });
});

describe('the line kept by hand', () => {
  it('stands in the order of the waits, each buyer once', async () => {
    done(await wait('小鹿', 3));
    done(await wait('阿禾', 12));
    done(await wait('小鹿', 0));
    expect((await handQueue(book)).map(({ name, exact }) => [name, exact])).toEqual([
      ['阿禾', true],
      ['小鹿', true],
    ]);
  });

  it('loses who was answered or went, and gets them back by undo', async () => {
    done(await wait('小鹿', 3));
    done(await wait('阿禾', 1));
    const [first, second] = await handQueue(book);
    const struck = done(await endWaiting(book, first?.id ?? '', 'answered'));
    done(await endWaiting(book, second?.id ?? '', 'left'));
    expect(await handQueue(book)).toEqual([]);
    expect(await book.db.waits.get(first?.id ?? '')).toMatchObject({ leftAt: null });
    expect((await book.db.waits.get(second?.id ?? ''))?.leftAt).toBe('2026-11-22T12:00:00.000Z');
    done(await undo(book, struck.id));
    expect((await handQueue(book)).map(({ name }) => name)).toEqual(['小鹿']);
    expect(refusal(await endWaiting(book, 'nobody', 'left'))).toBe('not-found');
  });

  it('is empty the next morning', async () => {
    done(await wait('小鹿', 3));
    world.at('2026-11-23T08:00:00Z');
    expect(await handQueue(book)).toEqual([]);
  });
});
