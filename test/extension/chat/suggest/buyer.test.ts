import { complaintIn, factsIn, isAskingForAnswer, priceAskIn, suggestionsFor } from '@extension/chat/suggest';
import { describe, expect, test } from 'vitest';

/** A Sunday. */
const WORLD = { today: '2026-11-22', currency: 'CNY' };
const fact = (text: string) => factsIn(text, WORLD)[0];

describe('facts a buyer tells', () => {
  test.each([
    ['你好，我是油皮，用哪款', 'skin', '我是油皮'],
    ['我對堅果過敏', 'allergy', '我對堅果過敏'],
    ['我一般穿M码', 'size', '我一般穿M码'],
    ['身高165 体重110斤', 'body', '身高165 体重110斤'],
    ['送我妈妈的', 'recipient', '送我妈妈的'],
    ['我家猫3岁', 'pet', '我家猫3岁'],
    ["it's a gift for my mom", 'recipient', "it's a gift for my mom"],
  ] as const)('%s: %s', (text, topic, words) => {
    expect(fact(text)).toMatchObject({ topic, fact: words });
  });

  test('下月生日: the month, no day', () => {
    expect(fact('下月生日')).toMatchObject({
      topic: 'date',
      date: { occasion: 'birthday', calendar: 'solar', month: 12, day: null, on: null },
    });
  });

  test('a lunar birthday stays lunar, with its next day', () => {
    expect(fact('我妈农历八月十五生日')).toMatchObject({
      topic: 'date',
      whose: '妈',
      date: { calendar: 'lunar', month: 8, day: 15, leap: false, on: '2027-09-15' },
    });
  });

  test('a birthday with its day', () => {
    expect(fact('My wife’s birthday is on Dec 12')).toMatchObject({
      whose: 'wife',
      date: { occasion: 'birthday', month: 12, day: 12, on: '2026-12-12' },
    });
    expect(fact('我生日 1998年5月6日')?.date).toMatchObject({ month: 5, day: 6 });
  });

  test.each([
    ['宝宝8个月了', 8],
    ['我娃三岁半', 42],
    ['宝宝一岁零两个月', 14],
    ['my baby is 8 months old', 8],
    ['my son is 4', 48],
    ['我怀孕5个月了', null],
  ] as const)('%s: %s months old', (text, ageMonths) => {
    expect(fact(text)).toMatchObject({ topic: 'child', ageMonths });
  });

  test.each([
    '有油皮适合的吗',
    '要M码',
    '生日有优惠吗',
    '适合送妈妈吗',
    'do you have size M?',
    'is it safe for babies?',
  ])('%s tells nothing', (text) => expect(factsIn(text, WORLD)).toEqual([]));
});

describe('complaints', () => {
  test.each([
    ['收到的时候都碎了', 'transit', 2],
    ['用了两天就坏了', 'quality', 1],
    ['發錯了，我要的是黑色', 'wrong-item', 1],
    ['都五天了还不发货', 'late', 2],
    ['和图片不一样', 'description', 1],
    ['什么态度啊，我要投诉你们', 'service', 3],
    ['it arrived broken', 'transit', 1],
    ["I'm very disappointed, I'll leave a bad review", 'service', 3],
  ] as const)('%s: %s', (text, cause, heat) => {
    expect(complaintIn(text)).toMatchObject({ cause, heat });
  });

  test('what is wrong with the goods counts before what is said of the shop', () => {
    expect(complaintIn('骗子！杯子收到就碎了')).toMatchObject({ cause: 'transit', heat: 3 });
  });

  test.each([
    '会碎吗',
    '完好无损',
    '我拍错了',
    '质量很好',
    '不急，慢慢发',
    'nothing was broken',
    'does it leak?',
  ])('%s is none', (text) => expect(complaintIn(text)).toBeNull());
});

describe('bargaining and waiting', () => {
  test('a wished price, an amount off, a share', () => {
    expect(priceAskIn('80块行不行', WORLD)?.wished).toEqual({ minor: 8000, currency: 'CNY' });
    expect(priceAskIn('能少5块吗', WORLD)?.off).toEqual({ minor: 500, currency: 'CNY' });
    expect(priceAskIn('能打8折吗', WORLD)?.percentOff).toBe(20);
    expect(priceAskIn('能便宜点吗', WORLD)).toMatchObject({ wished: null, off: null, percentOff: null });
    expect(priceAskIn('80斤能穿吗', WORLD)).toBeNull();
  });

  test.each(['还在吗', '在嗎', '？？？', 'hello?', 'anyone there?'])('%s waits', (text) => {
    expect(isAskingForAnswer(text)).toBe(true);
  });

  test.each(['你好', '在线等', '我在上班', 'hello, what size is it?'])('%s does not', (text) => {
    expect(isAskingForAnswer(text)).toBe(false);
  });
});

test('all of it from one message', () => {
  const text = '都碎了！！我送我妈妈的，能退我20吗';
  const sorts = suggestionsFor({ side: 'buyer', text }, WORLD).map(({ sort }) => sort);
  expect(sorts).toContain('complaint');
  expect(sorts).toContain('fact');
});
