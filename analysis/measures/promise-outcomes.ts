import { addDays, type Day, daysBetween } from '@shared/calendar/day';
import { isoWeek } from '@shared/calendar/week';
import type { Book } from '@shared/records/book';
import type { Promised, Standing } from '@shared/records/promise';
import type { Interval, Rate } from '../review';
import type { Purchases } from './book-buyers';
import { type BookView, inView } from './book-view';
import type { Signal } from './control-chart';
import { pChartSignals } from './control-chart';
import { meanOf, rateOf } from './intervals';
import { decimals, roundTo } from './money';
import { standingAt } from './promises';
import { momentDay } from './wall-clock';

/** Buyers by the worst that became of promises to them. */
export interface OutcomeRow extends Rate {
  readonly outcome: 'kept' | 'late' | 'broken' | 'none';
  readonly buyers: number;
  readonly repeatBuyers: number;
  /** Mean expected lifetime value of those with an estimate, and its interval. */
  readonly valued: number;
  readonly meanClv: number | null;
  readonly clvInterval: Interval | null;
}

export interface PromiseWeek extends Rate {
  /** ISO week in which the time of these promises came. */
  readonly week: string;
  readonly settled: number;
  readonly keptOnTime: number;
}

export interface PromiseLoad {
  /** Open promises with a day in the next seven. */
  readonly dueSoon: number;
  readonly late: number;
  /** Kept a day, over the last 28. */
  readonly keptPerDay: number;
  /** Days of work that are promised: (due soon + late) ÷ kept a day; `null` when none was kept lately. */
  readonly daysOfWork: number | null;
  readonly madeLast28: number;
  readonly keptLast28: number;
}

export interface PromiseOutcomes {
  readonly byOutcome: readonly OutcomeRow[];
  readonly bySeller: readonly (Rate & {
    readonly seller: string;
    readonly made: number;
    readonly settled: number;
    readonly keptOnTime: number;
  })[];
  readonly byWeek: readonly PromiseWeek[];
  /** Weeks in which the share kept on time was beyond chance (p-chart). */
  readonly signals: readonly Signal[];
  readonly load: PromiseLoad;
}

const RANK: Readonly<Partial<Record<Standing, number>>> = { broken: 3, late: 3, 'kept-late': 2, kept: 1 };
const OUTCOMES = ['none', 'kept', 'late', 'broken'] as const;

/**
 * What became of promises and of the buyers they were made to: repeat rate and lifetime value by kept, late,
 * broken or none; by seller; by the week their time came; and how full the coming days are. No proof of cause:
 * who buys often is promised more, and who is let down may already be leaving.
 *
 * @param clv expected value per buyer of the book, `null` where nothing is estimated
 */
export function promiseOutcomes(
  book: Book,
  purchases: Purchases,
  view: BookView,
  currency: string | null,
  clv: ReadonlyMap<string, number> | null = null,
): PromiseOutcomes | null {
  const told = promisesSaid(book, view);
  if (told.length === 0) return null;
  const byWeek = weeksOf(told, view);
  return {
    byOutcome: outcomeRows(book, told, purchases, currency, clv),
    bySeller: bySeller(told),
    byWeek,
    signals: pChartSignals(byWeek.map(({ week, settled, rate }) => ({ week, n: settled, value: rate ?? 0 }))),
    load: loadOf(told, view),
  };
}

/** The worst that became of the promises to each buyer; a buyer without any is not there. */
export function worstByBuyer(told: Told): ReadonlyMap<string, OutcomeRow['outcome']> {
  const worst = new Map<string, number>();
  for (const { promise, stands } of told) {
    const rank = RANK[stands] ?? 0;
    worst.set(promise.buyerId, Math.max(rank, worst.get(promise.buyerId) ?? 0));
  }
  return new Map([...worst].map(([buyer, rank]) => [buyer, OUTCOMES[rank] ?? 'none']));
}

/** Promises with how they stand. */
type Told = readonly { readonly promise: Promised; readonly stands: Standing }[];

/** The promises of a view that were sent, and how each stands at its end. */
export function promisesSaid(book: Book, view: BookView): Told {
  return book.promises
    .filter(({ deleted, state, saidAt }) => !deleted && state !== 'to-be-sent' && inView(saidAt, view))
    .map((promise) => ({ promise, stands: standingAt(promise, view) }));
}

