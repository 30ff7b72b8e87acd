import type { Order } from './order';

/** Days for which a buyer is watched after a complaint was mended (P16). */
export const WATCHED_DAYS = 90;

/**
 * When the buyer first ordered again after a remedy; `null`: not so far. What was cancelled or never paid is no
 * return.
 *
 * @param remedyAt The instant of the remedy, ISO 8601 in UTC.
 *
 * @example boughtAgain('2026-11-01T00:00:00Z', [{ status: 'paid', paidAt: '2026-11-20T00:00:00Z', createdAt: null }]) // => '2026-11-20T00:00:00Z'
 * @example boughtAgain('2026-11-01T00:00:00Z', [{ status: 'paid', paidAt: '2026-10-20T00:00:00Z', createdAt: null }]) // => null
 */
export function boughtAgain(
  remedyAt: string,
  orders: readonly Pick<Order, 'status' | 'paidAt' | 'createdAt'>[],
): string | null {
  const after = orders.flatMap(({ status, paidAt, createdAt }) => {
    const at = paidAt ?? createdAt;
    const counts = status !== 'cancelled' && status !== 'unpaid';
    return counts && at !== null && Date.parse(at) > Date.parse(remedyAt) ? [at] : [];
  });
  return after.sort()[0] ?? null;
}
