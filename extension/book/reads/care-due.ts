import type { Day } from '@shared/calendar/day';
import type { HolidayId } from '@shared/calendar/holidays';
import type { Buyer } from '@shared/records/buyer';
import type { CareRule } from '@shared/records/rule';
import type { OpenBook } from '../open';
import { datesDue } from './dates-due';
import { holidaysDue } from './holidays-due';
import { rulesDue } from './rules-due';
import { suppliesDue } from './supplies-due';
import { visitsDue } from './visits-due';
import { waitsDue } from './waits-due';

/**
 * Why somebody is to be thought of today: goods are back for them, a hold ends, a day of theirs comes near,
 * something of theirs runs out, they are to be asked how it was, a rule of the shop falls due, a holiday comes.
 */
export type CareReason =
  | { readonly kind: 'back' | 'hold-ends'; readonly id: string; readonly until: Day | null }
  | {
      readonly kind: 'date';
      readonly id: string;
      readonly on: Day;
      readonly inDays: number;
      readonly sendBy: Day;
    }
  | { readonly kind: 'run-out'; readonly id: string; readonly on: Day; readonly inDays: number }
  | {
      readonly kind: 'visit';
      readonly id: string | null;
      readonly orderNumber: string | null;
      readonly delivered: Day | null;
    }
  | { readonly kind: 'rule'; readonly id: string; readonly rule: CareRule; readonly last: Day | null }
  | {
      readonly kind: 'holiday';
      readonly id: HolidayId;
      readonly on: Day;
      readonly inDays: number;
      readonly count: number;
    };
export type CareKind = CareReason['kind'];

/** One thing to do for a buyer, as Today may offer it. */
export interface CareItem {
  /** One text per item, the same on every reading. */
  readonly key: string;
  readonly reason: CareReason;
  /** Whom it is about; `null` only for a holiday, which is about many. */
  readonly buyer: Buyer | null;
  /** In a few words, as the record says it: 妈妈的生日, 奶粉. Empty where the reason says it all. */
  readonly what: string;
  /** The last day on which it still helps, when there is one. */
  readonly by: Day | null;
}

/** So many by the rules of the shop on one day; the rest stands under the shop's rules. */
const RULES_A_DAY = 3;

/**
 * Everybody to be thought of today, the most pressing first: goods that came for them, holds about to end, dates,
 * what runs out, return visits, rules, a holiday. Nobody twice for something unasked, and nothing at all for whom
 * the shop wrote to within the week (J5) or who does not want to be written to. Found by index; imported history makes no list longer than a day's.
 */
export async function careDue(book: OpenBook, today: Day): Promise<readonly CareItem[]> {
  const [waits, dates, supplies, visits, rules, holidays] = await Promise.all([
    waitsDue(book, today),
    datesDue(book, today),
    suppliesDue(book, today),
    visitsDue(book, today),
    rulesDue(book, today),
    holidaysDue(book, today),
  ]);
  const byRule = rules.map(
    ({ rule, last, buyer }): CareItem => ({
      key: `rule/${rule.id}/${buyer.id}`,
      reason: { kind: 'rule', id: rule.id, rule, last },
      buyer,
      what: rule.title,
      by: null,
    }),
  );
  const thoughtOf = new Set(dates.map(({ buyer }) => buyer?.id));
  const once = (items: readonly CareItem[], most = items.length) =>
    items
      .filter(({ buyer }) => {
        const fresh = !thoughtOf.has(buyer?.id);
        thoughtOf.add(buyer?.id);
        return fresh;
      })
      .slice(0, most);
  // Who waits for goods has asked to be told; everything else is unasked, and some have said that they want none of it.
  const unasked = [
    ...dates,
    ...once(supplies),
    ...once(visits),
    ...once(byRule, RULES_A_DAY),
    ...holidays,
  ].filter(({ buyer }) => buyer?.mayBeWritten ?? true);
  return [...waits, ...unasked];
}
