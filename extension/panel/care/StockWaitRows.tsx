import './care.css';
import type { Ack } from '@extension/book/ack';
import {
  boughtStockWait,
  holdLonger,
  releaseStockWait,
  tellStockWait,
} from '@extension/book/actions/stock-waits';
import { type AnyKey, useMore } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import { addDays } from '@shared/calendar/day';
import { CARE_SETTINGS } from '@shared/records/care-settings';
import type { StockWait } from '@shared/records/stock-wait';
import { useState } from 'preact/hooks';
import type { MoreSectionProps } from '../buyer/more-sections';
import { newest, Row, Rows, useDay } from '../buyer/rows';
import { usePanel } from '../state/context';
import { MessageForm } from './MessageForm';
import { sayBack } from './say';

/** What a buyer waits for, asked the shop to get, or has held for them. */
export function StockWaitRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  const over = ({ state }: StockWait) => state === 'bought' || state === 'released';
  const waits = newest(view.stockWaits, ({ askedAt }) => askedAt);
  return (
    <Rows empty={t('care.wait.empty')}>
      {[...waits.filter((wait) => !over(wait)), ...waits.filter(over)].map((wait) => (
        <WaitRow key={wait.id} wait={wait} view={view} />
      ))}
    </Rows>
  );
}

function WaitRow({ wait, view }: { readonly wait: StockWait } & Pick<MoreSectionProps, 'view'>) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const day = useDay();
  const [saying, setSaying] = useState(false);
  const { id, what, kind, state, quantity, holdUntil } = wait;
  const open = state !== 'bought' && state !== 'released';
  const run = (action: Promise<Ack>, key: AnyKey) => void session.run(action, { key, params: { what } });
  const act = (word: AnyKey, done: AnyKey, action: () => Promise<Ack>) => (
    <button type="button" class="plain" onClick={() => run(action(), done)}>
      {t(word)}
    </button>
  );
  const notes = [
    t(`care.wait.kind.${kind}`),
    quantity > 1 ? `×${quantity}` : null,
    open && holdUntil !== null ? t('care.wait.until', { day: shortDay(holdUntil, today) }) : null,
  ];
  const longer = addDays(holdUntil !== null && holdUntil > today ? holdUntil : today, CARE_SETTINGS.holdDays);
  return (
    <Row
      day={day(wait.askedAt)}
      what={
        <>
          {what} <span class="quiet">{notes.filter((note) => note !== null).join(' · ')}</span>
        </>
      }
      state={t(`care.wait.state.${state}`)}
      tone={state === 'back' ? 'near' : ''}
    >
      {open && !saying && (
        <span class="acts">
          {kind !== 'hold' && state !== 'told' && (
            <button type="button" class="plain" onClick={() => setSaying(true)}>
              {t('care.wait.say')}
            </button>
          )}
          {state === 'back' && act('care.wait.told', 'care.done.told', () => tellStockWait(book, id))}
          {act('care.wait.bought', 'care.done.bought', () => boughtStockWait(book, id))}
          {holdUntil !== null &&
            act('care.wait.longer', 'care.done.longer', () => holdLonger(book, id, longer))}
          {act('care.letGo', 'care.done.letGo', () => releaseStockWait(book, id))}
        </span>
      )}
      {saying && (
        <MessageForm
          buyer={view.buyer}
          about={{ dueOn: today, reason: 'back-in-stock', aboutId: id }}
          text={sayBack({ name: view.buyer.name, lang, t }, what, holdUntil, today)}
          onLeave={() => setSaying(false)}
        />
      )}
    </Row>
  );
}
