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

/** One side of the data, counted: all but what its buyers are worth. */
export interface CountedSide {
  readonly side: Side;
  /** Of every order; none is "nothing written". */
  readonly labels: TextLists;
  /** The largest groups, by number of the label; those without one come last of the labels. */
  readonly places: readonly number[];
  readonly rows: readonly Omit<BreakdownRow, 'meanClv'>[];
  readonly more: number;
}

/** The orders of known buyers, buyer after buyer: the last one seen is enough to count each once. */
function ordersOfBuyers(orders: OrderFrame): Uint32Array {
  return byBuyer(orders, (index) => orders.buyer[index]! >= 0);
}

/**
 * Orders, buyers, repeat rate (Wilson interval) and revenue by every side of the data, the largest group first. What
 * the models are not needed for: it can be counted before they are fitted.
 */
export function countedSides(
  orders: OrderFrame,
  histories: Histories,
  labels: OrderLabels,
  currency: string | null,
): readonly CountedSide[] {
  const known = ordersOfBuyers(orders);
  return Object.entries(labels).map(([side, lists]) => {
    const counted = countedBy(orders, known, histories, lists, decimals(currency));
    return { side: side as Side, labels: lists, ...counted };
  });
}

function countedBy(
  orders: OrderFrame,
  known: Uint32Array,
  histories: Histories,
  { texts, start, at }: TextLists,
  digits: number,
) {
  // By number of the label, and last the orders without one: there may be millions of things in them.
  const nothing = texts.length;
  const count = new Uint32Array(nothing + 1);
  const revenue = new Float64Array(nothing + 1);
  const lastBuyer = new Int32Array(nothing + 1).fill(-1);
  const buyers = new Uint32Array(nothing + 1);
  const repeatBuyers = new Uint32Array(nothing + 1);
  const add = (place: number, buyer: number, net: number) => {
    count[place]! += 1;
    revenue[place]! += net;
    if (buyer < 0 || buyer === lastBuyer[place]) return;
    lastBuyer[place] = buyer;
    buyers[place]! += 1;
    if (histories.orders[buyer]! >= 2) repeatBuyers[place]! += 1;
  };
  const addOrder = (index: number) => {
    const [from, to] = [start[index]!, start[index + 1]!];
    const buyer = orders.buyer[index]!;
    const net = orders.paid[index]! - orders.refund[index]!;
    if (from === to) add(nothing, buyer, net);
    for (let k = from; k < to; k += 1) add(at[k]!, buyer, net);
  };
  for (let i = 0; i < known.length; i += 1) addOrder(known[i]!);
  for (let index = 0; index < orders.count; index += 1) if (orders.buyer[index]! < 0) addOrder(index);
  const largest = [...count.keys()]
    .filter((place) => count[place]! > 0)
    .sort((a, b) => count[b]! - count[a]! || revenue[b]! - revenue[a]! || a - b);
  const places = largest.slice(0, MOST_ROWS);
  const rows = places.map((place) => ({
    label: texts[place] ?? '',
    orders: count[place]!,
    buyers: buyers[place]!,
    repeatBuyers: repeatBuyers[place]!,
    ...rateOf(repeatBuyers[place]!, buyers[place]!),
    revenue: majorUnits(revenue[place]!, digits),
    averageOrder: majorUnits(revenue[place]! / count[place]!, digits),
  }));
  return { places, rows, more: largest.length - rows.length };
}

/** Mean expected value of the buyers of each group that is shown; null where nothing is estimated of any. */
function meanValues(
  orders: OrderFrame,
  known: Uint32Array,
  { labels: { texts, start, at }, places }: CountedSide,
  worth: readonly (number | undefined)[],
  digits: number,
): readonly (number | null)[] {
  const rowOf = new Int32Array(texts.length + 1).fill(-1);
  for (const [row, place] of places.entries()) rowOf[place] = row;
  const lastBuyer = new Int32Array(places.length).fill(-1);
  const valued = new Uint32Array(places.length);
  const value = new Float64Array(places.length);
  const add = (row: number, buyer: number) => {
    if (row < 0 || buyer === lastBuyer[row]) return;
    lastBuyer[row] = buyer;
    const own = worth[buyer];
    if (own === undefined) return;
    valued[row]! += 1;
    value[row]! += own;
  };
  for (let i = 0; i < known.length; i += 1) {
    const index = known[i]!;
    const [from, to] = [start[index]!, start[index + 1]!];
    const buyer = orders.buyer[index]!;
    if (from === to) add(rowOf[texts.length]!, buyer);
    for (let k = from; k < to; k += 1) add(rowOf[at[k]!]!, buyer);
  }
  return places.map((_, row) => (valued[row]! > 0 ? roundTo(value[row]! / valued[row]!, digits) : null));
}

/**
 * Every breakdown the data allow, with what the buyers of a group are worth: what the exports say of an order, else
 * the book; of buyers the book alone. The comparison is no proof of cause: who buys the tea set may have come for
 * another reason.
 *
 * @param clv expected value per buyer key, `null` where nothing is estimated
 */
export function breakdowns(
  orders: OrderFrame,
  counted: readonly CountedSide[],
  currency: string | null,
  clv: ReadonlyMap<string, number> | null = null,
): readonly Breakdown[] {
  if (orders.count === 0) return [];
  const known = ordersOfBuyers(orders);
  const worth = clv === null ? [] : orders.buyers.map((buyer) => clv.get(buyer));
  return counted
    .filter(({ rows, side }) => side === 'platform' || rows.some(({ label }) => label !== ''))
    .map((one) => {
      const means = meanValues(orders, known, one, worth, decimals(currency));
      const rows = one.rows.map((row, index) => ({ ...row, meanClv: means[index]! }));
      return { side: one.side, rows, more: one.more };
    });
}
