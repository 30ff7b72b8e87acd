import type { Day } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { Dataset } from '../dataset';
import { once } from '../frame/once';
import type { AnswerFrame, OrderFrame } from '../frame/orders';
import { type PurchaseDays, purchaseDays } from '../models/summary';
import type { ReviewOptions } from '../options';
import { type Purchases, purchasesOf } from './book-buyers';
import type { BookView } from './book-view';
import { type OrderLabels, sideLabels } from './breakdown-labels';
import { type CountedSide, countedSides } from './breakdowns';
import { graduatedBuyers } from './graduated';
import { type Histories, historiesOf } from './histories';
import { spanOf } from './period';
import { withoutSamples } from './samples';
import { answersBetween, ordersBetween } from './select';

/** Everything a measure may look at, cut to the days of the review; made once and shared by all. */
export interface MeasureInput {
  readonly orders: OrderFrame;
  readonly histories: Histories;
  readonly days: PurchaseDays;
  /** What the orders are called on each side the data tell of; made when first asked for. */
  readonly labels: () => OrderLabels;
  /** The orders counted on each of these sides; when first asked for. */
  readonly counted: () => readonly CountedSide[];
  readonly answers: AnswerFrame;
  readonly book: Book | null;
  /** Orders of the book's buyers. */
  readonly purchases: Purchases;
  readonly view: BookView;
  readonly asOf: Day;
  readonly currency: string | null;
  /** Buyers whose need has come to its natural end (J19). */
  readonly graduated: ReadonlySet<string>;
  /** Expected value per buyer key where the models gave one. */
  readonly clv: ReadonlyMap<string, number> | null;
}

/** The part of the input that tells orders apart, and what it is made of. */
export function sidesInput(
  orders: OrderFrame,
  book: Book | null,
  currency: string | null,
): Pick<MeasureInput, 'orders' | 'histories' | 'currency' | 'labels' | 'counted'> {
  const histories = historiesOf(orders);
  const labels = once(() => sideLabels(orders, book));
  const counted = once(() => countedSides(orders, histories, labels(), currency));
  return { orders, histories, currency, labels, counted };
}

/** The input of the measures from what was read, before any model was asked. Sample buyers are in none of it. */
export function measureInput(read: Dataset, options: ReviewOptions): MeasureInput {
  const data = withoutSamples(read);
  const span = spanOf(data, options);
  const frame = options.net && data.netted !== null ? data.netted : data.orders;
  const orders = ordersBetween(frame, span.start, span.end);
  const asOf = span.to !== null && span.to < span.asOf ? span.to : span.asOf;
  const { book, currency } = data;
  return {
    ...sidesInput(orders, book, currency),
    days: purchaseDays(orders, span.asOf),
    answers: answersBetween(data.answers, span.start, span.end),
    book,
    purchases: book === null ? new Map() : purchasesOf(orders, book),
    view: { from: span.from, asOf, timeZone: data.timeZone },
    asOf: span.asOf,
    graduated: graduatedBuyers(book, orders, span.asOf),
    clv: null,
  };
}
