import { type Day, daysBetween } from '../calendar/day';
import { tooSoon } from './contact';
import type { CareRule } from './rule';

/** Orders from which a buyer is meant by a rule without grades. */
export const RULE_ORDERS = 2;

/** What a rule must know of a buyer. */
export interface RuleBuyer {
  readonly id: string;
  readonly grade: string;
  /** Orders that came to something. */
  readonly orders: number;
  /** They allowed to be written to without having asked. */
  readonly mayBeWritten: boolean;
  /** A complaint of theirs is open: other news is due first. */
  readonly complaining: boolean;
  /** The last day the shop wrote to them unasked. */
  readonly lastProactive: Day | null;
  /** For each rule, the days on which it was followed for them. */
  readonly followed: ReadonlyMap<string, readonly Day[]>;
}

/** Somebody a rule is due for. */
export interface RuleDue {
  readonly rule: CareRule;
  readonly buyerId: string;
  /** When it was last followed for them; `null`: never. */
  readonly last: Day | null;
}

/** Whether a rule is about buyers of this kind at all. */
export function ruleMeans(rule: CareRule, buyer: Pick<RuleBuyer, 'grade' | 'orders'>): boolean {
  return rule.grades.length > 0 ? rule.grades.includes(buyer.grade) : buyer.orders >= RULE_ORDERS;
}

/** A gift says nothing and goes with the next parcel; the others are words written unasked. */
export function ruleWrites(rule: Pick<CareRule, 'gives'>): boolean {
  return rule.gives !== 'gift';
}

/**
 * Who is due a coupon, a gift, a visit or a greeting (P12). For each rule: buyers of its grades for whom it was
 * not followed within its days, the longest neglected first, who ordered most first among equals, and no more
 * than the month's cap leaves after what was given already. Nobody is written to more often than once in
 * `quietDays`, by all rules together (J5), nor with a complaint open, nor who asked not to be.
 *
 * @param quietDays Days between two messages the shop writes unasked.
 */
export function dueByRules(
  rules: readonly CareRule[],
  buyers: readonly RuleBuyer[],
  today: Day,
  quietDays = 7,
): readonly RuleDue[] {
  const written = new Set<string>();
  const month = today.slice(0, 7);
  return rules
    .filter((rule) => rule.active)
    .flatMap((rule) => {
      const meant = buyers.filter((buyer) => ruleMeans(rule, buyer));
      const given = buyers.flatMap(({ followed }) => followed.get(rule.id) ?? []);
      const room =
        rule.monthlyCap === null
          ? Number.POSITIVE_INFINITY
          : Math.max(0, rule.monthlyCap - given.filter((day) => day.slice(0, 7) === month).length);
      const due = meant
        .map((buyer) => ({ buyer, last: [...(buyer.followed.get(rule.id) ?? [])].sort().at(-1) ?? null }))
        .filter(({ buyer, last }) => isDue(rule, last, today) && mayWrite(rule, buyer, today, quietDays))
        .filter(({ buyer }) => !ruleWrites(rule) || !written.has(buyer.id))
        .sort(
          (a, b) =>
            (a.last ?? '').localeCompare(b.last ?? '') ||
            b.buyer.orders - a.buyer.orders ||
            a.buyer.id.localeCompare(b.buyer.id),
        )
        .slice(0, room);
      if (ruleWrites(rule)) for (const { buyer } of due) written.add(buyer.id);
      return due.map(({ buyer, last }): RuleDue => ({ rule, buyerId: buyer.id, last }));
    });
}

function isDue(rule: CareRule, last: Day | null, today: Day): boolean {
  return last === null || daysBetween(last, today) >= rule.everyDays;
}

function mayWrite(rule: CareRule, buyer: RuleBuyer, today: Day, quietDays: number): boolean {
  if (!ruleWrites(rule)) return true;
  return buyer.mayBeWritten && !buyer.complaining && !tooSoon(buyer.lastProactive, today, quietDays);
}
