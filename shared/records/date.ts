import * as v from 'valibot';
import { stored } from './envelope';
import { count, day, id, line, text } from './fields';

const month = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12));
const dayOfMonth = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31));

export const DATE_KINDS = ['birthday', 'anniversary', 'holiday', 'other'] as const;

/**
 * A day worth remembering (P11), on the solar or the lunar calendar. A lunar date is kept as it was said, leap
 * month and all; the day it falls on is worked out for each year.
 */
export const dateSchema = stored({
  buyerId: id,
  /** Whose day it is, when not the buyer's own. */
  personId: v.nullable(id),
  title: line,
  kind: v.picklist(DATE_KINDS),
  calendar: v.picklist(['solar', 'lunar']),
  month,
  day: dayOfMonth,
  /** Born in a leap month of the lunar calendar. */
  leap: v.boolean(),
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))),
  yearly: v.boolean(),
  /** Days ahead to be reminded, for the parcel to arrive in time. */
  leadDays: count,
  note: text,
  /** The last occurrence that was seen to; the next one is after it. */
  greetedFor: v.nullable(day),
});
export type SpecialDate = v.InferOutput<typeof dateSchema>;
