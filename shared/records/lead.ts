import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, money, text } from './fields';

export const LEAD_STATES = ['open', 'won', 'lost'] as const;

/** How far it has come, as each line of the follow-up log says; stored as the step's kind. */
export const LEAD_STAGES = ['asked', 'offered', 'bargaining', 'deciding', 'quiet'] as const;
export type LeadStage = (typeof LEAD_STAGES)[number];

/** Somebody asked and did not buy (P2, J18). What was said since is in `steps`. */
export const leadSchema = stored({
  buyerId: id,
  /** What they looked at. */
  what: text,
  productId: v.nullable(id),
  wishedPrice: v.nullable(money),
  expected: v.nullable(day),
  rival: line,
  source: line,
  /** They allowed to be told of events and offers. */
  mayBeTold: v.boolean(),
  state: v.picklist(LEAD_STATES),
  openedAt: moment,
  settledAt: v.nullable(moment),
  /** The order it became. */
  orderNumber: v.nullable(line),
  by: line,
});
export type Lead = v.InferOutput<typeof leadSchema>;
