import type { Day } from '@shared/calendar/day';
import { type Translate, translator } from '@shared/i18n/translator';
import type { OrderFrame, SummaryFrame } from '../frame/orders';
import { createPause } from '../imports/pause';
import type { Progress, ReviewOptions } from '../options';
import type { ClvSection, CountModel, ModelFit, ModelName } from '../review';
import { type BacktestResult, backtest } from './backtest';
import type { BuyerEstimate } from './buyer-estimates';
import { type ClvInputs, inputsFromOrders, inputsFromSummaries, unitDays } from './clv-inputs';
import { type BuyerValues, type Running, valued } from './clv-values';
import { tellBacktest, tellCountFit, tellSpendFit, whyOf } from './clv-words';
import { type Grouped, groupCounts } from './counts';
import { begin, type Elsewhere } from './elsewhere';
import type { CountFit } from './fit-counts';
import type { FitPair } from './fit-pair';
import { fitSpend, spendColumns } from './gamma-gamma';

/** Under this many repeat buyers no estimate is made: their history says more. */
const FEWEST_REPEAT_BUYERS = 30;
const QUIET: Progress = { report: () => {}, signal: new AbortController().signal };

/** A section, or why there is none (both null when cancelled). */
export interface ClvOutcome {
  readonly section: ClvSection | null;
  readonly reason: string | null;
  /** Where amounts are known. */
  readonly values?: BuyerValues & {
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
 * @param onValues told what every buyer is worth once that is known: how sure it is takes a while longer
 */
export async function clvSection(
  orders: OrderFrame,
  summaries: SummaryFrame | null,
  options: ReviewOptions,
  asOf: Day,
  progress: Progress = QUIET,
  elsewhere: Elsewhere | null = null,
  onValues: (values: BuyerValues) => void = () => {},
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
  const estimated = await estimate(inputs, options, t, { progress, elsewhere, onValues });
  return { section: null, reason: null, ...estimated };
}

const repeatBuyers = (x: Float64Array) => x.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0);

async function estimate(
  inputs: ClvInputs,
  options: ReviewOptions,
  t: Translate,
  running: Running,
): Promise<Pick<ClvOutcome, 'section' | 'values'> | null> {
  const { progress, elsewhere } = running;
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
  const why = whyOf(inputs, chosen, fits, tested, spend !== null, options, t);
  const values = chosen
    ? await valued({ inputs, grouped, chosen, fit: fits[chosen]!, spend, tested }, options, running)
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
    why,
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
