import { type Day, daysBetween } from '../calendar/day';
import type { Money } from '../text/money';
import type { PromotionTerms } from './promotion';

/** What the shop expects of itself. Shares are 0…1. */
export interface PromotionBasis {
  /** Coupons handed out (or orders that got something off). */
  readonly coupons: number;
  /** Share of the coupons that come back. */
  readonly redemption: number;
  /** What of the price is left after the goods are paid; `null` when the shop has not said. */
  readonly margin: number | null;
}

export interface PromotionOutcome {
  readonly coupons: number;
  /** What the shop owes in coupons if all come back. */
  readonly liability: Money;
  /** The same at the shop's own share of coupons that come back. */
  readonly expected: Money;
  /** Sales of the promotion itself, each order just reaching the threshold. */
  readonly sales: Money;
  /** Goods a buyer must take to use up one coupon. */
  readonly need: Money;
  /** Get ÷ spend, as the rule promises it, and get ÷ need, as the coupon is really worth. */
  readonly promisedShare: number;
  readonly realShare: number;
  /** What is left when all come back, and at the shop's own share; `null` without a margin. */
  readonly leftIfAll: Money | null;
  readonly leftExpected: Money | null;
  /** The same per money taken in. */
  readonly shareLeftIfAll: number | null;
  /** The margin at which nothing is left when all come back. */
  readonly breakEvenMargin: number;
  /** The share of coupons coming back at which nothing is left; `null` when even all of them leave something. */
  readonly breakEvenRedemption: number | null;
}

/**
 * How many coupons a turnover brings: one for each time the threshold is reached, never more than the limit.
 *
 * @example couponsFor({ minor: 2000000, currency: 'CNY' }, { spend: { minor: 30000, currency: 'CNY' }, limit: null }) // => 66
 */
export function couponsFor(turnover: Money, terms: Pick<PromotionTerms, 'spend' | 'limit'>): number {
  const times = Math.floor(Math.max(0, turnover.minor) / terms.spend.minor);
  return terms.limit === null ? times : Math.min(times, terms.limit);
}

/**
 * Minor units of goods a buyer must take to use up one coupon. Without a condition: goods for just its value.
 * What is taken off at once needs no second purchase.
 */
export function neededToUse(terms: Pick<PromotionTerms, 'get' | 'perSpend' | 'perTakeOff' | 'kind'>): number {
  const { get, perSpend, perTakeOff, kind } = terms;
  if (kind === 'off') return 0;
  if (!perSpend || !perTakeOff) return get.minor;
  return Math.ceil(get.minor / perTakeOff.minor) * perSpend.minor;
}

/**
 * What a promotion costs if all of it comes back, what is left, and where it breaks even. Per coupon: the first
 * order leaves `spend × margin`; when the coupon comes back, goods of `need` are sold for `need − get` and leave
 * `need × margin − get`.
 */
export function promotionOutcome(terms: PromotionTerms, basis: PromotionBasis): PromotionOutcome {
  const { coupons, redemption, margin } = basis;
  const { currency } = terms.spend;
  const [spend, get, need] = [terms.spend.minor, terms.get.minor, neededToUse(terms)];
  const money = (minor: number): Money => ({ minor: Math.round(minor), currency });
  const atOnce = terms.kind === 'off';
  const back = atOnce ? 1 : redemption;
  const left = (share: number) =>
    margin === null ? null : coupons * (spend * margin + share * (need * margin - get));
  const all = left(1);
  const own = left(back);
  const takenIn = coupons * (spend + need - get);
  const lossPerCoupon = margin === null ? 0 : get - need * margin;
  const evenAt =
    margin !== null && lossPerCoupon > 0 ? (spend * margin) / lossPerCoupon : Number.POSITIVE_INFINITY;
  return {
    coupons,
    liability: money(coupons * get),
    expected: money(coupons * back * get),
    sales: money(coupons * spend),
    need: money(atOnce ? spend : need),
    promisedShare: get / spend,
    realShare: atOnce ? get / spend : get / need,
    leftIfAll: all === null ? null : money(all),
    leftExpected: own === null ? null : money(own),
    shareLeftIfAll: all === null || takenIn <= 0 ? null : all / takenIn,
    breakEvenMargin: get / (spend + need),
    breakEvenRedemption: !atOnce && evenAt <= 1 ? evenAt : null,
  };
}

export type PromotionFlag =
  /** Fine print that keeps the last word, or a change, for the shop. */
  | { readonly kind: 'final-say' | 'may-change'; readonly quote: string }
  /** Nothing is left when all come back. */
  | { readonly kind: 'loss' }
  /** Using the coupon asks for far more than earning it did. */
  | {
      readonly kind: 'hard-to-use';
      readonly need: Money;
      readonly realShare: number;
      readonly promisedShare: number;
    }
  | { readonly kind: 'no-end' | 'no-limit' | 'ended' | 'currencies' }
  | { readonly kind: 'soon'; readonly days: number };

