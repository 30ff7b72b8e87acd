import type { Parcel } from '@extension/book/reads/parcels';
import type { PlainOrder } from '@extension/book/reads/plain-orders';

/** What a number scanned at the table belongs to. */
export type Scanned =
  | { readonly kind: 'parcel'; readonly parcels: readonly Parcel[] }
  | { readonly kind: 'plain'; readonly plain: PlainOrder }
  | { readonly kind: 'unknown'; readonly number: string };

/**
 * A number as scanners and people give it: half-width, upper case, without spaces.
 *
 * @example scanKey(' yt 0000-1 ') // => 'YT0000-1'
 */
export function scanKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/**
 * The parcel of an order or courier number. Two parcels of one order (something was added after packing) come
 * together, the open one first: nothing about them may be missed.
 */
export function scan(typed: string, parcels: readonly Parcel[], plain: readonly PlainOrder[]): Scanned {
  const wanted = scanKey(typed);
  const is = (...numbers: readonly (string | null | undefined)[]) =>
    wanted !== '' && numbers.some((number) => number && scanKey(number) === wanted);
  const mine = parcels.filter(({ orderNumber, order }) => is(orderNumber, order?.courierNumber));
  if (mine.length > 0) {
    return {
      kind: 'parcel',
      parcels: [...mine].sort((a, b) => Number(a.packedToday) - Number(b.packedToday)),
    };
  }
  const bare = plain.find(({ order }) => is(order.number, order.courierNumber));
  return bare ? { kind: 'plain', plain: bare } : { kind: 'unknown', number: typed.trim() };
}
