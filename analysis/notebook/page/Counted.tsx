import type { OrdersSection } from '../../review';
import { Say } from '../text/Say';
import type { Writer } from '../text/writer';

interface CountedProps {
  readonly orders: OrdersSection;
  readonly writer: Writer;
}

/** How many orders the rows became, and what stays out or could be argued about: nothing is dropped silently. */
export function Counted({ orders, writer }: CountedProps) {
  const { t, count, money } = writer;
  const { netted, withoutBuyer, duplicatesDropped, refundedUnknownAmount } = orders;
  return (
    <p class="aside">
      <Say
        writer={writer}
        k="notebook.counted.orders"
        params={{ orders: count(orders.count), revenue: money(orders.revenue), buyers: count(orders.buyers) }}
        rows={{ orders: 'orders', revenue: 'orders', buyers: 'buyers' }}
      />
      {writer.gap}
      {withoutBuyer > 0 && t('notebook.counted.withoutBuyer', { n: count(withoutBuyer) })}
      {writer.gap}
      {duplicatesDropped > 0 && t('notebook.counted.duplicates', { n: count(duplicatesDropped) })}
      {writer.gap}
      {refundedUnknownAmount > 0 && t('notebook.counted.refunded', { n: count(refundedUnknownAmount) })}
      {writer.gap}
      {netted.amount > 0 &&
        t('notebook.counted.netted', { n: count(netted.lines), amount: money(netted.amount) })}
    </p>
  );
}
