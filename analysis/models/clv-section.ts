import type { Day } from '@shared/calendar/day';
import { type Translate, translator } from '@shared/i18n/translator';
import type { OrderFrame, SummaryFrame } from '../frame/orders';
import { createPause } from '../imports/pause';
import type { Progress, ReviewOptions } from '../options';
import type { Backtest, ClvSection, CountModel, ModelFit, ModelName } from '../review';
import { type BacktestResult, backtest } from './backtest';
import { type BuyerEstimate, estimates } from './buyer-estimates';
import { type ClvInputs, inputsFromOrders, inputsFromSummaries, unitDays } from './clv-inputs';
import { showsChurn, tellCountFit, tellSpendFit, verdictOf } from './clv-words';
import { type Grouped, groupCounts } from './counts';
import { begin, type Elsewhere } from './elsewhere';
import type { CountFit } from './fit-counts';
import type { FitPair } from './fit-pair';
import { fitSpend, type SpendFit, spendColumns } from './gamma-gamma';
import { DISCOUNT_PER_DAY, lifetimes, type Outlook } from './lifetime';
import { likelyParameters, totalInterval } from './lifetime-intervals';
import { COUNT_MODELS } from './models';
import { rangesTask } from './ranges';

/** Under this many repeat buyers no estimate is made: their history says more. */
const FEWEST_REPEAT_BUYERS = 30;
const TOP = 20;
/**
 * Spread of ln(actual ÷ predicted) between periods. One backtest is one observation of it: never less than
 * the 10 % that good fits are off, and 20 % where no backtest could be made (published fits were 12–24 % off).
 */
const LEAST_PERIOD_SD = 0.1;
const USUAL_PERIOD_SD = 0.2;

const QUIET: Progress = { report: () => {}, signal: new AbortController().signal };

/** A section, or why there is none (both null when cancelled). */
export interface ClvOutcome {
  readonly section: ClvSection | null;
  readonly reason: string | null;
  /** Expected value of every buyer (major units), where amounts are known. */
  readonly values?: {
    readonly buyers: readonly string[];
    readonly value: Float64Array;
    /** Who came again, each with an interval: asked for by who shows single buyers, it takes a while. */
    readonly estimates: () => Promise<readonly BuyerEstimate[] | null>;
  };
}

/**
 * Customer lifetime value: fits the models, chooses one by backtest (else by likelihood), and values every
 * buyer over the horizon with predictive intervals. Horizons longer than the observed past are not cut, but
 * the spread between periods grows in proportion, and the section says so.
 *
 * @param orders up to any day; later than `asOf` is ignored
 * @param summaries used only when there are no orders of known buyers
 * @param elsewhere another thread for a part of the models; the numbers are the same with and without it
 */
export async function clvSection(
  orders: OrderFrame,
  summaries: SummaryFrame | null,
  options: ReviewOptions,
  asOf: Day,
  progress: Progress = QUIET,
  elsewhere: Elsewhere | null = null,
): Promise<ClvOutcome> {
  const t = translator(options.lang);
  const inputs =
    inputsFromOrders(orders, options, asOf) ??
    (summaries ? inputsFromSummaries(summaries, options, asOf) : null);
  if (!inputs) return { section: null, reason: t('clv.reason.none') };
  const have = repeatBuyers(inputs.summary.x);
  if (have < FEWEST_REPEAT_BUYERS) {
    return { section: null, reason: t('clv.reason.few', { need: FEWEST_REPEAT_BUYERS, have }) };
  }
  const estimated = await estimate(inputs, options, t, progress, elsewhere);
  return { section: null, reason: null, ...estimated };
}

const repeatBuyers = (x: Float64Array) => x.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0);

