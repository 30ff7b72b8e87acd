import type { OrderFrame } from '../frame/orders';
import type { TextLists } from '../frame/text-lists';
import { byBuyer } from '../models/summary';
import type { Rate } from '../review';
import type { OrderLabels } from './breakdown-labels';
import type { Histories } from './histories';
import { rateOf } from './intervals';
import { decimals, majorUnits, roundTo } from './money';

/** What orders can be told apart by … */
export const ORDER_SIDES = ['platform', 'product', 'city'] as const;
/** … and what buyers can, once and for all. */
export const BUYER_SIDES = ['tag', 'grade', 'firstProduct', 'firstDiscount'] as const;
export type Side = (typeof ORDER_SIDES)[number] | (typeof BUYER_SIDES)[number];

/** One group of a breakdown. A product or a tag can be one of several: groups may overlap. */
export interface BreakdownRow extends Rate {
  /** As written in the data; '' where nothing is written. */
  readonly label: string;
  readonly orders: number;
  readonly buyers: number;
  /** Buyers of the group who bought at least twice, of anything. */
  readonly repeatBuyers: number;
  /** Major units, refunds taken off; an order of two products counts whole for each. */
  readonly revenue: number;
  readonly averageOrder: number | null;
  /** Mean expected lifetime value of the group's buyers, where there is an estimate. */
  readonly meanClv: number | null;
}

export interface Breakdown {
  readonly side: Side;
  readonly rows: readonly BreakdownRow[];
  /** Groups beyond the largest that are shown. */
  readonly more: number;
}

const MOST_ROWS = 20;

interface Group {
  orders: number;
  revenue: number;
  lastBuyer: number;
  buyers: number;
  repeatBuyers: number;
  valued: number;
  value: number;
}

const emptyGroup = (): Group => ({
  orders: 0,
  revenue: 0,
  lastBuyer: -1,
  buyers: 0,
  repeatBuyers: 0,
  valued: 0,
  value: 0,
});

/**
 * Orders, buyers, repeat rate (Wilson interval), revenue and mean lifetime value by a side of the data. Largest
 * first. The comparison is no proof of cause: who buys the tea set may have come for another reason.
 *
 * @param labels of every order; none is "nothing written"
 * @param clv expected value per buyer key, `null` where nothing is estimated
 */
export function breakdownBy(
  side: Side,
  orders: OrderFrame,
  histories: Histories,
  labels: TextLists,
  currency: string | null,
  clv: ReadonlyMap<string, number> | null = null,
): Breakdown {
  // By number of the label, and last the orders without one: there may be millions of things in them.
  const groups = Array.from({ length: labels.texts.length + 1 }, emptyGroup);
  const worth = clv === null ? null : orders.buyers.map((buyer) => clv.get(buyer));
  const count = (group: Group, index: number) => {
    const buyer = orders.buyer[index]!;
    group.orders += 1;
    group.revenue += orders.paid[index]! - orders.refund[index]!;
    if (buyer < 0 || buyer === group.lastBuyer) return;
    group.lastBuyer = buyer;
    group.buyers += 1;
    if (histories.orders[buyer]! >= 2) group.repeatBuyers += 1;
    const own = worth?.[buyer];
    if (own === undefined) return;
    group.valued += 1;
    group.value += own;
  };
  const add = (index: number) => {
    const [from, to] = [labels.start[index]!, labels.start[index + 1]!];
    if (from === to) count(groups[labels.texts.length]!, index);
    for (let k = from; k < to; k += 1) count(groups[labels.at[k]!]!, index);
  };
  // Buyer after buyer, so that the last one seen is enough to count each once.
  const known = byBuyer(orders, (index) => orders.buyer[index]! >= 0);
  for (let at = 0; at < known.length; at += 1) add(known[at]!);
  for (let index = 0; index < orders.count; index += 1) if (orders.buyer[index]! < 0) add(index);
  const digits = decimals(currency);
  const largest = [...groups.entries()]
    .filter(([, group]) => group.orders > 0)
    .sort(([a, one], [b, two]) => two.orders - one.orders || two.revenue - one.revenue || a - b);
  const rows = largest.slice(0, MOST_ROWS).map(
    ([place, { orders: n, revenue, buyers, repeatBuyers, valued, value }]): BreakdownRow => ({
      label: labels.texts[place] ?? '',
      orders: n,
      buyers,
      repeatBuyers,
      ...rateOf(repeatBuyers, buyers),
      revenue: majorUnits(revenue, digits),
      averageOrder: majorUnits(revenue / n, digits),
      meanClv: valued > 0 ? roundTo(value / valued, digits) : null,
    }),
  );
  return { side, rows, more: largest.length - rows.length };
}

/** Every breakdown the data allow: what the exports say of an order, else the book; of buyers the book alone. */
export function breakdowns(
  orders: OrderFrame,
  histories: Histories,
  labels: OrderLabels,
  currency: string | null,
  clv: ReadonlyMap<string, number> | null = null,
): readonly Breakdown[] {
  if (orders.count === 0) return [];
  return Object.entries(labels)
    .map(([side, lists]) => breakdownBy(side as Side, orders, histories, lists, currency, clv))
    .filter(({ rows, side }) => side === 'platform' || rows.some(({ label }) => label !== ''));
}
