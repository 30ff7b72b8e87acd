import { expect, test } from 'vitest';
import { startBook } from './generate/book';
import { encodeGbk } from './generate/gbk';
import { giftChance, returnChance } from './generate/gifts';
import { PARAMETERS } from './generate/parameters';
import { stream } from './generate/random';
import { drawShop, ordersIn } from './generate/shop';
import { newTally } from './generate/tally';

/** One shop large enough that chance alone cannot hide a wrong law; bounds are about four standard errors. */
const shop = drawShop({ seed: 'law', buyers: 20_000, weeks: 52, asOf: '2026-11-21' });
const known = shop.buyers.filter((buyer) => buyer.drawn.known);
const tally = newTally();
const book = startBook(shop, 'en', tally, () => {});
for (const buyer of known) book.buyer(buyer, ordersIn(shop, buyer));
const counts = tally.counts();

const share = (part: number, all: number) => part / all;

test('second purchases come at the rate of the purchase law', () => {
  for (const weeks of [4, 8, 20]) {
    const eligible = shop.buyers.filter((buyer) => buyer.drawn.days[0]! + weeks * 7 < shop.period.days);
    const back = eligible.filter(({ drawn }) => (drawn.days[1] ?? Infinity) - drawn.days[0]! < weeks * 7);
    expect(share(back.length, eligible.length)).toBeCloseTo(returnChance(weeks), 1.7);
  }
});

test('mean spend is that of gamma–gamma', () => {
  const { p, q, gamma } = PARAMETERS.spend;
  const amounts = shop.buyers.map(({ drawn }) => drawn.amounts[0]! / 100);
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  expect(Math.abs(mean / ((gamma * p) / (q - 1)) - 1)).toBeLessThan(0.03);
});

test('platform and known shares are as stated', () => {
  const taobao = shop.buyers.filter((buyer) => buyer.drawn.platform === 'taobao');
  expect(share(taobao.length, shop.buyers.length)).toBeCloseTo(PARAMETERS.taobaoShare, 1.5);
  const knownTaobao = taobao.filter((buyer) => buyer.drawn.known);
  expect(share(knownTaobao.length, taobao.length)).toBeCloseTo(PARAMETERS.known.taobao, 1.5);
});

test('promises are kept as often as stated', () => {
  const { onTime = 0, late = 0, broken = 0, released = 0 } = counts.promises;
  const settled = onTime + late + broken + released;
  expect(settled).toBeGreaterThan(2_000);
  expect(share(onTime, settled)).toBeCloseTo(PARAMETERS.promises.outcomes.onTime, 1.5);
  expect(share(broken, settled)).toBeCloseTo(PARAMETERS.promises.outcomes.broken, 1.7);
});

test('the gift raises the return by its effect and leaves the overall return alone', () => {
  const { gifts } = counts;
  const effect = share(gifts.givenBack, gifts.given) - share(gifts.noneBack, gifts.none);
  expect(Math.abs(effect - PARAMETERS.gifts.effect)).toBeLessThan(0.08);
  const { perFirstOrder, returnWithinDays } = PARAMETERS.gifts;
  const back = returnChance(returnWithinDays / 7);
  expect(back * giftChance(true) + (1 - back) * giftChance(false)).toBeCloseTo(perFirstOrder, 12);
});

test('answers, scores and waits follow their laws', () => {
  const { answered = 0, 'no-answer': silent = 0 } = counts.visits;
  expect(share(answered, answered + silent)).toBeCloseTo(PARAMETERS.satisfaction.responseRate, 1.3);
  expect(counts.meanOverall).toBeCloseTo(PARAMETERS.satisfaction.meanInTheMiddle, 1);
  const wait = counts.waits.meanSeconds! / PARAMETERS.gifts.meanWaitSeconds;
  expect(Math.abs(wait - 1)).toBeLessThan(0.15);
});

test('streams of different names differ, equal names agree', () => {
  const one = stream('seed', 'a', 1);
  const same = stream('seed', 'a', 1);
  const firsts = Array.from({ length: 5 }, one);
  expect(Array.from({ length: 5 }, same)).toEqual(firsts);
  expect(new Set([1, 2, 3, 4].map((index) => stream('seed', 'a', index)())).size).toBe(4);
});

test('GBK bytes decode to the same text, and a missing character is named', () => {
  const text = '订单编号,交易成功，月白杯 a1';
  expect(new TextDecoder('gbk').decode(encodeGbk(text))).toBe(text);
  expect(() => encodeGbk('好🍵')).toThrow(/GBK has no/);
});