async function estimate(
  inputs: ClvInputs,
  options: ReviewOptions,
  t: Translate,
  progress: Progress,
  elsewhere: Elsewhere | null,
): Promise<Pick<ClvOutcome, 'section' | 'values'> | null> {
  const { summary } = inputs;
  const grouped = groupCounts(summary);
  const past = pastOf(inputs, grouped);
  const countModels = options.models.filter((name): name is CountModel => name !== 'gg');
  const fitting = fitAll(past, grouped, countModels, progress, elsewhere);
  // Not before the caller has had its turn: it has much to count while the other thread fits.
  await null;
  const columns = spendColumns(summary.x, summary.spend);
  const spend = options.models.includes('gg') && columns.x.length > 0 ? fitSpend(columns) : null;
  const pairs = await fitting;
  if (!pairs) return null;
  const tested = await check(inputs, past, pairs, countModels, options, progress);
  if (tested === 'stopped') return null;
  const covered = coverageOf(inputs, past, tested, options, progress, elsewhere);
  const fits: Fits = mapFits(pairs, (pair) => pair.all);
  const chosen = tested?.best ?? likeliest(countModels, fits);
  const models: Partial<Record<ModelName, ModelFit>> = {};
  for (const name of countModels) models[name] = tellCountFit(name, fits[name]!, t);
  if (spend) models.gg = tellSpendFit(spend, repeatBuyers(summary.x) - columns.x.length, t);
  const values = chosen
    ? await value(inputs, grouped, chosen, fits[chosen]!, spend, tested, options, progress, elsewhere)
    : { top: [], total: null, each: null, estimates: null };
  if (!values) return null;
  const share = await covered();
  if (progress.signal.aborted) return null;
  const section: ClvSection = {
    unit: options.unit,
    calibrateUntil: inputs.calibrateUntil,
    buyers: summary.buyers.length,
    ...(inputs.ready ? { ready: true } : {}),
    models,
    chosen,
    why: whyOf(inputs, chosen, fits, tested, values.total !== null, options, t),
    backtest: tested && inputs.holdout ? tellBacktest(tested, share, inputs.holdout, t) : null,
    customers: { top: values.top },
    total: values.total,
  };
  if (values.each === null || values.estimates === null) return { section };
  return { section, values: { buyers: summary.buyers, value: values.each, estimates: values.estimates } };
}

/** The histories the backtest is fitted to; null where there is too little before the cut. */
function pastOf({ holdout, summary }: ClvInputs, grouped: Grouped): Grouped | null {
  if (!holdout || repeatBuyers(holdout.summary.x) < FEWEST_REPEAT_BUYERS) return null;
  return holdout.summary === summary ? grouped : groupCounts(holdout.summary);
}

async function check(
  { holdout }: ClvInputs,
  past: Grouped | null,
  pairs: Pairs,
  models: readonly CountModel[],
  options: ReviewOptions,
  progress: Progress,
): Promise<BacktestResult | null | 'stopped'> {
  if (!past || !holdout) return null;
  const { turn } = createPause(progress, 'backtest');
  const length = holdout.days / unitDays(options.unit);
  const fits: Fits = mapFits(pairs, (pair) => pair.past!);
  return (await backtest(past, holdout.actual, length, models, turn, fits)) ?? 'stopped';
}

/** Begins to count how often the chosen model's intervals held what came; null where there is no backtest. */
function coverageOf(
  { holdout }: ClvInputs,
  past: Grouped | null,
  tested: BacktestResult | null,
  { seed, unit }: ReviewOptions,
  progress: Progress,
  elsewhere: Elsewhere | null,
): () => Promise<number | null> {
  if (!past || !holdout || !tested?.best) return async () => null;
  const { actual, days } = holdout;
  const fit = tested.fits[tested.best]!;
  const task = { ...past, model: tested.best, fit, actual, t: days / unitDays(unit), seed };
  return begin(elsewhere, 'covered', task, progress.signal);
}

/**
 * Fits every model: elsewhere while the caller counts, the last named first; those not begun there when it has
 * counted are fitted here, the first named first.
 */
async function fitAll(
  past: Grouped | null,
  { groups }: Grouped,
  models: readonly CountModel[],
  progress: Progress,
  elsewhere: Elsewhere | null,
): Promise<Pairs | null> {
  const pause = createPause(progress, 'fit');
  const begun = [...models].reverse().map((name) => {
    const task = { name, past: past?.groups ?? null, all: groups };
    return [name, begin(elsewhere, 'fit', task, progress.signal)] as const;
  });
  const pairs: Partial<Record<CountModel, FitPair>> = {};
  for (const [i, [name, fitted]] of begun.reverse().entries()) {
    if (!(await pause.turn(i / models.length))) return null;
    const pair = await fitted();
    if (pair === null) return null;
    pairs[name] = pair;
  }
  return pairs;
}

type Pairs = Readonly<Partial<Record<CountModel, FitPair>>>;
type Fits = Readonly<Partial<Record<CountModel, CountFit>>>;

function mapFits(pairs: Pairs, pick: (pair: FitPair) => CountFit): Fits {
  return Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pick(pair)]));
}

function likeliest(models: readonly CountModel[], fits: Fits): CountModel | null {
  return models.reduce<CountModel | null>(
    (best, name) =>
      best === null || fits[name]!.logLikelihood > fits[best]!.logLikelihood + 1e-6 ? name : best,
    null,
  );
}

/** How far periods differ: from the backtest, and in proportion more when looking further than the data reach. */
function periodSd(tested: BacktestResult | null, horizonDays: number, spanDays: number): number {
  const predicted = tested?.best ? tested.scores[tested.best]!.predicted : 0;
  const seen =
    tested && predicted > 0 && tested.actual > 0
      ? Math.min(1, Math.max(LEAST_PERIOD_SD, Math.abs(Math.log(tested.actual / predicted))))
      : USUAL_PERIOD_SD;
  return seen * Math.max(1, Math.min(4, horizonDays / Math.max(spanDays, 1)));
}

