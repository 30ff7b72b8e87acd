import type { Order, OrderLink } from '@shared/records/order';
import type { OpenBook } from '../open';

/** Platform and number of an order: the pair that names it in the outside world. */
export type OrderName = readonly [platform: string, number: string];

/** The orders of these names that are in the book, in no particular order. */
export async function ordersNamed({ db }: OpenBook, names: readonly OrderName[]): Promise<readonly Order[]> {
  if (names.length === 0) return [];
  const found = await db.orders
    .where('[platform+number]')
    .anyOf(names.map(([...name]) => name))
    .toArray();
  return found.filter((order) => !order.deleted);
}

/** The links of these names. */
export async function linksNamed(
  { db }: OpenBook,
  names: readonly OrderName[],
): Promise<readonly OrderLink[]> {
  if (names.length === 0) return [];
  const found = await db.orderLinks
    .where('[platform+number]')
    .anyOf(names.map(([...name]) => name))
    .toArray();
  return found.filter((link) => !link.deleted);
}

/** The links of some buyers. */
export async function linksOf({ db }: OpenBook, buyerIds: readonly string[]): Promise<readonly OrderLink[]> {
  const found = await db.orderLinks
    .where('buyerId')
    .anyOf([...buyerIds])
    .toArray();
  return found.filter((link) => !link.deleted);
}

/** The orders of a buyer that are in the book, newest first. */
export async function ordersOf(book: OpenBook, buyerId: string): Promise<readonly Order[]> {
  const links = await linksOf(book, [buyerId]);
  const orders = await ordersNamed(book, links.map(nameOf));
  return orders.toSorted((a, b) => (whenOf(b) < whenOf(a) ? -1 : whenOf(b) > whenOf(a) ? 1 : 0));
}

/**
 * The parcel a buyer's gift can still go into: their newest order that is paid and has not left the shop;
 * `null` when there is none.
 */
export async function parcelOf(book: OpenBook, buyerId: string): Promise<Order | null> {
  return (await ordersOf(book, buyerId)).find(unshipped) ?? null;
}

/** @example nameOf({ platform: 'pdd', number: '1' }) // => ['pdd', '1'] */
export function nameOf(order: { readonly platform: string; readonly number: string }): OrderName {
  return [order.platform, order.number];
}

/** One text for a name, as a key of a Map. */
export function nameKey(order: { readonly platform: string; readonly number: string }): string {
  return JSON.stringify(nameOf(order));
}

/** When an order was made, as far as the export tells; '' when it does not. */
export function whenOf(order: Pick<Order, 'createdAt' | 'paidAt'>): string {
  return order.createdAt ?? order.paidAt ?? '';
}

/** Paid and still in the shop: something can go into its parcel. */
export function unshipped(order: Pick<Order, 'status' | 'shippedAt'>): boolean {
  return order.status === 'paid' && order.shippedAt === null;
}
