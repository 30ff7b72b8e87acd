import type { Candidate, Findable } from './candidate';
import { linked } from './linked';
import { percent, percentRange } from './write';

/** Repeat buyers from which money is estimated (J21). */
export const NEED_REPEAT_BUYERS = 30;

/** How many come back, how soon, and whether the shop is too small yet to say more. */
export function repeatFindings(findable: Findable): readonly Candidate[] {
  const { repeat, orders } = findable.review;
  if (repeat === null || repeat.rate === null || repeat.interval === null) return [];
  const { buyers, repeatBuyers, interval } = repeat;
  const found: Candidate[] = [];
  const known = orders !== null && orders.known.count < orders.count;
  found.push({
    key: known ? 'repeat.known' : 'repeat.rate',
    ...linked(
      findable,
      known ? 'findings.repeat.known' : 'findings.repeat.rate',
      {
        buyers,
        repeatBuyers,
        rate: percent(repeat.rate),
        range: percentRange(interval),
        known: orders?.known.count ?? 0,
        orders: orders?.count ?? 0,
      },
      {
        buyers: 'buyers',
        repeatBuyers: 'repeatBuyers',
        rate: 'onceBuyers',
        known: 'knownOrders',
        orders: 'orders',
      },
    ),
    evidence: { rate: repeat.rate, interval, n: buyers },
    weight: 0.75 - Math.min(0.4, interval[1] - interval[0]),
  });
  if (repeatBuyers < NEED_REPEAT_BUYERS) {
    const params = { need: NEED_REPEAT_BUYERS, have: repeatBuyers };
    found.push({
      key: 'repeat.few',
      ...linked(findable, 'findings.repeat.few', params, { have: 'repeatBuyers' }),
      evidence: { need: NEED_REPEAT_BUYERS, n: repeatBuyers },
      weight: 0.2,
    });
  }
  const within = repeat.within['90'];
  if (within.eligible >= NEED_REPEAT_BUYERS && within.rate !== null && within.interval !== null) {
    found.push({
      key: 'repeat.within',
      ...linked(
        findable,
        'findings.repeat.within',
        {
          days: 90,
          repeaters: within.repeaters,
          eligible: within.eligible,
          rate: percent(within.rate),
          range: percentRange(within.interval),
        },
        { repeaters: 'within:90', eligible: 'eligible:90' },
      ),
      evidence: { days: 90, ...within, n: within.eligible },
      weight: 0.6 - Math.min(0.4, within.interval[1] - within.interval[0]),
    });
  }
  return found;
}
