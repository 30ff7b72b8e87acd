import * as v from 'valibot';
import { stored } from './envelope';
import { count, id, line, moment } from './fields';

/**
 * Somebody waited (P10): seen in a followed chat's list, or kept by hand beside a chat that can't be followed
 * (J24). `exact`: the chat said since when; otherwise since it was seen.
 */
export const waitSchema = stored({
  /** `null`: only a name, beside a chat that can't be followed. */
  buyerId: v.nullable(id),
  platform: line,
  name: line,
  startedAt: moment,
  exact: v.boolean(),
  place: v.nullable(count),
  answeredAt: v.nullable(moment),
  /** Left without an answer. */
  leftAt: v.nullable(moment),
});
export type Wait = v.InferOutput<typeof waitSchema>;
