import type { PromiseKind } from '@shared/records/promise';

const SIGNS: readonly (readonly [RegExp, PromiseKind])[] = [
  [/补发|重发|换一[个件]|re-?send|replace/i, 'replace'],
  [/退款|退钱|退您|退你|返差价|refund/i, 'refund'],
  [/发货|發貨|出貨|寄出|发出|发走|\bship|dispatch/i, 'ship'],
  [/卡片|贺卡|賀卡|手写|手寫|\bcard\b/i, 'card'],
  [/赠|送您|送你|多放|放[一两几个]|小样|随单|贈|\bsample|\bthrow in|\binclude/i, 'goods'],
  [/告诉|通知|告訴|回复您|跟您说|let you know|\btell\b|get back to/i, 'tell'],
];

/**
 * The kind a promise most likely is, from its words; the seller sees and can change it.
 *
 * @example guessPromiseKind('周五前发货') // => 'ship'
 * @example guessPromiseKind('see to it') // => 'other'
 */
export function guessPromiseKind(what: string): PromiseKind {
  return SIGNS.find(([sign]) => sign.test(what))?.[1] ?? 'other';
}
