import * as v from 'valibot';
import { stored } from './envelope';
import { count, line, money, text } from './fields';

/** Who is due something at intervals (P12): "grade A: a coupon every 30 days". */
export const ruleSchema = stored({
  title: line,
  /** Buyers of these grades; none means everybody who bought at least twice. */
  grades: v.array(line),
  gives: v.picklist(['coupon', 'gift', 'visit', 'greeting']),
  what: text,
  cost: v.nullable(money),
  everyDays: v.pipe(count, v.minValue(1)),
  /** At most so many a month, so that no list floods (J5). */
  monthlyCap: v.nullable(count),
  active: v.boolean(),
});
export type CareRule = v.InferOutput<typeof ruleSchema>;
