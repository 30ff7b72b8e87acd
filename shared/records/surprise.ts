import { type Day, daysBetween } from '../calendar/day';
import { matchKey } from '../text/normalize';
import type { Gift, GiftStock } from './gift';
import type { Order } from './order';
import { type Promised, standing } from './promise';

/** Days that lie between two gifts nobody asked for: more often it is no surprise any more. */
export const SURPRISE_REST_DAYS = 60;

/** Not given after all: the buyer knows nothing of them. */
const NEVER_GIVEN: ReadonlySet<Gift['state']> = new Set(['released', 'expired']);

type Given = Pick<Gift, 'what' | 'stockId' | 'state' | 'saidOn'>;

/** Whether this buyer had such a gift before, by its stock line or by its name; the newest of them, or null. */
export function givenBefore<One extends Given>(
  gifts: readonly One[],
  gift: { readonly name: string; readonly stockId: string | null },
): One | null {
  const name = matchKey(gift.name);
  const same = gifts.filter(
    ({ what, stockId, state }) =>
      !NEVER_GIVEN.has(state) &&
      ((gift.stockId !== null && stockId === gift.stockId) || (name !== '' && matchKey(what) === name)),
  );
  return same.toSorted((a, b) => (a.saidOn < b.saidOn ? 1 : -1))[0] ?? null;
}

/** What the rule says about a surprise for one buyer, and why. */
export type SurpriseAdvice<Line> =
  /** Not yet a returning buyer. */
  | { readonly kind: 'new' }
  /** Something is late or complained about: that is mended first, a gift would look like hush money. */
  | { readonly kind: 'mend-first' }
  | { readonly kind: 'lately'; readonly on: Day }
  /** Nothing on the shelf that this buyer has not had. */
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'give'; readonly lines: readonly Line[] };

/**
 * A surprise gift is for a buyer who came back (P8): at least one order came to its end before, the last gift is
 * long ago, and nothing is late. Offered is what is on the shelf and this buyer never had, the dearest first: a
 * poor gift is worse than none.
 */
export function surpriseFor<
  Line extends {
    readonly line: Pick<GiftStock, 'id' | 'name' | 'count' | 'cost'>;
    readonly promised: number;
  },
>(
  buyer: {
    readonly orders: readonly Pick<Order, 'status'>[];
    readonly gifts: readonly Given[];
    readonly promises: readonly Pick<Promised, 'state' | 'due' | 'settledOn'>[];
    readonly complaints: readonly { readonly state: string }[];
  },
  stock: readonly Line[],
  today: Day,
): SurpriseAdvice<Line> {
  const { orders, gifts, promises, complaints } = buyer;
  if (!orders.some(({ status }) => status === 'completed' || status === 'shipped')) return { kind: 'new' };
  const open = complaints.some(({ state }) => state === 'open' || state === 'acknowledged');
  if (open || promises.some((promise) => standing(promise, today) === 'late')) return { kind: 'mend-first' };
  const last = gifts
    .filter(({ state }) => !NEVER_GIVEN.has(state))
    .map(({ saidOn }) => saidOn)
    .toSorted()
    .at(-1);
  if (last !== undefined && daysBetween(last, today) < SURPRISE_REST_DAYS)
    return { kind: 'lately', on: last };
  const lines = stock
    .filter(({ line, promised }) => line.count - promised > 0)
    .filter(({ line }) => givenBefore(gifts, { name: line.name, stockId: line.id }) === null)
    .toSorted((a, b) => (b.line.cost?.minor ?? 0) - (a.line.cost?.minor ?? 0));
  return lines.length > 0 ? { kind: 'give', lines } : { kind: 'nothing-new' };
}
