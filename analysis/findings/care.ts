import type { Candidate, Findable } from './candidate';
import { compared } from './difference';
import { linked } from './linked';
import { giftGroups } from './looks';
import { amount, percent, points } from './write';

/** Gifts and complaints. */
export function careFindings(findable: Findable): readonly Candidate[] {
  return [...giftReturn(findable), ...complaintRate(findable)];
}

function giftReturn(findable: Findable): readonly Candidate[] {
  const { review, t, level } = findable;
  const gift = review.gifts?.returned.find((row) => row.group === 'gift');
  const none = review.gifts?.returned.find((row) => row.group === 'none');
  const beside = compared(giftGroups(review), level);
  if (!review.gifts || !gift || !none || !beside) return [];
  const { clear, evidence, need } = beside;
  return [
    {
      key: clear ? 'gifts.return' : 'gifts.noReturn',
      ...linked(
        findable,
        clear ? 'findings.gifts.return' : 'findings.gifts.noReturn',
        {
          days: review.gifts.returnWithin,
          gift: percent(gift.rate ?? 0),
          giftN: gift.buyers,
          none: percent(none.rate ?? 0),
          noneN: none.buyers,
          range: t('findings.points', points(evidence.interval)),
          need,
        },
        {
          gift: 'giftReturned:gift',
          giftN: 'giftBuyers:gift',
          none: 'giftReturned:none',
          noneN: 'giftBuyers:none',
        },
      ),
      evidence,
      weight: clear ? 0.7 : 0.35,
    },
  ];
}

function complaintRate(findable: Findable): readonly Candidate[] {
  const { review, t, lang } = findable;
  const section = review.complaints;
  if (!section) return [];
  const top = section.byCause[0];
  // Two causes as frequent as each other are both the most frequent.
  const most = section.byCause.filter((one) => one.count === top?.count);
  const causes = most.map((one) => t(`records.complaint.cause.${one.cause as 'other'}`));
  const params = {
    n: section.count,
    rate: section.per100Orders === null ? '' : section.per100Orders.toFixed(1),
    cost: amount(section.cost, review.currency, lang),
    cause: causes.join(t('findings.complaints.and')),
    causeN: most.length > 1 ? t('findings.complaints.each', { n: top?.count ?? 0 }) : (top?.count ?? 0),
  };
  return [
    {
      key: 'complaints.count',
      ...linked(
        findable,
        section.per100Orders === null ? 'findings.complaints.count' : 'findings.complaints.rate',
        params,
        {
          n: 'complaints',
          rate: 'complaints',
          cost: 'complaints',
          ...(top && most.length === 1 ? { causeN: `complaints:${top.cause}` as const } : {}),
        },
      ),
      evidence: {
        n: section.count,
        per100Orders: section.per100Orders,
        cost: section.cost,
        cause: top?.cause,
      },
      weight: 0.55,
    },
  ];
}
