import type { Candidate, Findable } from './candidate';
import { linked } from './linked';
import { estimate, estimateRange } from './write';

/** What the present buyers will probably spend over the horizon, with its range. */
export function valueFindings(findable: Findable): readonly Candidate[] {
  const { review, lang } = findable;
  const total = review.clv?.total;
  if (!review.clv || !total) return [];
  const { value, interval, horizonWeeks } = total;
  const money = (major: number) => estimate(major, review.currency, lang);
  const width = value > 0 ? (interval[1] - interval[0]) / value : 2;
  return [
    {
      key: 'value.total',
      ...linked(
        findable,
        'findings.value.total',
        {
          buyers: review.clv.buyers,
          weeks: horizonWeeks,
          value: money(value),
          range: estimateRange(interval, review.currency, lang),
        },
        { buyers: 'buyers' },
      ),
      evidence: { value, interval, n: review.clv.buyers, horizonWeeks, model: review.clv.chosen },
      weight: 0.65 - Math.min(0.3, width / 4),
    },
  ];
}
