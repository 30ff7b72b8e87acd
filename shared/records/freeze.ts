import * as v from 'valibot';
import type { Json } from '../text/json';
import { stored } from './envelope';
import { line, moment } from './fields';

const json = v.custom<Json>((value) => value !== undefined && typeof value !== 'function');

/** A week put away (P24): the numbers, notes and decisions as they were, with what they were made from. */
export const freezeSchema = stored({
  week: v.pipe(v.string(), v.regex(/^\d{4}-W\d\d$/)),
  takenAt: moment,
  /** The program that made it. */
  program: line,
  /** Name and SHA-256 of every input. */
  inputs: v.array(v.strictObject({ name: line, hash: line })),
  review: json,
  /** A note per section and the decisions, as the owner wrote them. */
  notes: json,
  decisions: json,
});
export type Freeze = v.InferOutput<typeof freezeSchema>;
