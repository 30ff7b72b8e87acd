import type { Day } from '@shared/calendar/day';
import type { Lang } from '@shared/i18n/lang';
import type { Book } from '@shared/records/book';
import type { Dataset } from '../dataset';
import { once } from '../frame/once';
import type { AnswerFrame, OrderFrame } from '../frame/orders';
import { type PurchaseDays, purchaseDays } from '../models/summary';
import type { ReviewOptions } from '../options';
import { type Purchases, purchasesOf } from './book-buyers';
import type { BookView } from './book-view';
import { type OrderLabels, sideLabels } from './breakdown-labels';
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
  /** The language of verdicts. */
  readonly lang: Lang;
}

/** The input of the measures from what was read, before any model was asked. Sample buyers are in none of it. */
export function measureInput(read: Dataset, options: ReviewOptions): MeasureInput {
  const data = withoutSamples(read);
  const span = spanOf(data, options);
  const frame = options.net && data.netted !== null ? data.netted : data.orders;
  const orders = ordersBetween(frame, span.start, span.end);
  const asOf = span.to !== null && span.to < span.asOf ? span.to : span.asOf;
  const { book } = data;
  return {
    orders,
    histories: historiesOf(orders),
    days: purchaseDays(orders, span.asOf),
    labels: once(() => sideLabels(orders, book)),
    answers: answersBetween(data.answers, span.start, span.end),
    book,
    purchases: book === null ? new Map() : purchasesOf(orders, book),
    view: { from: span.from, asOf, timeZone: data.timeZone },
    asOf: span.asOf,
    currency: data.currency,
    graduated: graduatedBuyers(book, orders, span.asOf),
    clv: null,
    lang: options.lang,
  };
}
