import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, text } from './fields';

export const STOCK_WAIT_KINDS = ['restock', 'buy-for-me', 'hold'] as const;
export const STOCK_WAIT_STATES = ['waiting', 'back', 'told', 'bought', 'released'] as const;

/** Somebody waits for goods (P20): sold out, asked for, or held back for them. Told in the order they asked. */
export const stockWaitSchema = stored({
  buyerId: id,
  what: text,
  productId: v.nullable(id),
  kind: v.picklist(STOCK_WAIT_KINDS),
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1)),
  askedAt: moment,
  state: v.picklist(STOCK_WAIT_STATES),
  toldAt: v.nullable(moment),
  /** Held until the end of this day. */
  holdUntil: v.nullable(day),
  settledAt: v.nullable(moment),
  by: line,
});
export type StockWait = v.InferOutput<typeof stockWaitSchema>;
