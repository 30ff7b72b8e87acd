import type { MeasureInput } from '../../measures/input';
import { hasBought, isRewardOwed, referralsNamed } from '../../measures/referrals';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

/** Who brought whom: all, those whose friend has bought, or the rewards that are owed, a row for each side. */
export function referralRows(
  set: 'referrals' | 'referralsBought' | 'rewardsOwed',
  { book, purchases, view }: MeasureInput,
  names: Names,
): readonly BehindRow[] {
  if (book === null) return [];
  const named = referralsNamed(book, view);
  const bought = named.filter((one) => hasBought(one, purchases));
  const row = (buyerId: string | null, what: string, at: string) =>
    saidRow({ buyerId, what, at, money: null }, view, names);
  if (set === 'rewardsOwed')
    return (['referrer', 'brought'] as const).flatMap((side) =>
      bought
        .filter((one) => isRewardOwed(one, side, view))
        .map((one) =>
          side === 'referrer'
            ? row(one.buyerId, one.rewardReferrer, one.notedAt)
            : row(one.broughtId, one.rewardBrought, one.notedAt),
        ),
    );
  return (set === 'referrals' ? named : bought).map(({ buyerId, broughtId, broughtName, notedAt }) =>
    row(buyerId, (broughtId === null ? '' : names.get(broughtId)) || broughtName, notedAt),
  );
}
