import * as v from 'valibot';
import { stored } from './envelope';
import { count, day, line, moment, money, since, text } from './fields';

/** The terms of "spend X, get Y", as they were typed and as they were read. */
const terms = v.strictObject({
  text,
  spend: money,
  get: money,
  /** What the coupon asks for in turn: so much spent for each so much taken off; `null` when nothing. */
  perSpend: v.nullable(money),
  perTakeOff: v.nullable(money),
  until: v.nullable(day),
  limit: v.nullable(count),
  /** A coupon for a later purchase, or taken off at once. */
  kind: since(v.picklist(['coupon', 'off']), 'coupon'),
});
export type PromotionTerms = v.InferOutput<typeof terms>;

/** A promotion of the shop (P6). What was published is frozen; a later version is kept beside it and compared. */
export const promotionSchema = stored({
  title: line,
  terms,
  /** When the terms were published; from then on they only grow by `later`. */
  publishedAt: v.nullable(moment),
  later: v.array(v.strictObject({ at: moment, terms, worse: v.boolean() })),
  couponsOut: count,
  couponsBack: count,
});
export type Promotion = v.InferOutput<typeof promotionSchema>;

/** The terms as they stand now: the last version, or what was published first. */
export function termsNow(promotion: Pick<Promotion, 'terms' | 'later'>): PromotionTerms {
  return promotion.later.at(-1)?.terms ?? promotion.terms;
}
