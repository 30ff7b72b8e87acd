import type { Candidate, Findable } from './candidate';
import { compared } from './difference';
import { linked } from './linked';
import { promiseGroups } from './looks';
import { amount, estimate, percent, percentRange, points } from './write';

/** Overdue promises, the share kept on time, what is still owed, and whether kept promises go with return. */
export function promiseFindings(findable: Findable): readonly Candidate[] {
  return [...overdue(findable), ...keptOnTime(findable), ...owed(findable), ...outcome(findable)];
}

function overdue(findable: Findable): readonly Candidate[] {
  const late = findable.review.promises?.late ?? 0;
  if (late === 0) return [];
  const said = linked(findable, 'findings.promises.late', { late }, { late: 'promisesLate' });
  return [{ key: 'promises.late', ...said, evidence: { late }, weight: 0.95 }];
}

function keptOnTime(findable: Findable): readonly Candidate[] {
  const section = findable.review.promises;
  if (!section || section.keptRate === null || section.interval === null) return [];
  const settled = section.keptOnTime + section.keptLate + section.broken + section.late;
  return [
    {
      key: 'promises.kept',
      ...linked(
        findable,
        'findings.promises.kept',
        {
          kept: section.keptOnTime,
          settled,
          rate: percent(section.keptRate),
          range: percentRange(section.interval),
        },
        { kept: 'promisesKept', settled: 'promisesDue', rate: 'promisesNotOnTime' },
      ),
      evidence: { rate: section.keptRate, interval: section.interval, n: settled },
      weight: 0.7 - Math.min(0.4, section.interval[1] - section.interval[0]),
    },
  ];
}

function owed(findable: Findable): readonly Candidate[] {
  const { review, t, lang } = findable;
  const goodwill = review.goodwill;
  if (!goodwill || goodwill.outstandingCount === 0) return [];
  const { outstanding, outstandingCount: n, expected } = goodwill;
  const money = (major: number) => amount(major, review.currency, lang);
  const old = goodwill.aged.find((band) => band.band === '90+')?.count ?? 0;
  return [
    {
      key: 'goodwill.outstanding',
      ...linked(
        findable,
        expected === null ? 'findings.goodwill.owed' : 'findings.goodwill.expected',
        {
          n,
          old: old === 0 ? '' : t('findings.goodwill.old', { old }),
          amount: money(outstanding),
          expected: estimate(expected ?? 0, review.currency, lang),
        },
        { n: 'discountsOwed', amount: 'discountsOwed', expected: 'discountsOwed', old: 'discountsOwed:90+' },
      ),
      evidence: { outstanding, expected, n, aged: goodwill.aged },
      weight: 0.6,
    },
  ];
}

/** Told only when both groups hold enough buyers, and always with the warning: it is no proof of cause. */
function outcome(findable: Findable): readonly Candidate[] {
  const { review, t, level } = findable;
  const rows = review.promises?.repeatByOutcome ?? [];
  const kept = rows.find((row) => row.outcome === 'kept');
  const broken = rows.find((row) => row.outcome === 'broken');
  const beside = compared(promiseGroups(review), level);
  if (!kept || !broken || !beside) return [];
  const { clear, evidence, need } = beside;
  return [
    {
      key: clear ? 'promises.outcome' : 'promises.noOutcome',
      ...linked(
        findable,
        clear ? 'findings.promises.outcome' : 'findings.promises.noOutcome',
        {
          kept: percent(kept.rate ?? 0),
          keptN: kept.buyers,
          broken: percent(broken.rate ?? 0),
          brokenN: broken.buyers,
          range: t('findings.points', points(evidence.interval)),
          need,
        },
        {
          kept: 'outcomeRepeat:kept',
          keptN: 'outcomeBuyers:kept',
          broken: 'outcomeRepeat:broken',
          brokenN: 'outcomeBuyers:broken',
        },
      ),
      evidence,
      weight: clear ? 0.8 : 0.4,
    },
  ];
}
