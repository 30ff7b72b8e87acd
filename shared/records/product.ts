import * as v from 'valibot';
import { stored } from './envelope';
import { line, money, text } from './fields';

/** What the shop knows of a product (P21). The floor price is private (J18). */
export const productSchema = stored({
  name: line,
  /** Other names, numbers and words buyers use for it. */
  aliases: v.array(line),
  care: text,
  taboos: text,
  suits: text,
  goesWith: text,
  weakPoints: text,
  price: v.nullable(money),
  floor: v.nullable(money),
  /** Days one unit lasts at the usual pace (P19); `null` when it is not used up. */
  lastsDays: v.nullable(v.pipe(v.number(), v.minValue(0.1), v.maxValue(10_000))),
  /** Months of the user's age at which nobody needs it any more: milk powder 36. */
  endsAtMonths: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200))),
  soldOut: v.boolean(),
});
export type Product = v.InferOutput<typeof productSchema>;
