import { translator } from '@shared/i18n/index';
import { bookCounts } from './book-counts';
import { sideLabels } from './breakdown-labels';
import { breakdownBy, breakdowns, type Side } from './breakdowns';
import { chanceOfReturn } from './chance-of-return';
import { clerkRows } from './clerks';
import { cohortsOf } from './cohorts';
import { complaintCare } from './complaint-care';
import { complaintsSection } from './complaints';
import { doseResponse } from './dose-response';
import { forecastSection } from './forecast';
import { giftTest, giftTestPlan } from './gift-test';
import { giftsSection } from './gifts';
import { goodwillSection } from './goodwill';
import type { MeasureInput } from './input';
import { decimals } from './money';
import { nextPurchases } from './next-purchase';
import { promiseOutcomes } from './promise-outcomes';
import { promisesSection } from './promises';
import { promotionsSection } from './promotions';
import { purchaseGaps } from './purchase-gaps';
import { questionRows, visitsIn } from './questions';
import { recommendation } from './recommend';
import { referralsSection } from './referrals';
import { repeatSection } from './repeat';
import { rfmScores, rfmSection } from './rfm';
import { salesSection } from './sales';
import { satisfactionSection } from './satisfaction';
import type { MeasureName, MeasureSections } from './sections';
import { waitsSection } from './waits';
import { dayEnd } from './wall-clock';
import { weekComparison } from './week-comparison';
import { wishRows } from './wishes';

/** What must be in the data for a measure to have anything to say. */
export type MeasureNeed =
  | 'orders'
  | 'buyers'
  | 'book'
  | 'promises'
  | 'discounts'
  | 'gifts'
  | 'coin'
  | 'complaints'
  | 'visits'
  | 'waits'
  | 'referrals'
  | 'wishes'
  | 'promotions';

/** A measure of the catalogue: pure, and plain JSON comes out of it. */
export interface MeasureOf<Name extends MeasureName> {
  readonly name: Name;
  readonly needs: readonly MeasureNeed[];
  readonly compute: (input: MeasureInput) => MeasureSections[Name];
}
export type Measure = { readonly [Name in MeasureName]: MeasureOf<Name> }[MeasureName];

/** A measure of the book: without one it has nothing to say. */
function ofBook<Section>(
  compute: (input: MeasureInput & { readonly book: NonNullable<MeasureInput['book']> }) => Section,
) {
  return (input: MeasureInput): Section | null =>
    input.book === null ? null : compute({ ...input, book: input.book });
}

/** A side of the orders; `null` where the data tell nothing of it. */
function bySide<Name extends MeasureName>(name: Name, side: Side) {
  return {
    name,
    needs: ['orders'] as const,
    compute: ({ orders, histories, book, currency, clv }: MeasureInput) => {
      const labels = sideLabels(orders, book)[side];
      if (orders.count === 0 || labels === undefined) return null;
      const told = breakdownBy(side, orders, histories, labels, currency, clv);
      return side === 'platform' || told.rows.some(({ label }) => label !== '') ? told : null;
    },
  };
}

