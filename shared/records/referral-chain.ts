import type { Day } from '../calendar/day';
import type { Complaint } from './complaint';
import { type Promised, standing } from './promise';
import type { Referral } from './referral';
import { HAPPY_SCORE, type Visit } from './visit';

/** What must be known of a buyer before they are asked to bring somebody. */
export interface Mood {
  readonly visits: readonly Pick<Visit, 'overall' | 'answeredAt'>[];
  readonly complaints: readonly Pick<Complaint, 'state'>[];
  readonly promises: readonly Pick<Promised, 'state' | 'due' | 'settledOn'>[];
}

/**
 * Whether a buyer is really happy: the last score they gave is 4 or more, no complaint is open and nothing
 * promised to them is late (P17). Only then may a shop ask to be recommended.
 *
 * @example reallyHappy({ visits: [{ overall: 5, answeredAt: '2026-11-20T10:00:00Z' }], complaints: [], promises: [] }, '2026-11-22') // => true
 */
export function reallyHappy({ visits, complaints, promises }: Mood, today: Day): boolean {
  const scored = visits.filter(({ overall, answeredAt }) => overall !== null && answeredAt !== null);
  const last = scored.sort((a, b) => (a.answeredAt! < b.answeredAt! ? 1 : -1))[0];
  if (!last || last.overall! < HAPPY_SCORE) return false;
  if (complaints.some(({ state }) => state !== 'closed' && state !== 'unconfirmed')) return false;
  return promises.every((promise) => standing(promise, today) !== 'late');
}

type Link = Pick<Referral, 'buyerId' | 'broughtId' | 'state'>;

/**
 * Who stands before a buyer in the chain, the nearest first: who brought them, who brought those … A ring,
 * which two seats may write without knowing of each other, ends where it closes.
 *
 * @example chainBefore([{ buyerId: 'a', broughtId: 'b', state: 'bought' }, { buyerId: 'b', broughtId: 'c', state: 'named' }], 'c') // => ['b', 'a']
 */
export function chainBefore(referrals: readonly Link[], buyerId: string): readonly string[] {
  const broughtBy = new Map(
    referrals
      .filter(({ state, broughtId }) => state !== 'released' && broughtId !== null)
      .map((one) => [one.broughtId!, one.buyerId]),
  );
  const chain: string[] = [];
  let at = broughtBy.get(buyerId);
  while (at !== undefined && at !== buyerId && !chain.includes(at)) {
    chain.push(at);
    at = broughtBy.get(at);
  }
  return chain;
}

/** Both sides got what they were promised. A side that was promised nothing has nothing to get. */
export function bothRewarded(
  referral: Pick<Referral, 'rewardReferrer' | 'rewardBrought' | 'referrerRewardedAt' | 'broughtRewardedAt'>,
): boolean {
  const done = (reward: string, at: string | null) => reward === '' || at !== null;
  return (
    done(referral.rewardReferrer, referral.referrerRewardedAt) &&
    done(referral.rewardBrought, referral.broughtRewardedAt)
  );
}
