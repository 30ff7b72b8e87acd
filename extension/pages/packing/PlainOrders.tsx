import type { PlainOrder } from '@extension/book/reads/plain-orders';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { shortDay } from '@extension/ui/when';

interface PlainOrdersProps {
  readonly plain: readonly PlainOrder[];
  readonly today: string;
}

/** The parcels about which there is nothing to remember: out of the way, and not forgotten. */
export function PlainOrders({ plain, today }: PlainOrdersProps) {
  const { t } = useMore();
  if (plain.length === 0) return null;
  return (
    <details class="plain-orders no-print">
      <summary>{t('parcels.plain', { n: plain.length })}</summary>
      <ul>
        {plain.map(({ order, orderedOn }) => (
          <li key={order.id}>
            <span class={orderedOn !== null && orderedOn < today ? 'day ship late' : 'day'}>
              {orderedOn && shortDay(orderedOn, today)}
            </span>
            <span class="number">{order.number}</span>
            <Name of={order.buyerName} />
            <span class="quiet">
              {order.items.map(({ title, quantity }) => `${title} ×${quantity}`).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
