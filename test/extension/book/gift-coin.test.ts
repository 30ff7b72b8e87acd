import { giftTest } from '@analysis/measures/gift-test';
import { giveGift } from '@extension/book/actions/gifts';
import { apologisePlain, prepareQueue } from '@extension/book/actions/queue';
import { saveSetting } from '@extension/book/actions/settings';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { coinSide, GIFT_TEST } from '@extension/book/reads/gift-coin';
import { giftMoney } from '@extension/book/reads/queue-gifts';
import { todayView } from '@extension/book/reads/today';
import { wholeBook } from '@extension/book/reads/whole';
import { planOfBook } from '@extension/pages/options/gift-test-plan';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anna, done, freshBook, giftOf, testWorld, wang } from './desk';

const TODAY = '2026-11-22';
/** The next byte that the coin shows: odd is a gift. */
let byte = 0;
const world = testWorld();
let book: OpenBook;
beforeEach(async () => {
  byte = 0;
  world.at('2026-11-22T12:00:00Z');
  const random = (count: number) => (count === 1 ? Uint8Array.of(byte) : world.random(count));
  book = await freshBook({ ...world, random });
});
afterEach(() => book.close());

const { toBeSent: _, ...apology } = giftOf();
const on = async () => done(await saveSetting(book, GIFT_TEST, true));

it('is tossed for nobody until the shop switches the test on', async () => {
  expect(await coinSide(book, anna)).toBeNull();
  await on();
  expect(await coinSide(book, anna)).toBe('none');
  byte = 1;
  expect(await coinSide(book, anna)).toBe('gift');
});

it('without a gift promises nothing, costs nothing and is kept once, also over an undo', async () => {
  await on();
  const first = done(await apologisePlain(book, anna, apology));
  done(await apologisePlain(book, anna, apology));
  expect(await book.db.gifts.toArray()).toMatchObject([{ coin: 'none', state: 'released', cost: null }]);
  const { ranked, giftsWaiting } = await todayView(book, TODAY);
  expect([ranked, giftsWaiting]).toEqual([[], []]);
  expect((await giftMoney(book, TODAY, apology.reason)).today).toBe(0);
  byte = 1;
  expect(await coinSide(book, anna)).toBe('none');
  done(await undo(book, first.id));
  expect((await book.db.gifts.toArray()).every(({ deleted }) => deleted)).toBe(true);
  expect(await coinSide(book, anna)).toBe('none');
});

it('never touches a gift already promised', async () => {
  await on();
  done(await giveGift(book, anna, giftOf()));
  expect(await coinSide(book, anna)).toBeNull();
  done(await giveGift(book, wang, giftOf({ kind: 'surprise' })));
  expect(await coinSide(book, wang)).toBe('none');
});

it('for all who wait each side stands once, and the review finds both', async () => {
  await on();
  done(
    await prepareQueue(book, [
      { who: anna, gift: { ...apology, coin: 'gift' } },
      { who: wang, gift: { ...apology, coin: 'none' } },
    ]),
  );
  const states = (await book.db.gifts.toArray()).map(({ coin, state }) => `${coin}/${state}`);
  expect(states.toSorted()).toEqual(['gift/to-be-sent', 'none/released']);
  const view = { from: null, asOf: TODAY, timeZone: 'Asia/Shanghai' };
  const test = giftTest(await wholeBook(book), new Map(), view);
  expect(test?.arms.map(({ side, waiting }) => `${side} ${waiting}`)).toEqual(['gift 1', 'none 1']);
});

it('says by the pace of this shop how long it would take, and that it would never end without one', async () => {
  expect((await planOfBook(book)).weeks).toBeNull();
  done(await giveGift(book, anna, giftOf()));
  const { buyersPerSide, perWeek, weeks } = await planOfBook(book);
  expect([buyersPerSide, perWeek]).toEqual([356, 1 / 8]);
  expect(weeks).toBe(Math.ceil(712 * 8 + 60 / 7));
});