const FINAL_SAY =
  /[^。；;.!！\n]{0,12}(?:最[终終]|一切)?解[释釋][权權][^。；;.!！\n]{0,16}|[^.;\n]{0,30}\bfinal (?:interpretation|say|decision)\b[^.;\n]{0,30}|[^.;\n]{0,30}\bright (?:of|to) (?:final )?interpret\w*[^.;\n]{0,30}/i;
const MAY_CHANGE =
  /[^。；;.!！\n]{0,12}(?:保留|有[权權])[^。；;.!！\n]{0,12}(?:修改|[变變]更|[终終]止|取消|[调調]整)[^。；;.!！\n]{0,16}|[^.;\n]{0,20}\breserves? the right to (?:change|amend|end|cancel|modify)[^.;\n]{0,30}|[^.;\n]{0,20}\bsubject to change\b[^.;\n]{0,20}|[^.;\n]{0,20}\b(?:may|can) (?:change|end|cancel) (?:the (?:rules|offer|terms)|this)[^.;\n]{0,30}/i;

/**
 * Sentences by which the shop keeps the last word for itself; where they are against the law they cost a fine.
 *
 * @example finePrint('满300送150，最终解释权归本店').map(({ kind }) => kind) // => ['final-say']
 * @example finePrint('spend 300 get 150') // => []
 */
export function finePrint(text: string): readonly Extract<PromotionFlag, { readonly quote: string }>[] {
  const found = (pattern: RegExp) => pattern.exec(text.normalize('NFKC').slice(0, 4000))?.[0].trim();
  const [final, change] = [found(FINAL_SAY), found(MAY_CHANGE)];
  return [
    ...(final ? [{ kind: 'final-say', quote: final } as const] : []),
    ...(change ? [{ kind: 'may-change', quote: change } as const] : []),
  ];
}

/** A coupon that asks for more than so many times what earned it is not the present it looks like. */
const HARD = 2;
/** Days within which a coupon can hardly be used. */
const SOON = 7;

/** What is to be thought of before the rule is published. Hints, never a block. */
export function checkTerms(
  terms: PromotionTerms,
  outcome: PromotionOutcome,
  today: Day,
): readonly PromotionFlag[] {
  const { until, spend, get, perSpend, perTakeOff } = terms;
  const flags: PromotionFlag[] = [...finePrint(terms.text)];
  const { need, promisedShare, realShare, leftIfAll } = outcome;
  if (new Set([spend, get, perSpend, perTakeOff].flatMap((money) => money?.currency ?? [])).size > 1) {
    return [...flags, { kind: 'currencies' }];
  }
  if (terms.kind === 'coupon' && need.minor >= HARD * spend.minor) {
    flags.push({ kind: 'hard-to-use', need, realShare, promisedShare });
  }
  if (leftIfAll !== null && leftIfAll.minor < 0) flags.push({ kind: 'loss' });
  const days = until === null ? null : daysBetween(today, until);
  if (days === null) flags.push({ kind: 'no-end' });
  else if (days < 0) flags.push({ kind: 'ended' });
  else if (terms.kind === 'coupon' && days < SOON) flags.push({ kind: 'soon', days });
  if (terms.limit === null) flags.push({ kind: 'no-limit' });
  return flags;
}

export const WORSE_REASONS = [
  'spend-more',
  'get-less',
  'condition-added',
  'condition-harder',
  'ends-sooner',
  'end-added',
  'fewer',
  'limit-added',
  'coupon-instead',
  'final-say-added',
  'may-change-added',
  'currency',
] as const;
export type WorseReason = (typeof WORSE_REASONS)[number];

/**
 * Each way in which a later version of published terms is worse for buyers; none when it is not.
 *
 * @param before The terms as they were last published.
 */
export function worseReasons(before: PromotionTerms, later: PromotionTerms): readonly WorseReason[] {
  const currencies = new Set(
    [before.spend, before.get, later.spend, later.get].map((money) => money.currency),
  );
  if (currencies.size > 1) return ['currency'];
  const printed = (terms: PromotionTerms, kind: 'final-say' | 'may-change') =>
    finePrint(terms.text).some((flag) => flag.kind === kind);
  const added = (kind: 'final-say' | 'may-change') => printed(later, kind) && !printed(before, kind);
  const asked = (terms: PromotionTerms) =>
    terms.perSpend && terms.perTakeOff ? terms.perSpend.minor / terms.perTakeOff.minor : 1;
  const reasons: readonly (readonly [WorseReason, boolean])[] = [
    ['spend-more', later.spend.minor > before.spend.minor],
    ['get-less', later.get.minor < before.get.minor],
    ['condition-added', before.perSpend === null && later.perSpend !== null && asked(later) > 1],
    ['condition-harder', before.perSpend !== null && asked(later) > asked(before)],
    ['ends-sooner', before.until !== null && later.until !== null && later.until < before.until],
    ['end-added', before.until === null && later.until !== null],
    ['fewer', before.limit !== null && later.limit !== null && later.limit < before.limit],
    ['limit-added', before.limit === null && later.limit !== null],
    ['coupon-instead', before.kind === 'off' && later.kind === 'coupon'],
    ['final-say-added', added('final-say')],
    ['may-change-added', added('may-change')],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}
