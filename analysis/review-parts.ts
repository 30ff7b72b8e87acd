import { bookCounts } from './measures/book-counts';
import { breakdowns } from './measures/breakdowns';
import { clerkRows } from './measures/clerks';
import { cohortsIn } from './measures/cohorts';
import { complaintCare } from './measures/complaint-care';
import { doseResponse } from './measures/dose-response';
import { forecastSection } from './measures/forecast';
import { giftTest, giftTestPlan } from './measures/gift-test';
import type { MeasureInput } from './measures/input';
import { type NextPurchase, nextPurchases } from './measures/next-purchase';
import { promiseOutcomes } from './measures/promise-outcomes';
import { promotionsSection } from './measures/promotions';
import { purchaseGaps } from './measures/purchase-gaps';
import { questionRows, visitsIn } from './measures/questions';
import { recommendation } from './measures/recommend';
import { referralsSection } from './measures/referrals';
import { type RfmScore, rfmScores, rfmSection } from './measures/rfm';
import { salesSection } from './measures/sales';
import { waitsSection } from './measures/waits';
import { wishRows } from './measures/wishes';
import type { NamedExpectation, NamedScore, Review } from './review';

/** The optional parts of a review: what `review/1` came to hold besides the sections it began with. */
export type ReviewParts = Pick<
  Review,
  | 'cohortsBy'
  | 'gaps'
  | 'rfm'
  | 'expected'
  | 'breakdowns'
  | 'waits'
  | 'referrals'
  | 'wishes'
  | 'forecast'
  | 'records'
  | 'promotions'
  | 'sales'
>;

const MOVERS = 20;
const EXPECTED = 20;

type Names = ReadonlyMap<string, string>;

/** One function per part, so that a cell which needs one of them waits for no other. */
export const REVIEW_PARTS: {
  readonly [Part in keyof ReviewParts]-?: (input: MeasureInput, names: Names) => ReviewParts[Part];
} = {
  cohortsBy: (input) => {
    const quarter = cohortsIn(input, 'quarter');
    const week = cohortsIn(input, 'week');
    return quarter === null || week === null ? null : { quarter, week };
  },
  gaps: ({ days }) => purchaseGaps(days),
  rfm: ({ days, asOf, graduated }, names) => {
    const scores = rfmScores(days, asOf);
    const rfm = rfmSection(scores, asOf);
    if (rfm === null) return null;
    const movers = fallen(scores, graduated).map(
      (row): NamedScore => ({ ...row, name: names.get(row.buyer) ?? row.buyer }),
    );
    return { ...rfm, movers };
  },
  expected: ({ days, book, asOf, graduated, clv }, names) =>
    mostPressing(nextPurchases(days, book, asOf, { graduated, pressing: { ahead: 7 } }), clv).map(
      (row): NamedExpectation => ({ ...row, name: names.get(row.buyer) ?? row.buyer }),
    ),
  breakdowns: ({ orders, counted, currency, clv }) => breakdowns(orders, counted(), currency, clv),
  sales: ({ orders, asOf, currency }) => salesSection(orders, asOf, currency),
  forecast: ({ orders, asOf, currency }) => forecastSection(orders, asOf, currency),
  waits: ({ book, view }) => (book === null ? undefined : waitsSection(book, view)),
  referrals: ({ book, purchases, view }) =>
    book === null ? undefined : referralsSection(book, purchases, view),
  wishes: ({ book, view }) => (book === null ? undefined : wishRows(book, view)),
  promotions: ({ book, view, currency }) =>
    book === null ? undefined : promotionsSection(book, view, currency),
  records: ({ book, view }) => (book === null ? undefined : bookCounts(book, view)),
};

/** The parts in which what the models expect of each buyer stands. */
const VALUED = ['expected', 'breakdowns'] as const satisfies readonly (keyof ReviewParts)[];
type Valued = Pick<ReviewParts, (typeof VALUED)[number]>;

/**
 * The parts for which no model is needed. @param names what to call buyers of the book; others are called by
 * their key
 */
export function plainParts(input: MeasureInput, names: Names): Omit<ReviewParts, keyof Valued> {
  return partsOf(input, names, (part) => !isValued(part)) as Omit<ReviewParts, keyof Valued>;
}

/** The other parts, once the models have been asked. */
export function valuedParts(input: MeasureInput, names: Names): Valued {
  return partsOf(input, names, isValued) as Valued;
}

function isValued(part: string): boolean {
  return (VALUED as readonly string[]).includes(part);
}

function partsOf(input: MeasureInput, names: Names, wanted: (part: string) => boolean): object {
  const parts = Object.entries(REVIEW_PARTS)
    .filter(([part]) => wanted(part))
    .map(([part, compute]) => [part, compute(input, names)] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

/** Those who fell furthest, dearest first: a risen one needs nothing from the shop today. */
function fallen(scores: readonly RfmScore[], graduated: ReadonlySet<string>): readonly RfmScore[] {
  const loss = (row: RfmScore) => (row.before ?? 0) - row.r - row.f - row.m;
  return scores
    .filter((row) => row.movement === 'down' && !graduated.has(row.buyer))
    .sort((a, b) => loss(b) - loss(a) || b.spent - a.spent || (a.buyer < b.buyer ? -1 : 1))
    .slice(0, MOVERS);
}

/** The most valuable first; who is longer overdue than their own pace has left, or never had that pace. */
function mostPressing(
  rows: readonly NextPurchase[],
  clv: ReadonlyMap<string, number> | null,
): readonly NextPurchase[] {
  const worth = ({ buyer }: NextPurchase) => clv?.get(buyer) ?? 0;
  return [...rows]
    .sort((a, b) => worth(b) - worth(a) || b.overdue - a.overdue || (a.buyer < b.buyer ? -1 : 1))
    .slice(0, EXPECTED);
}

/** The sections a review began with, each with what came to be known besides; a section that is `null` stays so. */
export function deepened<Sections extends Pick<Review, 'satisfaction' | 'promises' | 'gifts' | 'complaints'>>(
  sections: Sections,
  { book, purchases, view, currency, clv, answers }: MeasureInput,
): Sections {
  const { promises, gifts, complaints } = sections;
  const satisfaction = sections.satisfaction && {
    ...sections.satisfaction,
    recommend: recommendation(answers),
  };
  if (book === null) return { ...sections, satisfaction };
  return {
    ...sections,
    satisfaction: satisfaction && {
      ...satisfaction,
      questions: questionRows(visitsIn(book, view)),
      clerks: clerkRows(book, view),
    },
    promises: promises && {
      ...promises,
      outcomes: promiseOutcomes(book, purchases, view, currency, clv),
    },
    gifts: gifts && {
      ...gifts,
      dose: doseResponse(book, purchases, view),
      test: giftTest(book, purchases, view),
      plan: giftTestPlan(book, purchases, view),
    },
    complaints: complaints && { ...complaints, care: complaintCare(book, purchases, view, currency) },
  };
}