/** Every measure there is. The notebook's cells draw from these, and the tests try each on the hardest shops. */
export const MEASURES: readonly Measure[] = [
  {
    name: 'sales',
    needs: ['orders'],
    compute: ({ orders, asOf, currency }) => salesSection(orders, asOf, currency),
  },
  {
    name: 'repeat',
    needs: ['buyers'],
    compute: ({ histories, asOf }) => repeatSection(histories, dayEnd(asOf)),
  },
  {
    name: 'second-purchase',
    needs: ['buyers'],
    compute: ({ histories, asOf }) => repeatSection(histories, dayEnd(asOf)),
  },
  { name: 'cohorts', needs: ['buyers'], compute: (input) => cohortsIn(input, 'month') },
  { name: 'cohorts-by-quarter', needs: ['buyers'], compute: (input) => cohortsIn(input, 'quarter') },
  { name: 'cohorts-by-week', needs: ['buyers'], compute: (input) => cohortsIn(input, 'week') },
  { name: 'purchase-gaps', needs: ['buyers'], compute: ({ days }) => purchaseGaps(days) },
  {
    name: 'next-purchase',
    needs: ['buyers'],
    compute: ({ days, book, asOf, graduated }) => nextPurchases(days, book, asOf, { graduated }),
  },
  { name: 'rfm-scores', needs: ['buyers'], compute: ({ days, asOf }) => rfmScores(days, asOf) },
  { name: 'rfm', needs: ['buyers'], compute: ({ days, asOf }) => rfmSection(rfmScores(days, asOf), asOf) },
  {
    name: 'breakdowns',
    needs: ['orders'],
    compute: ({ orders, histories, book, currency, clv }) =>
      breakdowns(orders, histories, book, currency, clv),
  },
  bySide('by-platform', 'platform'),
  bySide('by-product', 'product'),
  bySide('by-city', 'city'),
  bySide('by-tag', 'tag'),
  bySide('by-grade', 'grade'),
  bySide('by-first-product', 'firstProduct'),
  bySide('by-first-discount', 'firstDiscount'),
  {
    name: 'forecast',
    needs: ['orders'],
    compute: ({ orders, asOf, currency }) => forecastSection(orders, asOf, currency),
  },
  {
    name: 'week',
    needs: ['orders'],
    compute: ({ orders, histories, book, asOf, currency, view }) =>
      weekComparison(orders, histories, book, asOf, currency, view.timeZone),
  },
  {
    name: 'satisfaction',
    needs: ['visits'],
    compute: ({ answers, lang }) => satisfactionSection(answers, translator(lang)),
  },
  {
    name: 'promises',
    needs: ['book', 'promises'],
    compute: ofBook(({ book, purchases, view }) => promisesSection(book, purchases, view)),
  },
  {
    name: 'promise-outcomes',
    needs: ['book', 'promises'],
    compute: ofBook(({ book, purchases, view, currency, clv }) =>
      promiseOutcomes(book, purchases, view, currency, clv),
    ),
  },
  {
    name: 'goodwill',
    needs: ['book', 'discounts'],
    compute: ofBook(({ book, view, currency, histories, asOf }) =>
      goodwillSection(book, view, currency, chanceOfReturn(repeatSection(histories, dayEnd(asOf)))),
    ),
  },
  {
    name: 'gifts',
    needs: ['book', 'gifts'],
    compute: ofBook(({ book, purchases, view, currency }) => giftsSection(book, purchases, view, currency)),
  },
  {
    name: 'gift-test',
    needs: ['book', 'coin'],
    compute: ofBook(({ book, purchases, view }) => giftTest(book, purchases, view)),
  },
  {
    name: 'gift-test-plan',
    needs: ['book'],
    compute: ofBook(({ book, purchases, view }) => giftTestPlan(book, purchases, view)),
  },
  {
    name: 'dose-response',
    needs: ['book', 'waits'],
    compute: ofBook(({ book, purchases, view }) => doseResponse(book, purchases, view)),
  },
  { name: 'waits', needs: ['book', 'waits'], compute: ofBook(({ book, view }) => waitsSection(book, view)) },
  {
    name: 'questions',
    needs: ['book', 'visits'],
    compute: ofBook(({ book, view }) => questionRows(visitsIn(book, view))),
  },
  {
    name: 'recommendation',
    needs: ['book', 'visits'],
    compute: ({ answers }) => recommendation(answers),
  },
  { name: 'clerks', needs: ['book', 'visits'], compute: ofBook(({ book, view }) => clerkRows(book, view)) },
  {
    name: 'complaints',
    needs: ['book', 'complaints'],
    compute: ofBook(({ book, orders, view, currency }) => complaintsSection(book, orders, view, currency)),
  },
  {
    name: 'complaint-care',
    needs: ['book', 'complaints'],
    compute: ofBook(({ book, purchases, view, currency }) => complaintCare(book, purchases, view, currency)),
  },
  {
    name: 'referrals',
    needs: ['book', 'referrals'],
    compute: ofBook(({ book, purchases, view }) => referralsSection(book, purchases, view)),
  },
  {
    name: 'promotions',
    needs: ['book', 'promotions'],
    compute: ofBook(({ book, view, currency }) => promotionsSection(book, view, currency)),
  },
  { name: 'records', needs: ['book'], compute: ofBook(({ book, view }) => bookCounts(book, view)) },
  { name: 'wishes', needs: ['book', 'wishes'], compute: ofBook(({ book, view }) => wishRows(book, view)) },
];

/** Cohorts of weeks are as many as weeks: the newest half year of them. */
const NEWEST_WEEKS = 26;

/** Cohorts of one unit of the calendar, with money in the shop's currency. */
export function cohortsIn(
  { orders, histories, asOf, currency }: Pick<MeasureInput, 'orders' | 'histories' | 'asOf' | 'currency'>,
  unit: 'week' | 'month' | 'quarter',
) {
  const most = unit === 'week' ? { most: NEWEST_WEEKS } : {};
  return cohortsOf(orders, histories, asOf, { unit, digits: decimals(currency), ...most });
}