interface Values extends Pick<ClvSection, 'total'> {
  readonly top: ClvSection['customers']['top'];
  /** Value of each buyer of the summary, null without amounts. */
  readonly each: Float64Array | null;
  readonly estimates: (() => Promise<readonly BuyerEstimate[] | null>) | null;
}

const cents = (money: number) => Math.round(money * 100) / 100;

async function value(
  { summary, spanDays }: ClvInputs,
  grouped: Grouped,
  chosen: CountModel,
  fit: CountFit,
  spend: SpendFit | null,
  tested: BacktestResult | null,
  options: ReviewOptions,
  progress: Progress,
  elsewhere: Elsewhere | null,
): Promise<Values | null> {
  const unit = unitDays(options.unit);
  const outlook: Outlook = {
    rules: COUNT_MODELS[chosen],
    fit,
    summary,
    grouped,
    spend,
    horizon: (options.horizonWeeks * 7) / unit,
    discountPerUnit: DISCOUNT_PER_DAY * unit,
  };
  const all = lifetimes(outlook);
  const rank = spend ? all.value : all.expected;
  const best = [...summary.x.keys()].sort((i, j) => rank[j]! - rank[i]! || i - j).slice(0, TOP);
  const { turn } = createPause(progress, 'value');
  const sd = periodSd(tested, options.horizonWeeks * 7, spanDays);
  const { seed } = options;
  const how = { seed, periodSd: sd, parameters: spend ? likelyParameters(outlook, seed) : [], turn };
  const task = rangesTask(chosen, outlook, all, best, how);
  // Begun before the total and awaited after it: both take about as long.
  const ranges = task && begin(elsewhere, 'ranges', task, progress.signal);
  const interval = spend ? await totalInterval(outlook, all, how) : null;
  if (spend && !interval) return null;
  const intervals = ranges === null ? [] : await ranges();
  if (intervals === null) return null;
  const top = best.map((i, k) => {
    const own = intervals[k];
    return {
      buyer: summary.buyers[i]!,
      purchases: summary.x[i]! + 1,
      pAlive: all.pAlive[i]!,
      expected: all.expected[i]!,
      clv: spend ? cents(all.value[i]!) : null,
      interval: own ? ([cents(own[0]), cents(own[1])] as const) : null,
    };
  });
  const total = interval
    ? {
        value: cents(all.value.reduce((sum, v) => sum + v, 0)),
        interval: [cents(interval[0]), cents(interval[1])] as const,
        horizonWeeks: options.horizonWeeks,
      }
    : null;
  return {
    top,
    total,
    each: spend ? all.value : null,
    estimates: spend ? () => estimates(outlook, all, how) : null,
  };
}

function tellBacktest(
  result: BacktestResult,
  covered: number | null,
  { days, until }: NonNullable<ClvInputs['holdout']>,
  t: Translate,
): Backtest {
  return {
    weeks: days / 7,
    until,
    actual: result.actual,
    models: result.scores,
    coverage: covered === null ? null : { nominal: 0.95, observed: covered },
    verdict: verdictOf(result, covered, t),
    calibration: result.calibration,
  };
}

/** All models predict the same, as they do where none sees anybody leave. */
function tied({ best, fits, scores }: BacktestResult): boolean {
  const own = best ? scores[best]!.predicted : 0;
  return Object.keys(fits).every((name) => Math.abs(scores[name]!.predicted - own) <= 1e-6 * own);
}

function whyOf(
  { spanDays, holdout, calibrateUntil }: ClvInputs,
  chosen: CountModel | null,
  fits: Fits,
  tested: BacktestResult | null,
  money: boolean,
  options: ReviewOptions,
  t: Translate,
): string {
  if (!chosen) return t('clv.why.none');
  const model = t(`notebook.model.${chosen}`);
  const weeks = Math.round((holdout?.days ?? 0) / 7);
  const only = Object.keys(fits).length === 1;
  const cut = options.calibrateUntil;
  const sentences = [
    cut !== null && cut > calibrateUntil ? t('clv.why.cutLate', { cut, day: calibrateUntil }) : null,
    only ? t('clv.why.only', { model }) : null,
    !only && tested ? t(tied(tested) ? 'clv.why.tie' : 'clv.why.backtest', { model, weeks }) : null,
    !only && !tested ? t('clv.why.likelihood', { model }) : null,
    fits[chosen]!.boundary === 'no-churn' ? t('clv.note.noChurn') : null,
    fits[chosen]!.boundary === null && !showsChurn(fits[chosen]!) ? t('clv.note.littleChurn') : null,
    money ? null : t('clv.why.noMoney'),
    options.horizonWeeks * 7 > spanDays
      ? t('clv.why.horizon', { horizon: options.horizonWeeks, weeks: Math.round(spanDays / 7) })
      : null,
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}
