import type { Day } from '../calendar/day';
import { matchKey } from '../text/normalize';
import type { StockWait } from './stock-wait';

/** From so many orders on a buyer is a regular, who is thought of first when there is not enough for all. */
export const REGULAR_ORDERS = 2;

type Asked = Pick<StockWait, 'id' | 'buyerId' | 'quantity' | 'askedAt'>;

/**
 * Who is told, in the order they asked.
 *
 * @example inOrderAsked([{ id: 'b', askedAt: '2026-11-02T08:00:00Z' }, { id: 'a', askedAt: '2026-11-01T08:00:00Z' }]).map(({ id }) => id) // => ['a', 'b']
 */
export function inOrderAsked<Wait extends Pick<StockWait, 'id' | 'askedAt'>>(
  waits: readonly Wait[],
): readonly Wait[] {
  const key = ({ askedAt, id }: Wait) => `${askedAt} ${id}`;
  return [...waits].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Who gets some of what came back. */
export interface Allotment<Wait> {
  /** These get theirs, in the order in which they are told. */
  readonly served: readonly Wait[];
  /** For these there is nothing left this time; they stay first in line. */
  readonly short: readonly Wait[];
  /** There is not enough for all: what the served get is held for them. */
  readonly scarce: boolean;
}

/**
 * Who gets the goods when so many pieces came back (P20). Enough for all: everybody, in the order they asked.
 * Too few: regulars first, who ordered most before who ordered less, then by who asked first; a wish too big
 * for what is left steps back for a smaller one.
 *
 * @param pieces How many there are; `null`: enough.
 * @param orders How many orders each buyer made so far.
 */
export function allot<Wait extends Asked>(
  waits: readonly Wait[],
  pieces: number | null,
  orders: ReadonlyMap<string, number>,
): Allotment<Wait> {
  const line = inOrderAsked(waits);
  const wanted = line.reduce((sum, { quantity }) => sum + quantity, 0);
  if (pieces === null || wanted <= pieces) return { served: line, short: [], scarce: false };
  const rank = ({ buyerId }: Wait) => {
    const made = orders.get(buyerId) ?? 0;
    return made >= REGULAR_ORDERS ? made : 0;
  };
  // `line` is in the order asked and sorting keeps it among equals.
  const first = [...line].sort((a, b) => rank(b) - rank(a));
  let left = pieces;
  const served = first.filter(({ quantity }) => {
    if (quantity > left) return false;
    left -= quantity;
    return true;
  });
  const got = new Set(served.map(({ id }) => id));
  return { served, short: line.filter(({ id }) => !got.has(id)), scarce: true };
}

/**
 * Whether the goods were held long enough: the day after the last one they go back on the shelf.
 *
 * @example holdOver({ kind: 'hold', state: 'waiting', holdUntil: '2026-11-21' }, '2026-11-22') // => true
 */
export function holdOver(wait: Pick<StockWait, 'kind' | 'state' | 'holdUntil'>, today: Day): boolean {
  const open = wait.state !== 'bought' && wait.state !== 'released';
  return open && wait.holdUntil !== null && wait.holdUntil < today;
}

/**
 * The key under which waits for the same goods stand together: the product, else what was asked for.
 *
 * @example goodsKey({ productId: null, what: '白色 马克杯' }) // => 'what:白色马克杯'
 */
export function goodsKey(wait: Pick<StockWait, 'productId' | 'what'>): string {
  return wait.productId === null ? `what:${matchKey(wait.what)}` : `product:${wait.productId}`;
}
