import type { Dataset } from '../dataset';
import { buyerNames } from '../findings/lists/lists';
import { type ClvOutcome, clvSection } from '../models/clv-section';
import type { Progress, ReviewOptions } from '../options';
import { sideLabels } from './breakdown-labels';
import type { Side } from './breakdowns';
import { withoutBuyers } from './graduated';
import { MEASURES } from './index';
import { type MeasureInput, measureInput } from './input';
import type { MeasureName, MeasureSections } from './sections';
import { type Choice, choicesOf, EVERYTHING, type MeasureSettings, settledInput } from './settings';

/** What is read once and asked many times: one measure of one choice of the data at a time. */
export interface Measurer {
  /** The labels that settings may name. */
  readonly choices: Readonly<Partial<Record<Side, readonly Choice[]>>>;
  /** What to call the book's buyers, by their keys. */
  readonly names: ReadonlyMap<string, string>;
  /** A measure of the chosen part of the data. */
  readonly compute: <Name extends MeasureName>(
    name: Name,
    settings?: MeasureSettings,
  ) => MeasureSections[Name];
  /** The models fitted to the chosen part; both `null` when cancelled. */
  readonly value: (
    settings: MeasureSettings,
    progress: Progress,
  ) => Promise<Pick<ClvOutcome, 'section' | 'reason'>>;
}

/** Inputs kept at hand: cells of one sheet mostly share a few settings. */
const KEPT = 8;

/**
 * Makes a measurer of what was read: the same numbers as the review where nothing is chosen. The cut of the data
 * is made once for each of the settings last asked of; sections of measures are not kept.
 *
 * @param clv expected value per buyer key, from the review's models
 */
export function createMeasurer(
  data: Dataset,
  options: ReviewOptions,
  clv: ReadonlyMap<string, number> | null = null,
): Measurer {
  const whole = measureInput(data, options, clv);
  const labels = sideLabels(whole.orders, whole.book);
  const inputs = new Map<string, MeasureInput>();
  const inputOf = (settings: MeasureSettings): MeasureInput => {
    const key = JSON.stringify(settings, Object.keys(EVERYTHING));
    const input = inputs.get(key) ?? settledInput(whole, settings, labels);
    inputs.delete(key);
    inputs.set(key, input);
    if (inputs.size > KEPT) inputs.delete(inputs.keys().next().value!);
    return input;
  };
  return {
    choices: choicesOf(whole, undefined, labels),
    names: buyerNames(whole.book),
    compute<Name extends MeasureName>(name: Name, settings = EVERYTHING): MeasureSections[Name] {
      const measure = MEASURES.find((one) => one.name === name)!;
      return measure.compute(inputOf(settings)) as MeasureSections[Name];
    },
    async value(settings, progress) {
      const { orders, graduated, asOf } = inputOf(settings);
      const summaries = Object.values(settings).every((choice) => choice === null) ? data.summaries : null;
      const found = await clvSection(withoutBuyers(orders, graduated), summaries, options, asOf, progress);
      const { section, reason } = found;
      if (section === null || graduated.size === 0) return { section, reason };
      return { section: { ...section, graduated: graduated.size }, reason };
    },
  };
}
