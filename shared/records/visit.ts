import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, score, since, text } from './fields';

export const VISIT_STATES = ['planned', 'asked', 'answered', 'no-answer'] as const;

/** A return visit (P13, J6): asked how it was; the answer in scores of 1–5, or that none came. */
export const visitSchema = stored({
  buyerId: id,
  what: text,
  orderNumber: v.nullable(line),
  state: v.picklist(VISIT_STATES),
  planned: v.nullable(day),
  askedAt: v.nullable(moment),
  answeredAt: v.nullable(moment),
  overall: v.nullable(score),
  goods: v.nullable(score),
  delivery: v.nullable(score),
  service: v.nullable(score),
  by: line,
  /** The rest of the return-visit sheet (P13), behind `more`: each a score of 1–5 where it was asked. */
  punctuality: since(v.nullable(score), null),
  leadTime: since(v.nullable(score), null),
  returns: since(v.nullable(score), null),
  promisesHonoured: since(v.nullable(score), null),
  /** How likely they would recommend the shop, 0–10. */
  recommend: since(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))), null),
  suggestions: since(text, ''),
});
export type Visit = v.InferOutput<typeof visitSchema>;
