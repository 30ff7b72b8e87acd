import { draftHints, promisesInMemo, type ShopRecord } from '@extension/chat/suggest';
import { describe, expect, test } from 'vitest';

/** A Sunday. */
const WORLD = { today: '2026-11-22', currency: 'CNY' };
const QUIET: ShopRecord = { byKind: {}, openOn: {}, capacity: null };
const hints = (draft: string, shop: ShopRecord = QUIET) =>
  draftHints(draft, WORLD, { platform: 'pdd', shop }).map(({ why }) => why);

describe('before a draft is sent', () => {
  test('nothing to say about an ordinary one', () => {
    expect(hints('最近有点忙，明天给您发货哈')).toEqual([]);
  });

  test('a red line', () => {
    expect(hints('好评返现2元')).toEqual(['red-line']);
  });

  test('a kind of promise this shop usually breaks, once there are enough to tell', () => {
    const often = (settled: number, kept: number) => ({ ...QUIET, byKind: { ship: { settled, kept } } });
    expect(hints('明天给您发货', often(20, 8))).toEqual(['often-broken']);
    expect(hints('明天给您发货', often(20, 18))).toEqual([]);
    expect(hints('明天给您发货', often(3, 0))).toEqual([]);
    expect(hints('到货了通知您', often(20, 8))).toEqual([]);
  });

  test('a day that is full', () => {
    const shop = { ...QUIET, capacity: 10, openOn: { '2026-11-23': 10, '2026-11-24': 9 } };
    expect(hints('明天给您发货', shop)).toEqual(['full-day']);
    expect(hints('后天给您发货', shop)).toEqual([]);
  });
});

describe('memos a platform exports', () => {
  test('a promise not yet done', () => {
    expect(promisesInMemo('红旗 答应下次打9折', WORLD)).toMatchObject([
      { table: 'discount', kind: 'next', percentOff: 10, due: { on: 'next-order' } },
    ]);
    expect(promisesInMemo('周三前必发', WORLD)).toMatchObject([
      { table: 'promise', kind: 'ship', due: { on: 'day', day: '2026-11-25' } },
    ]);
  });

  test.each(['已补发', '补发一个 已寄', '送小样 已送', '老客', '放门口', 'already refunded'])(
    '%s is none',
    (memo) => expect(promisesInMemo(memo, WORLD)).toEqual([]),
  );
});
