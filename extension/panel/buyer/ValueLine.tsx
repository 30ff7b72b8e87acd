import type { Estimate } from '@extension/book/estimates';
import { shortDay } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { dayOf } from '@shared/calendar/day';
import type { Order } from '@shared/records/order';
import { formatMoney } from '@shared/text/money';
import { EstimateLine } from '../desk';
import { usePanel } from '../state/context';
import { historyOf } from './history';

interface ValueLineProps {
  readonly orders: readonly Order[];
  readonly estimate: Estimate | null;
}

/** What this buyer has bought, in one line beside the chat (P23): history first, an estimate after it. */
export function ValueLine({ orders, estimate }: ValueLineProps) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const { orders: n, paid, first, last } = historyOf(orders);
  if (n === 0) return null;
  const sum = paid.map((amount) => formatMoney(amount, lang)).join(' + ');
  const today = session.today.value;
  const day = last && shortDay(dayOf(Date.parse(last), session.book.world.timeZone), today);
  return (
    <>
      <p class="value">
        <strong>{t('panel.value.orders', { n })}</strong>
        {sum && <span>{t('panel.value.sum', { sum })}</span>}
        {day && <span class="quiet">{t('panel.value.last', { day })}</span>}
      </p>
      {estimate && <EstimateLine estimate={estimate} orders={n} span={daysFrom(first, last)} />}
    </>
  );
}

function daysFrom(first: string | null, last: string | null): number {
  return first && last ? (Date.parse(last) - Date.parse(first)) / 86_400_000 : 0;
}
