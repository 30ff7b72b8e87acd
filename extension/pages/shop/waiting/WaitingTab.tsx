import { onScreen } from '@extension/ui/guest';
import { Name } from '@extension/ui/Name';
import '../care.css';
import { backInStock, boughtStockWait, releaseStockWait } from '@extension/book/actions/stock-waits';
import { type WaitGroup, type WaitLine, waitList } from '@extension/book/reads/wait-list';
import { sayBack } from '@extension/panel/care/say';
import { TextField } from '@extension/ui/fields';
import { composing } from '@extension/ui/keys';
import { type AnyKey, useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { momentDay, shortDay } from '@extension/ui/when';
import { allot } from '@shared/records/allot';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';

/** The stock-out register (P20): who waits for what, in the order they asked; one click tells all of them. */
export function WaitingTab({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const groups = useLive(() => waitList(book), [book]);
  if (!groups) return null;
  return (
    <Part title={t('care.waiting.title')}>
      <p class="quiet">{t('care.waiting.how')}</p>
      {groups.length === 0 && <p class="empty">{t('care.waiting.empty')}</p>}
      {groups.map((group) => (
        <Goods key={group.goods} group={group} book={book} acts={acts} />
      ))}
    </Part>
  );
}

function Goods({ group, book, acts }: { readonly group: WaitGroup } & ShopTabProps) {
  const { t, lang } = useMore();
  const today = useToday(book);
  const [pieces, setPieces] = useState('');
  const { goods, what, waiting, told, held, promises } = group;
  const typed = pieces.trim();
  const known = typed === '' || /^\d{1,5}$/.test(typed);
  const orders = new Map(waiting.map((line) => [line.buyer.id, line.orders]));
  const share = allot(
    waiting.map(({ wait }) => wait),
    typed === '' || !known ? null : Number(typed),
    orders,
  );
  const served = new Set(share.served.map(({ id }) => id));
  const names = new Map(waiting.map(({ wait, buyer }) => [wait.id, buyer.name]));
  async function back(): Promise<void> {
    if (!known || share.served.length === 0) return;
    const action = backInStock(book, {
      goods,
      pieces: typed === '' ? null : Number(typed),
      text: (wait, until) => sayBack({ name: names.get(wait.id) ?? '', lang, t }, wait.what, until, today),
    });
    const done = { key: 'care.done.back', params: { what, n: share.served.length } } as const;
    if (await acts.run(action, done)) setPieces('');
  }
  const list = (title: AnyKey, lines: readonly WaitLine[], mark?: (line: WaitLine) => string) =>
    lines.length > 0 && (
      <>
        <h4>{t(title)}</h4>
        <ol class="care-line">
          {lines.map((line) => (
            <Line key={line.wait.id} line={line} book={book} acts={acts} mark={mark?.(line) ?? ''} />
          ))}
        </ol>
      </>
    );
  return (
    <section class="care-goods" aria-label={what}>
      <h3>
        {what}{' '}
        {waiting.length > 0 && (
          <span class="quiet small">{t('care.waiting.count', { n: waiting.length })}</span>
        )}
      </h3>
      {list('care.waiting.inOrder', waiting, ({ wait }) =>
        share.scarce ? t(served.has(wait.id) ? 'care.waiting.gets' : 'care.waiting.short') : '',
      )}
      {waiting.length > 0 && (
        <form
          class="care-back"
          onSubmit={(event) => {
            event.preventDefault();
            void back();
          }}
          onKeyDown={(event) => {
            if (composing(event) && event.key === 'Enter') event.preventDefault();
          }}
        >
          <TextField
            label={t('care.waiting.pieces')}
            value={pieces}
            onValue={setPieces}
            placeholder={t('care.waiting.piecesHint')}
            hint={share.scarce ? t('care.waiting.scarce') : null}
            wrong={!known}
            narrow
          />
          <button type="submit" class="primary" disabled={!known || share.served.length === 0}>
            {t('care.waiting.back', { n: share.served.length })}
          </button>
        </form>
      )}
      {list('care.waiting.told', told, ({ wait }) => t(`care.wait.state.${wait.state}`))}
      {list('care.waiting.held', held)}
      {promises.length > 0 && (
        <p class="quiet small">
          {t('care.waiting.promised', {
            names: promises
              .map(({ buyer, promise }) => `${onScreen(buyer.name)} (${promise.what})`)
              .join(', '),
          })}
        </p>
      )}
    </section>
  );
}

interface LineProps extends ShopTabProps {
  readonly line: WaitLine;
  readonly mark: string;
}

function Line({ line, mark, book, acts }: LineProps) {
  const { t } = useMore();
  const today = useToday(book);
  const { wait, buyer, orders } = line;
  const params = { what: wait.what };
  const facts = [
    momentDay(wait.askedAt, today, book.world.timeZone),
    wait.quantity > 1 ? `×${wait.quantity}` : null,
    wait.kind === 'restock' ? null : t(`care.wait.kind.${wait.kind}`),
    orders > 0 ? t('panel.value.orders', { n: orders }) : null,
    wait.holdUntil === null ? null : t('care.wait.until', { day: shortDay(wait.holdUntil, today) }),
  ].filter((part) => part !== null);
  return (
    <li>
      <span class="who">
        <Name of={buyer.name} />
      </span>{' '}
      <span class="quiet small">{facts.join(' · ')}</span>
      {mark !== '' && <span class="care-mark small">{mark}</span>}
      <span class="acts">
        {wait.state !== 'waiting' && (
          <button
            type="button"
            class="plain small"
            onClick={() => void acts.run(boughtStockWait(book, wait.id), { key: 'care.done.bought', params })}
          >
            {t('care.wait.bought')}
          </button>
        )}
        <button
          type="button"
          class="plain small"
          onClick={() => void acts.run(releaseStockWait(book, wait.id), { key: 'care.done.letGo', params })}
        >
          {t('care.letGo')}
        </button>
      </span>
    </li>
  );
}
