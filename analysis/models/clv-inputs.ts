import { type Day, dayFromNumber, dayNumber } from '@shared/calendar/day';
import type { OrderFrame, SummaryFrame } from '../frame/orders';
import type { ReviewOptions } from '../options';
import { holdoutCounts, type PurchaseDays, type PurchaseSummary, purchaseDays, summarise } from './summary';

/** What is fitted, and what is held back to check it. */
export interface ClvInputs {
  /** Buyers at the end of `calibrateUntil`. */
  readonly summary: PurchaseSummary;
  /** They came as ready summaries: there are no orders behind them. */
  readonly ready: boolean;
  readonly calibrateUntil: Day;
  /** Length of the observed past in days, both ends included. */
  readonly spanDays: number;
  readonly holdout: {
    /** Buyers at the cut: `summary` itself when the cut is `calibrateUntil`. */
    readonly summary: PurchaseSummary;
    readonly actual: Float64Array;
    readonly days: number;
    /** The cut: the last day the check is told from. */
    readonly until: Day;
  } | null;
}

/** Shorter than this no third is held back: both parts would be too short to say anything. */
const SHORTEST_SPAN = 26 * 7;
const SHORTEST_HOLDOUT = 4 * 7;

export const unitDays = (unit: 'day' | 'week') => (unit === 'week' ? 7 : 1);

/**
 * Splits orders for fitting and backtest.
 *
 * With a cut named by the reader everything is seen from that day: models are fitted on what came up to it,
 * values look ahead from it, and what came later is the backtest. Otherwise models are fitted on everything
 * up to `asOf` (so `calibrateUntil` is `asOf`), and the backtest makes a cut of its own that holds back the
 * last third in whole weeks, if there are at least 26 weeks.
 */
export function inputsFromOrders(orders: OrderFrame, options: ReviewOptions, asOf: Day): ClvInputs | null {
  const days = purchaseDays(orders, asOf);
  if (days.buyers.length === 0) return null;
  const [end, unit] = [dayNumber(asOf), unitDays(options.unit)];
  const named = options.calibrateUntil === null ? null : dayNumber(options.calibrateUntil);
  if (named !== null && named < end) {
    const summary = summarise(days, named, unit);
    if (summary.buyers.length === 0) return null;
    return {
      summary,
      ready: false,
      calibrateUntil: dayFromNumber(named),
      spanDays: named - days.firstDay + 1,
      holdout: holdoutAt(days, summary, named, end),
    };
  }
  const spanDays = end - days.firstDay + 1;
  const cut = end - Math.floor(spanDays / 21) * 7;
  return {
    summary: summarise(days, end, unit),
    ready: false,
    calibrateUntil: asOf,
    spanDays,
    holdout: spanDays >= SHORTEST_SPAN ? holdoutAt(days, summarise(days, cut, unit), cut, end) : null,
  };
}

function holdoutAt(
  days: PurchaseDays,
  summary: PurchaseSummary,
  cut: number,
  end: number,
): ClvInputs['holdout'] {
  if (end - cut < SHORTEST_HOLDOUT) return null;
  return {
    summary,
    actual: holdoutCounts(days, summary, cut, end),
    days: end - cut,
    until: dayFromNumber(cut),
  };
}

/**
 * Ready summaries, in the unit they were made in (the reader's --unit); rows that are no history (negative,
 * last purchase after the end, repeats at time 0) are left out. No backtest: the later purchases are not there.
 */
export function inputsFromSummaries(
  frame: SummaryFrame,
  options: ReviewOptions,
  asOf: Day,
): ClvInputs | null {
  const good: number[] = [];
  for (let i = 0; i < frame.count; i += 1) {
    const [x, tx, T] = [frame.x[i]!, frame.tx[i]!, frame.T[i]!];
    const ordered = Number.isInteger(x) && x >= 0 && tx >= 0 && tx <= T && Number.isFinite(T);
    if (ordered && (x === 0 || tx > 0)) good.push(i);
  }
  if (good.length === 0) return null;
  const x = Float64Array.from(good, (i) => frame.x[i]!);
  const T = Float64Array.from(good, (i) => frame.T[i]!);
  const summary = {
    buyers: good.map((i) => frame.buyer[i] || `#${i + 1}`),
    source: Int32Array.from(good),
    x,
    tx: Float64Array.from(good, (i, k) => (x[k] === 0 ? 0 : frame.tx[i]!)),
    T,
    spend: Float64Array.from(good, (i) => frame.spend[i] ?? Number.NaN),
  };
  const longest = T.reduce((most, t) => Math.max(most, t), 0);
  const spanDays = longest * unitDays(options.unit);
  return { summary, ready: true, calibrateUntil: asOf, spanDays, holdout: null };
}
