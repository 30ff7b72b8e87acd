import type { Translate, WordKey } from '@shared/i18n/translator';
import type { ReviewOptions } from '../options';
import type { Backtest, BacktestScore, CountModel, ModelFit } from '../review';
import type { BacktestResult } from './backtest';
import type { ClvInputs } from './clv-inputs';
import type { CountFit } from './fit-counts';
import type { SpendFit } from './gamma-gamma';
import { COUNT_MODELS } from './models';
import { logInterval } from './parameter-intervals';

const BOUNDARY_NOTES: Readonly<Record<string, WordKey>> = {
  'no-churn': 'clv.note.noChurn',
  'same-churn': 'clv.note.sameChurn',
  'same-rate': 'clv.note.sameRate',
  'same-all': 'clv.note.sameAll',
  'all-or-nothing': 'clv.note.allOrNothing',
  'no-repeats': 'clv.note.noRepeats',
  'one-price': 'clv.note.onePrice',
  alike: 'clv.note.alike',
  'too-few': 'clv.note.tooFew',
};

/** Half the 95 % point of χ² with one degree of freedom: gains below it are within chance. */
const CHANCE_GAIN = 1.92;

/** Whether the data show that buyers leave at all; a mean "alive" of 0.999 alone would not be knowledge. */
function showsChurn(fit: CountFit): boolean {
  return fit.gain >= CHANCE_GAIN;
}

function noteOf(boundary: string | null, converged: boolean, t: Translate): string | null {
  const key = boundary === null ? null : BOUNDARY_NOTES[boundary];
  if (key) return t(key);
  return converged ? null : t('clv.note.notConverged');
}

/** A count model's fit as the review tells it. */
export function tellCountFit(name: CountModel, fit: CountFit, t: Translate): ModelFit {
  const { parameters } = COUNT_MODELS[name];
  const { boundary, converged, logLikelihood } = fit;
  return {
    params: Object.fromEntries(parameters.map((key, i) => [key, fit.parameters[i]!])),
    se: Object.fromEntries(parameters.map((key, i) => [key, fit.errors[i] ?? null])),
    logLikelihood,
    converged,
    boundary,
    note: noteOf(boundary, converged, t) ?? (showsChurn(fit) ? null : t('clv.note.littleChurn')),
    intervals: Object.fromEntries(
      parameters.map((key, i) => [key, logInterval(fit.parameters[i]!, fit.errors[i] ?? null)]),
    ),
  };
}

/** The spend model's fit as the review tells it; says how many repeat buyers had no amount to learn from. */
export function tellSpendFit(fit: SpendFit, without: number, t: Translate): ModelFit {
  const { p, q, gamma, errors, boundary, converged, logLikelihood } = fit;
  const notes = [
    noteOf(boundary, converged, t),
    without > 0 ? t('clv.note.withoutAmount', { n: without }) : null,
  ].filter((note) => note !== null);
  return {
    params: { p, q, gamma },
    se: { p: errors[0] ?? null, q: errors[1] ?? null, gamma: errors[2] ?? null },
    logLikelihood: boundary === 'too-few' ? null : logLikelihood,
    converged,
    boundary,
    note: notes.length > 0 ? notes.join(' ') : null,
    intervals: {
      p: logInterval(p, errors[0] ?? null),
      q: logInterval(q, errors[1] ?? null),
      gamma: logInterval(gamma, errors[2] ?? null),
    },
  };
}

/** Share of buyers inside their 95 % intervals under which these are called too narrow. */
const NARROW = 0.9;

/** Whether the chosen model did better than the two naive guesses, in both kinds of error, in one, or in none. */
function verdictOf(result: BacktestResult, covered: number | null, t: Translate): string {
  const naive = [result.scores.sameRate!, result.scores.nothing!];
  const own = result.best ? result.scores[result.best] : undefined;
  if (!own) return t('clv.verdict.none');
  const beats = (other: BacktestScore) => own.mae < other.mae && own.rmse < other.rmse;
  const beaten = naive.some((other) => other.mae < own.mae && other.rmse < own.rmse);
  const key = naive.every(beats) ? 'clv.verdict.better' : beaten ? 'clv.verdict.worse' : 'clv.verdict.mixed';
  const narrow = covered !== null && covered < NARROW;
  return narrow ? `${t(key)} ${t('clv.verdict.narrow')}` : t(key);
}

/** The backtest as the review tells it. */
export function tellBacktest(
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

/** Why this model and no other, and what to know of it. */
export function whyOf(
  { spanDays, holdout, calibrateUntil }: ClvInputs,
  chosen: CountModel | null,
  fits: Readonly<Partial<Record<CountModel, CountFit>>>,
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
