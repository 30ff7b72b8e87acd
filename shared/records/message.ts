import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, since, text } from './fields';

export const MESSAGE_REASONS = [
  'greeting',
  'run-out',
  'regular',
  'visit',
  'back-in-stock',
  'delay',
  'care',
  'queue',
  'other',
] as const;
export type MessageReason = (typeof MESSAGE_REASONS)[number];
export const MESSAGE_STATES = ['prepared', 'filled', 'sent', 'released'] as const;

/** A message prepared for a day (P11, P22): filled by the seller's key, never sent by us. */
export const messageSchema = stored({
  buyerId: id,
  text,
  dueOn: day,
  reason: v.picklist(MESSAGE_REASONS),
  /** What it is about: the date, the supply, the rule … */
  aboutId: v.nullable(id),
  state: v.picklist(MESSAGE_STATES),
  preparedAt: moment,
  sentAt: v.nullable(moment),
  by: line,
  /** When it was put into the reply box. */
  filledAt: since(v.nullable(moment), null),
});
export type PreparedMessage = v.InferOutput<typeof messageSchema>;
