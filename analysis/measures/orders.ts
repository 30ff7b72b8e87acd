import type { Dataset } from '../dataset';
import type { OrderFrame } from '../frame/orders';
import type { OrdersSection } from '../review';
import { decimals, majorUnits } from './money';

/**
 * Orders, buyers and revenue. Revenue is what was paid less what was given back; "refunded, amount unknown" is
 * counted beside it and never guessed. Buyers are the known ones: an order whose buyer the export hides belongs
 * to nobody.
 */
export function ordersSection(
  frame: OrderFrame,
  data: Pick<Dataset, 'withoutBuyer' | 'duplicatesDropped' | 'nettedAway' | 'currency'>,
): OrdersSection | null {
  if (frame.count === 0) return null;
  const seen = new Uint8Array(frame.buyers.length);
  let buyers = 0;
  let known = 0;
  let revenue = 0;
  let refundedUnknownAmount = 0;
  for (let index = 0; index < frame.count; index++) {
    revenue += frame.paid[index]! - frame.refund[index]!;
    refundedUnknownAmount += frame.refundUnknown[index]!;
    const buyer = frame.buyer[index]!;
    if (buyer < 0) continue;
    known++;
    if (seen[buyer] === 0) {
      seen[buyer] = 1;
      buyers++;
    }
  }
  const digits = decimals(data.currency);
  return {
    count: frame.count,
    buyers,
    known: { count: known, buyers },
    withoutBuyer: data.withoutBuyer,
    revenue: majorUnits(revenue, digits),
    averageOrder: majorUnits(revenue / frame.count, digits),
    duplicatesDropped: data.duplicatesDropped,
    refundedUnknownAmount,
    netted: data.nettedAway,
  };
}
