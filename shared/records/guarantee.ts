import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, text } from './fields';

export const GUARANTEE_STATES = ['open', 'repairing', 'exchanged', 'refunded', 'ended'] as const;
/** What an exchange is handed over with: skipping one of them ended in court (P15). */
export const HAND_OVER = ['old-papers-back', 'new-papers-in', 'item-new', 'buyer-confirmed'] as const;

/** A guarantee (P15). Repairs are `steps` of kind 'repair'; two that failed mean exchange or refund. */
export const guaranteeSchema = stored({
  buyerId: id,
  what: text,
  orderNumber: v.nullable(line),
  from: day,
  until: day,
  covers: v.array(v.picklist(['repair', 'exchange', 'refund'])),
  freight: v.picklist(['shop', 'buyer', 'shared']),
  handOver: v.array(v.picklist(HAND_OVER)),
  state: v.picklist(GUARANTEE_STATES),
  settledAt: v.nullable(moment),
  by: line,
});
export type Guarantee = v.InferOutput<typeof guaranteeSchema>;
