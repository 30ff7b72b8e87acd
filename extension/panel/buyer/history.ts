import type { Order } from '@shared/records/order';

/** What a buyer has bought, as plain history: no estimate of what they may buy. */
export interface History {
  readonly orders: number;
  /** Minor units paid, by currency: amounts of two currencies are never added. */
  readonly paid: readonly { readonly minor: number; readonly currency: string }[];
  readonly first: string | null;
  readonly last: string | null;
}

const PURCHASES = new Set<Order['status']>(['paid', 'shipped', 'completed', 'unknown']);

/** Orders that came to something, what was paid less what was given back, and the last of them. */
export function historyOf(orders: readonly Order[]): History {
  const bought = orders.filter(({ status }) => PURCHASES.has(status));
  const sums = new Map<string, number>();
  for (const { paid, refund } of bought) {
    if (!paid) continue;
    const back = refund && refund.currency === paid.currency ? refund.minor : 0;
    sums.set(paid.currency, (sums.get(paid.currency) ?? 0) + paid.minor - back);
  }
  const days = bought
    .map((order) => order.paidAt ?? order.createdAt)
    .filter((at) => at !== null)
    .sort();
  return {
    orders: bought.length,
    paid: [...sums].map(([currency, minor]) => ({ currency, minor })),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}
