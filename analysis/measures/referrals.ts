import type { Book } from '@shared/records/book';
import type { Referral } from '@shared/records/referral';
import type { Rate } from '../review';
import type { Purchases } from './book-buyers';
import { type BookView, inView, settledInView } from './book-view';
import { rateOf } from './intervals';

export interface ReferralGroup extends Rate {
  readonly group: 'brought' | 'others';
  readonly buyers: number;
  readonly repeatBuyers: number;
}

export interface ReferralsSection extends Rate {
  /** Who was named; `rate` is the share of them who bought. */
  readonly named: number;
  readonly bought: number;
  readonly referrers: number;
  /** Longest chain: 1 is A brought B, 2 is B then brought C. */
  readonly longestChain: number;
  /** Rewards promised to a side of a referral that bought, and not given yet. */
  readonly rewardsOwed: { readonly referrer: number; readonly brought: number };
  readonly repeat: readonly ReferralGroup[];
  readonly top: readonly { readonly buyer: string; readonly brought: number }[];
}

const TOP = 10;

/**
 * Who brought whom (P17): how many of the named bought, how long the chains are, which rewards are owed, and
 * whether buyers who were brought buy again more than others (no proof of cause). `null` without referrals.
 */
export function referralsSection(book: Book, purchases: Purchases, view: BookView): ReferralsSection | null {
  const list = referralsNamed(book, view);
  if (list.length === 0) return null;
  const boughtOnes = list.filter((one) => hasBought(one, purchases));
  const owed = (side: keyof ReferralsSection['rewardsOwed']) =>
    boughtOnes.filter((one) => isRewardOwed(one, side, view)).length;
  const counts = new Map<string, number>();
  for (const { buyerId } of list) counts.set(buyerId, (counts.get(buyerId) ?? 0) + 1);
  return {
    named: list.length,
    bought: boughtOnes.length,
    ...rateOf(boughtOnes.length, list.length),
    referrers: counts.size,
    longestChain: longestChain(list),
    rewardsOwed: { referrer: owed('referrer'), brought: owed('brought') },
    repeat: repeatGroups(list, purchases),
    top: [...counts]
      .map(([buyer, brought]) => ({ buyer, brought }))
      .sort((a, b) => b.brought - a.brought || (a.buyer < b.buyer ? -1 : 1))
      .slice(0, TOP),
  };
}

/** The referrals of a view that were not let go. */
export function referralsNamed(book: Book, view: BookView): readonly Referral[] {
  return book.referrals.filter((one) => {
    return !one.deleted && one.state !== 'released' && inView(one.notedAt, view);
  });
}

/** Whether who was named has bought: as the book says, or as their orders show. */
export function hasBought({ state, broughtId }: Referral, purchases: Purchases): boolean {
  return state !== 'named' || (broughtId !== null && (purchases.get(broughtId)?.length ?? 0) > 0);
}

/** Whether a side of a referral that bought was promised a reward and has not been given it. */
export function isRewardOwed(one: Referral, side: 'referrer' | 'brought', view: BookView): boolean {
  const [said, at] =
    side === 'referrer'
      ? [one.rewardReferrer, one.referrerRewardedAt]
      : [one.rewardBrought, one.broughtRewardedAt];
  return said !== '' && (at === null || !settledInView(at, view));
}

/** Links along the longest chain; somebody who closes a circle ends it. */
function longestChain(list: readonly Referral[]): number {
  const broughtBy = new Map(
    list.flatMap((one) => (one.broughtId === null ? [] : [[one.broughtId, one.buyerId] as const])),
  );
  let longest = 0;
  for (const { buyerId } of list) {
    const seen = new Set<string>();
    for (let at: string | undefined = buyerId; at !== undefined && !seen.has(at); at = broughtBy.get(at))
      seen.add(at);
    longest = Math.max(longest, seen.size);
  }
  return longest;
}

function repeatGroups(list: readonly Referral[], purchases: Purchases): readonly ReferralGroup[] {
  const brought = new Set(list.flatMap(({ broughtId }) => broughtId ?? []));
  return (['brought', 'others'] as const).map((group): ReferralGroup => {
    const members = [...purchases].filter(([buyer]) => brought.has(buyer) === (group === 'brought'));
    const repeatBuyers = members.filter(([, times]) => times.length >= 2).length;
    return { group, buyers: members.length, repeatBuyers, ...rateOf(repeatBuyers, members.length) };
  });
}
