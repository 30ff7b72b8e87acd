import type { PromiseKind } from '@shared/records/promise';

const SIGNS: readonly (readonly [RegExp, PromiseKind])[] = [
  [/补发|补寄|補發|補寄|重[发發寄]|[换換]一[个個件]|re-?send|replace/i, 'replace'],
  [/退款|退[钱錢]|退您|退你|[返退]差[价價]|refund/i, 'refund'],
  [/发货|發貨|出貨|寄出|寄[给給]|[发發]出|[发發]走|\bship|dispatch/i, 'ship'],
  [/卡片|贺卡|賀卡|手写|手寫|\bcard\b/i, 'card'],
  [/[赠贈]|送您|送你|多放|放[一两兩几幾个個]|小[样樣]|[随隨][单單]|\bsample|\bthrow in|\binclude/i, 'goods'],
  [/告[诉訴]|通知|回[复覆]您|跟您[说說]|let you know|\btell\b|get back to/i, 'tell'],
];

/**
 * The kind a promise most likely is, from its words; the seller sees and can change it.
 *
 * @example guessPromiseKind('周五前发货') // => 'ship'
 * @example guessPromiseKind('補發一個') // => 'replace'
 * @example guessPromiseKind('see to it') // => 'other'
 */
export function guessPromiseKind(what: string): PromiseKind {
  return SIGNS.find(([sign]) => sign.test(what))?.[1] ?? 'other';
}
