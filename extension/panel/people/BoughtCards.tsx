import './people.css';
import { productOf, products } from '@extension/book/reads/products';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { dayOf, daysBetween } from '@shared/calendar/day';
import type { Order } from '@shared/records/order';
import { usePanel } from '../state/context';
import { CareTips } from './CareTips';
import { openCard } from './open-card';

/** How long after shipping the care tips stand ready: the parcel is still on its way, or just opened. */
const CARE_DAYS = 7;

interface BoughtCardsProps {
  readonly buyerId: string;
  readonly name: string;
  /** Newest first. */
  readonly orders: readonly Order[];
}

/** Under the orders: the cards of what was bought, and the care tips while the last parcel is on its way. */
export function BoughtCards({ buyerId, name, orders }: BoughtCardsProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const all = useLive(() => products(book), [book]);
  const items = orders.flatMap((order) => order.items);
  const bought = new Map(
    items.flatMap((item) => {
      const card = productOf(all ?? [], item);
      return card ? [[card.id, card] as const] : [];
    }),
  );
  if (bought.size === 0) return null;
  const shippedAt = orders[0]?.shippedAt;
  const shippedOn = shippedAt ? dayOf(Date.parse(shippedAt), book.world.timeZone) : null;
  const justShipped = shippedOn !== null && daysBetween(shippedOn, session.today.value) <= CARE_DAYS;
  return (
    <>
      <ul class="chips people-tags" aria-label={t('people.finder.title')}>
        {[...bought.values()].map((card) => (
          <li key={card.id}>
            <button type="button" class="chip" onClick={() => openCard(session, card.name)}>
              {card.name}
            </button>
          </li>
        ))}
      </ul>
      {justShipped && <CareTips buyerId={buyerId} name={name} />}
    </>
  );
}
