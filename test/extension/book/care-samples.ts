import type { Ack } from '@extension/book/ack';
import { recordDate } from '@extension/book/actions/dates';
import { addNote } from '@extension/book/actions/notes';
import { recordReferral } from '@extension/book/actions/referrals';
import { saveRule } from '@extension/book/actions/rules';
import { recordStockWait } from '@extension/book/actions/stock-waits';
import { recordSupply } from '@extension/book/actions/supplies';
import { recordVisit } from '@extension/book/actions/visits';
import type { OpenBook } from '@extension/book/open';
import { anna, done, wang } from './desk';

export const date = {
  title: '妈妈生日',
  kind: 'birthday',
  calendar: 'solar',
  month: 12,
  day: 4,
  leap: false,
  year: null,
  yearly: true,
  leadDays: 5,
  personId: null,
  note: '',
} as const;
export const supply = {
  personId: null,
  productId: null,
  what: '奶粉',
  boughtOn: '2026-11-01',
  amount: 900,
  daily: 30,
  unit: '克',
  runsOutOn: '2026-12-01',
} as const;
export const wait = {
  what: '白色马克杯',
  productId: null,
  kind: 'restock',
  quantity: 1,
  holdUntil: null,
} as const;
export const referral = { rewardReferrer: '减 10 块', rewardBrought: '小样', direction: 'brought' } as const;
export const rule = {
  title: '老客券',
  grades: ['A'],
  gives: 'coupon',
  what: '减 10 块',
  cost: { minor: 1000, currency: 'CNY' },
  everyDays: 30,
  monthlyCap: null,
  active: true,
} as const;
export const unasked = { overall: null, goods: null, delivery: null, service: null, orderNumber: null };

/** The record of a table that an action wrote. */
export const idOf = (ack: Ack, table: string) =>
  done(ack).changes.find((change) => change.table === table)!.id;

/** One of each in a book, for the tests of keeping in touch. */
export function samplesIn(shop: OpenBook) {
  const buyerOf = async (who = anna) => done(await addNote(shop, who, 'x')).buyerId!;
  return {
    buyerOf,
    aDate: async () => idOf(await recordDate(shop, anna, date), 'dates'),
    aSupply: async () => idOf(await recordSupply(shop, anna, supply), 'supplies'),
    aWait: async () => idOf(await recordStockWait(shop, anna, wait), 'stockWaits'),
    aReferral: async () => {
      const other = { buyerId: await buyerOf(wang) };
      return idOf(await recordReferral(shop, anna, { ...referral, other }), 'referrals');
    },
    aRule: async () => idOf(await saveRule(shop, null, rule), 'rules'),
    aVisit: async (state: 'planned' | 'asked') =>
      idOf(await recordVisit(shop, anna, { what: '', state, ...unasked }), 'visits'),
  };
}
