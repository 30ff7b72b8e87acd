import type { Day } from '@shared/calendar/day';
import { type Translate, translator } from '@shared/i18n/index';
import type { OrderFrame, SummaryFrame } from '../frame/orders';
import { createPause } from '../imports/pause';
import type { Progress, ReviewOptions } from '../options';
import type { Backtest, ClvSection, CountModel, ModelFit, ModelName } from '../review';
import { type BacktestResult, backtest } from './backtest';
import { type ClvInputs, inputsFromOrders, inputsFromSummaries, unitDays } from './clv-inputs';
import { showsChurn, tellCountFit, tellSpendFit, verdictOf } from './clv-words';
import { type Grouped, groupCounts } from './counts';
import { type CountFit, fitCounts } from './fit-counts';
import { fitSpend, type SpendFit, spendColumns } from './gamma-gamma';
import { DISCOUNT_PER_DAY, lifetimes, type Outlook } from './lifetime';
import { buyerIntervals, totalInterval } from './lifetime-intervals';
import { COUNT_MODELS } from './models';

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
}

/**
 * Customer lifetime value: fits the models, chooses one by backtest (else by likelihood), and values every
 * buyer over the horizon with predictive intervals. Horizons longer than the observed past are not cut, but
 * the spread between periods grows in proportion, and the section says so.
 *
 * @param orders up to any day; later than `asOf` is ignored
 * @param summaries used only when there are no orders of known buyers
 */
export async function clvSection(
  orders: OrderFrame,
  summaries: SummaryFrame | null,
  options: ReviewOptions,
  asOf: Day,
  progress: Progress = QUIET,
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
  const section = await estimate(inputs, options, t, progress);
  return { section, reason: null };
}

const repeatBuyers = (x: Float64Array) => x.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0);

async function estimate(
  inputs: ClvInputs,
  options: ReviewOptions,
  t: Translate,
  progress: Progress,
): Promise<ClvSection | null> {
  const { summary } = inputs;
  const grouped = groupCounts(summary);
  const countModels = options.models.filter((name): name is CountModel => name !== 'gg');
  const tested = await check(inputs, grouped, countModels, options, progress);
  if (tested === 'stopped') return null;
  const fits = await fitAll(inputs, grouped, countModels, tested, progress);
  if (!fits) return null;
  const chosen = tested?.best ?? likeliest(countModels, fits);
  const models: Partial<Record<ModelName, ModelFit>> = {};
  for (const name of countModels) models[name] = tellCountFit(name, fits[name]!, t);
  const columns = spendColumns(summary.x, summary.spend);
  const spend = options.models.includes('gg') && columns.x.length > 0 ? fitSpend(columns) : null;
  if (spend) models.gg = tellSpendFit(spend, repeatBuyers(summary.x) - columns.x.length, t);
  const values = chosen
    ? await value(inputs, grouped, chosen, fits[chosen]!, spend, tested, options, progress)
    : { top: [], total: null };
  if (!values) return null;
  return {
    unit: options.unit,
    calibrateUntil: inputs.calibrateUntil,
    buyers: summary.buyers.length,
    models,
    chosen,
    why: whyOf(inputs, chosen, fits, tested, values.total !== null, options, t),
    backtest: tested && inputs.holdout ? tellBacktest(tested, inputs.holdout.days, t) : null,
    customers: { top: values.top },
    total: values.total,
  };
}

async function check(
  { holdout, summary }: ClvInputs,
  grouped: Grouped,
  models: readonly CountModel[],
  options: ReviewOptions,
  progress: Progress,
): Promise<BacktestResult | null | 'stopped'> {
  if (!holdout || repeatBuyers(holdout.summary.x) < FEWEST_REPEAT_BUYERS) return null;
  const pause = createPause(progress, 'backtest');
  const past = holdout.summary === summary ? grouped : groupCounts(holdout.summary);
  const length = holdout.days / unitDays(options.unit);
  return (await backtest(past, holdout.actual, length, models, options.seed, pause.turn)) ?? 'stopped';
}

async function fitAll(
  { holdout, summary }: ClvInputs,
  { groups }: Grouped,
  models: readonly CountModel[],
  tested: BacktestResult | null,
  progress: Progress,
): Promise<Partial<Record<CountModel, CountFit>> | null> {
  // With a named cut the backtest has fitted these very rows already.
  if (tested && holdout?.summary === summary) return tested.fits;
  const pause = createPause(progress, 'fit');
  const fits: Partial<Record<CountModel, CountFit>> = {};
  for (const [i, name] of models.entries()) {
    if (!(await pause.turn(i / models.length))) return null;
    fits[name] = fitCounts(COUNT_MODELS[name], groups);
  }
  return fits;
}

type Fits = Readonly<Partial<Record<CountModel, CountFit>>>;

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
): Promise<(Pick<ClvSection, 'total'> & { readonly top: ClvSection['customers']['top'] }) | null> {
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
  const intervals = buyerIntervals(outlook, all, best, { seed: options.seed, periodSd: sd });
  const interval = spend
    ? await totalInterval(outlook, all, { seed: options.seed, periodSd: sd, turn })
    : null;
  if (spend && !interval) return null;
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
  return { top, total };
}

function tellBacktest(result: BacktestResult, days: number, t: Translate): Backtest {
  return {
    weeks: days / 7,
    actual: result.actual,
    models: result.scores,
    coverage: result.covered === null ? null : { nominal: 0.95, observed: result.covered },
    verdict: verdictOf(result, t),
    calibration: result.calibration,
  };
}

/** All models predict the same, as they do where none sees anybody leave. */
function tied({ best, fits, scores }: BacktestResult): boolean {
  const own = best ? scores[best]!.predicted : 0;
  return Object.keys(fits).every((name) => Math.abs(scores[name]!.predicted - own) <= 1e-6 * own);
}

function whyOf(
  { spanDays, holdout }: ClvInputs,
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
  const sentences = [
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
