import { MONEY_SCALE } from '../../frame/orders';
import type { MeasureInput } from '../../measures/input';
import { MS_PER_DAY, wallDay } from '../../measures/wall-clock';
import { type BehindSet, called } from './behind';
import { buyersOfGroup } from './buyer-groups';
import { type Found, foundPlaces } from './found';
import type { Keep } from './keep';
import type { Names } from './rows-behind';
import { buyersOfFrame, numbersOfBuyers } from './which-buyers';

/** Buyers with how many orders they have, their last day and what they paid; of one without an order only the name. */
export function buyerRows(
  set: BehindSet,
  mark: string | null,
  input: MeasureInput,
  names: Names,
  keep: Keep,
): Found {
  const { orders, histories } = input;
  const { last, spent } = keep('what buyers did', () => deeds(input));
  const numbers = numbersOfBuyers(input, keep);
  // People of the book without an order have no number in the frame: they are told by places below zero.
  const others: string[] = [];
  const placeOf = (key: string) => numbers.get(key) ?? -others.push(key);
  const places = buyersOfFrame(set, mark, input, keep) ?? buyersOfGroup(set, mark, input, keep).map(placeOf);
  const keyOf = (place: number) => (place < 0 ? others[-place - 1]! : orders.buyers[place]!);
  const bought = (place: number) => place >= 0 && histories.orders[place]! > 0;
  return foundPlaces(places, {
    day: (place) => (bought(place) ? Math.floor(last[place]! / MS_PER_DAY) : 0),
    name: (place) => called(keyOf(place), names).name,
    row: (place) => {
      const who = called(keyOf(place), names);
      if (!bought(place)) return { ...who, what: '0', day: null, amount: null };
      const amount = spent[place]! / MONEY_SCALE;
      return { ...who, what: String(histories.orders[place]), day: wallDay(last[place]!), amount };
    },
  });
}

/** When each buyer of the frame bought last, and what they paid in all. */
function deeds({ orders }: MeasureInput) {
  const size = orders.buyers.length;
  const [spent, last] = [new Float64Array(size), new Float64Array(size)];
  for (let index = 0; index < orders.count; index += 1) {
    const buyer = orders.buyer[index]!;
    if (buyer < 0) continue;
    spent[buyer]! += orders.paid[index]! - orders.refund[index]!;
    last[buyer] = Math.max(last[buyer]!, orders.time[index]!);
  }
  return { spent, last };
}
