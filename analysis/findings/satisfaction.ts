import { daysBetween } from '@shared/calendar/day';
import { mondayOfWeek } from '@shared/calendar/week';
import type { Candidate, Findable } from './candidate';
import { linked } from './linked';
import { percent } from './write';

/** Days after which a stand-out week is no news. */
const NEWS_DAYS = 21;

/** Mean score beside its response rate, the trend's verdict, and a recent week that stands out. */
export function satisfactionFindings(findable: Findable): readonly Candidate[] {
  const { review, t, level } = findable;
  const section = review.satisfaction;
  if (section === null || section.mean === null) return [];
  const { mean, interval, answered, asked, responseRate, trend } = section;
  const found: Candidate[] = [];
  const alone =
    trend.p !== null &&
    trend.p < 0.05 &&
    trend.interval !== null &&
    trend.interval[0] * trend.interval[1] > 0;
  const clear = alone && trend.p !== null && trend.p < level;
  const params = {
    mean: mean.toFixed(2),
    lo: interval?.[0].toFixed(2) ?? '?',
    hi: interval?.[1].toFixed(2) ?? '?',
    answered,
    asked,
    rate: responseRate === null ? '' : percent(responseRate),
    // A line that would be news by itself is none among several things looked at.
    verdict: alone && !clear ? t('findings.satisfaction.oneOfSeveral') : trend.verdict,
  };
  const key = interval === null ? 'one' : responseRate === null ? 'reviews' : 'asked';
  found.push({
    key: clear ? 'satisfaction.trend' : 'satisfaction.mean',
    ...linked(findable, `findings.satisfaction.${key}`, params, {
      answered: 'answers',
      mean: 'answers',
      rate: 'responses',
      asked: 'asked',
    }),
    evidence: { mean, interval, n: answered, responseRate, trend },
    weight: clear ? 0.85 : 0.5,
  });
  const last = section.signals.at(-1);
  if (last && daysBetween(mondayOfWeek(last.week), review.asOf) <= NEWS_DAYS) {
    found.push({ key: `satisfaction.${last.kind}`, text: last.text, evidence: { ...last }, weight: 0.8 });
  }
  return found;
}
