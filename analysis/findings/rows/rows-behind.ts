import type { MeasureInput } from '../../measures/input';
import { answerRows, recommendRows } from './answer-rows';
import { type Behind, type BehindRows, isOfBuyers, MOST_BEHIND, partsOf } from './behind';
import { bookRows } from './book-rows';
import { buyerRows } from './buyer-rows';
import { type Found, foundRows, shown } from './found';
import { waitGiftRows } from './gift-rows';
import { type Keep, keepNothing } from './keep';
import { orderRows } from './order-rows';
import { peopleRows } from './people-rows';
import { purchaseRows } from './purchase-rows';
import { referralRows } from './referral-rows';

export type Names = ReadonlyMap<string, string>;

/** What is shown of a set, and where what was counted out is kept for the next one. */
interface Wanted {
  readonly most?: number;
  readonly keep?: Keep;
}

/** The rows that one number counts, by the same rules as the number. */
export function rowsBehind(
  of: Behind,
  input: MeasureInput,
  names: Names,
  { most = MOST_BEHIND, keep = keepNothing }: Wanted = {},
): BehindRows {
  return shown(found(of, input, names, keep), most);
}

function found(of: Behind, input: MeasureInput, names: Names, keep: Keep): Found {
  const { set, mark } = partsOf(of);
  if (isOfBuyers(set)) return buyerRows(set, mark, input, names, keep);
  switch (set) {
    case 'orders':
    case 'knownOrders':
    case 'weekOrders':
      return orderRows(set, mark, input, names, keep);
    case 'gaps':
    case 'purchaseDays':
      return purchaseRows(set, mark, input, names);
    case 'nearlyLost':
    case 'graduated':
    case 'birthdays':
    case 'runOuts':
      return foundRows(peopleRows(set, input, names));
    case 'asked':
    case 'answers':
    case 'responses':
      return foundRows(answerRows(set, mark, input, names, keep));
    case 'recommend':
      return foundRows(recommendRows(mark, input, names));
    case 'giftsByWait':
    case 'giftsReturned':
      return foundRows(waitGiftRows(set, mark, input, names));
    case 'referrals':
    case 'referralsBought':
    case 'rewardsOwed':
      return foundRows(referralRows(set, input, names));
    default:
      return foundRows(input.book === null ? [] : bookRows(set, mark, input.book, input.view, names, keep));
  }
}
