import * as v from 'valibot';
import { isDay } from '../calendar/day';

/** The small shapes that fields of all nouns are made of. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
export const text = v.pipe(v.string(), v.maxLength(10_000));
export const line = v.pipe(v.string(), v.maxLength(500));
export const day = v.pipe(v.string(), v.check(isDay, 'not a day YYYY-MM-DD'));
/** An instant, ISO 8601 in UTC. */
export const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const money = v.strictObject({
  minor: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});
export const score = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
/** A field that came later: what was written before it was there reads as `value`. */
export function since<const S extends v.GenericSchema>(schema: S, value: v.InferInput<S>) {
  return v.optional(schema, () => value);
}

/** Where the words were said: the chat's site and the conversation key there. */
export const place = v.strictObject({ platform: line, conversation: line });
export type Place = v.InferOutput<typeof place>;
