import { addDays, type Day } from '@shared/calendar/day';
import { inOrderAsked } from '@shared/records/allot';
import type { StockWait } from '@shared/records/stock-wait';
import type { OpenBook } from '../open';
import type { CareItem } from './care-due';
import { reachable, spokenFor } from './contact';
import { byIds } from './rows';

/** Holds that end today or tomorrow are looked at again. */
const HOLD_AHEAD_DAYS = 1;

/**
 * Who is to be told that their goods are there, in the order they asked: marked as back, or their product is no
 * longer sold out; and holds about to end. They asked for it: no cap holds this back.
 */
export async function waitsDue(book: OpenBook, today: Day): Promise<readonly CareItem[]> {
  const stored = await book.db.stockWaits.where('state').anyOf(['waiting', 'back', 'told']).toArray();
  const open = inOrderAsked(stored.filter(({ deleted }) => !deleted));
  const products = await byIds(
    book.db.products,
    open.flatMap(({ productId }) => productId ?? []),
  );
  const there = ({ productId }: StockWait) => products.get(productId ?? '')?.soldOut === false;
  const back = open.filter(
    (wait) => wait.state === 'back' || (wait.state === 'waiting' && wait.kind === 'restock' && there(wait)),
  );
  const until = addDays(today, HOLD_AHEAD_DAYS);
  const ending = open.filter(({ state, kind, holdUntil }) => {
    const held = state === 'told' || (kind === 'hold' && state === 'waiting');
    return held && holdUntil !== null && holdUntil <= until;
  });
  const [buyers, underWay] = await Promise.all([
    reachable(
      book,
      [...back, ...ending].map(({ buyerId }) => buyerId),
    ),
    spokenFor(
      book,
      back.map(({ id }) => id),
    ),
  ]);
  const item = (
    kind: 'back' | 'hold-ends',
    { id, buyerId, what, holdUntil }: StockWait,
  ): readonly CareItem[] => {
    const buyer = buyers.get(buyerId);
    const reason = { kind, id, until: holdUntil };
    return buyer ? [{ key: `${kind}/${id}`, reason, buyer, what, by: holdUntil }] : [];
  };
  return [
    ...back.filter(({ id }) => !underWay.has(id)).flatMap((wait) => item('back', wait)),
    ...ending.flatMap((wait) => item('hold-ends', wait)),
  ];
}