function outcomeRows(
  book: Book,
  told: Told,
  purchases: Purchases,
  currency: string | null,
  clv: ReadonlyMap<string, number> | null,
): readonly OutcomeRow[] {
  const worst = worstByBuyer(told);
  const buyers = book.buyers.filter((buyer) => !buyer.deleted && (purchases.get(buyer.id)?.length ?? 0) > 0);
  const digits = decimals(currency);
  return (['kept', 'late', 'broken', 'none'] as const).map((outcome): OutcomeRow => {
    const group = buyers.filter((buyer) => (worst.get(buyer.id) ?? 'none') === outcome);
    const repeatBuyers = group.filter((buyer) => purchases.get(buyer.id)!.length >= 2).length;
    const { n, mean, interval } = meanOf(
      group.flatMap((buyer) => clv?.get(buyer.id) ?? []),
      [0, Number.MAX_VALUE],
    );
    return {
      outcome,
      buyers: group.length,
      repeatBuyers,
      ...rateOf(repeatBuyers, group.length),
      valued: n,
      meanClv: mean === null ? null : roundTo(mean, digits),
      clvInterval: interval === null ? null : [roundTo(interval[0], digits), roundTo(interval[1], digits)],
    };
  });
}

export const hasCome = (stands: Standing) => (RANK[stands] ?? 0) > 0;

function bySeller(told: Told): PromiseOutcomes['bySeller'] {
  const sellers = [...new Set(told.map(({ promise }) => promise.by))];
  return sellers
    .map((seller) => {
      const own = told.filter(({ promise }) => promise.by === seller);
      const settled = own.filter(({ stands }) => hasCome(stands)).length;
      const keptOnTime = own.filter(({ stands }) => stands === 'kept').length;
      return { seller, made: own.length, settled, keptOnTime, ...rateOf(keptOnTime, settled) };
    })
    .sort((a, b) => b.made - a.made || (a.seller < b.seller ? -1 : 1));
}

/** A promise belongs to the week of its day; without a day, to the week it was settled in. */
export function comeOn(promise: Promised, view: BookView): Day | null {
  if (promise.due.on === 'day') return promise.due.day;
  return (
    promise.settledOn ?? (promise.settledAt === null ? null : momentDay(promise.settledAt, view.timeZone))
  );
}

function weeksOf(told: Told, view: BookView): readonly PromiseWeek[] {
  const weeks = new Map<string, { settled: number; keptOnTime: number }>();
  for (const { promise, stands } of told) {
    const day = comeOn(promise, view);
    if (!hasCome(stands) || day === null || day > view.asOf) continue;
    const row = weeks.get(isoWeek(day)) ?? { settled: 0, keptOnTime: 0 };
    row.settled += 1;
    row.keptOnTime += stands === 'kept' ? 1 : 0;
    weeks.set(isoWeek(day), row);
  }
  return [...weeks]
    .map(([week, row]) => ({ week, ...row, ...rateOf(row.keptOnTime, row.settled) }))
    .sort((a, b) => (a.week < b.week ? -1 : 1));
}

const LOAD_DAYS = 28;

/** The numbers of the load that count promises. */
export type LoadNumber = 'dueSoon' | 'late' | 'madeLast28' | 'keptLast28';

/** Whether a number of the load counts a promise. */
export function countsInLoad(
  number: LoadNumber,
  { promise, stands }: Told[number],
  { asOf, timeZone }: BookView,
): boolean {
  const since = addDays(asOf, -LOAD_DAYS);
  const day = promise.settledOn;
  switch (number) {
    case 'dueSoon':
      return (
        (stands === 'pending' || stands === 'near' || stands === 'due') &&
        promise.due.on === 'day' &&
        daysBetween(asOf, promise.due.day) <= 7
      );
    case 'late':
      return stands === 'late';
    case 'madeLast28':
      return momentDay(promise.saidAt, timeZone) > since;
    default:
      return (stands === 'kept' || stands === 'kept-late') && day !== null && day > since && day <= asOf;
  }
}

function loadOf(told: Told, view: BookView): PromiseLoad {
  const counted = (number: LoadNumber) => told.filter((one) => countsInLoad(number, one, view)).length;
  const [dueSoon, late] = [counted('dueSoon'), counted('late')];
  const [made, kept] = [counted('madeLast28'), counted('keptLast28')];
  const keptPerDay = kept / LOAD_DAYS;
  return {
    dueSoon,
    late,
    keptPerDay,
    daysOfWork: keptPerDay > 0 ? (dueSoon + late) / keptPerDay : null,
    madeLast28: made,
    keptLast28: kept,
  };
}
