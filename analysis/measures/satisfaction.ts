import type { Translate } from '@shared/i18n/translator';
import type { AnswerFrame } from '../frame/orders';
import type { SatisfactionSection } from '../review';
import { pChartSignals, type Signal, xmrSignals } from './control-chart';
import { meanOf } from './intervals';
import { trendOf } from './satisfaction-trend';
import { SCORE_RANGE, scoresByWeek, weeklyMeans, weeklyShares } from './satisfaction-weeks';

/**
 * Satisfaction from return visits and review exports: mean with t-interval beside the response rate, means per
 * ISO week, trend, and weeks that stand out. `asked` counts askings whose date is known; a review nobody asked
 * for is an answer but not a response, so the rate is answered askings ÷ askings.
 */
export function satisfactionSection(answers: AnswerFrame, t: Translate): SatisfactionSection | null {
  const scores: number[] = [];
  let asked = 0;
  let responses = 0;
  for (let index = 0; index < answers.count; index++) {
    const wasAsked = !Number.isNaN(answers.askedAt[index]!);
    const score = answers.score[index]!;
    if (wasAsked) asked++;
    if (Number.isNaN(score)) continue;
    scores.push(score);
    if (wasAsked) responses++;
  }
  const recommended = answers.recommend?.some((answer) => !Number.isNaN(answer)) ?? false;
  if (asked === 0 && scores.length === 0 && !recommended) return null;
  const { mean, sd, interval } = meanOf(scores, SCORE_RANGE);
  const weeks = scoresByWeek(answers);
  const byWeek = weeklyMeans(weeks);
  return {
    asked,
    answered: scores.length,
    responseRate: asked > 0 ? responses / asked : null,
    mean,
    interval,
    byWeek,
    trend: trendOf(byWeek, sd, t),
    signals: signalsOf(weeks, byWeek, t),
  };
}

function signalsOf(
  weeks: ReadonlyMap<string, readonly number[]>,
  byWeek: SatisfactionSection['byWeek'],
  t: Translate,
): SatisfactionSection['signals'] {
  const means = xmrSignals(byWeek.map(({ week, n, mean }) => ({ week, n, value: mean })));
  const told = new Set(means.map((signal) => signal.week));
  // One sentence a week: the share adds nothing where the mean already stands out.
  const shares = pChartSignals(weeklyShares(weeks)).filter((signal) => !told.has(signal.week));
  return [...means, ...shares]
    .sort((a, b) => (a.week < b.week ? -1 : 1))
    .map((signal) => ({ week: signal.week, kind: signal.kind, text: signalText(signal, t) }));
}

function signalText(signal: Signal, t: Translate): string {
  const { week, n } = signal;
  if (signal.kind === 'share-above' || signal.kind === 'share-below') {
    const percent = (share: number) => Math.round(share * 100);
    return t(`review.signal.${signal.kind}`, {
      week,
      n,
      value: percent(signal.value),
      centre: percent(signal.centre),
      limit: percent(signal.limit),
    });
  }
  return t(`review.signal.${signal.kind}`, {
    week,
    n,
    value: signal.value.toFixed(2),
    centre: signal.centre.toFixed(2),
    limit: signal.limit.toFixed(2),
  });
}
