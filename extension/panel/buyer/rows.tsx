import { releasePackingNote } from '@extension/book/actions/packing';
import { momentDay } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import type { Gift } from '@shared/records/gift';
import type { Order } from '@shared/records/order';
import type { PackingNote } from '@shared/records/packing';
import { formatMoney } from '@shared/text/money';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { GiftReceived } from '../parcels';
import { usePanel } from '../state/context';

/** When, what, how it stands: the one shape of a line in every section. */
export function Row(props: {
  readonly day: string;
  readonly what: ComponentChildren;
  readonly state: string;
  readonly tone?: string;
  readonly class?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <li class={`row ${props.class ?? ''}`}>
      <span class="day">{props.day}</span>
      <span class="what">{props.what}</span>
      <span class={props.tone ? `state tone-${props.tone}` : 'state'}>{props.state}</span>
      {props.children}
    </li>
  );
}

/**
 * The list of a section, at most so many rows until more are asked for; or the sentence that says there is
 * nothing yet and how to begin.
 */
export function Rows({
  empty,
  most = 8,
  children,
}: {
  readonly empty: string;
  readonly most?: number;
  readonly children: ComponentChildren[];
}) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  if (children.length === 0) return <p class="quiet">{empty}</p>;
  // One row alone is not worth a click.
  const shown = all || children.length <= most + 1 ? children : children.slice(0, most);
  const rest = children.length - shown.length;
  return (
    <>
      <ul class="rows">{shown}</ul>
      {rest > 0 && (
        <button type="button" class="plain more" onClick={() => setAll(true)}>
          {t('panel.today.more', { n: rest })}
        </button>
      )}
    </>
  );
}

/** A stored instant as its day in the lists. */
export function useDay(): (moment: string | null) => string {
  const { session } = usePanel();
  return (moment) =>
    moment === null ? '' : momentDay(moment, session.today.value, session.book.world.timeZone);
}

export const newest = <Row,>(rows: readonly Row[], at: (row: Row) => string) =>
  [...rows].sort((a, b) => at(b).localeCompare(at(a)));

export function PackingRows({ notes }: { readonly notes: readonly PackingNote[] }) {
  const { t } = useWords();
  const { session } = usePanel();
  const day = useDay();
  const drop = (note: PackingNote) =>
    void session.run(releasePackingNote(session.book, note.id), {
      key: 'panel.done.released',
      params: { what: note.what },
    });
  return (
    <Rows empty={t('panel.empty.packing')}>
      {newest(notes, ({ notedAt }) => notedAt).map((note) => (
        <Row
          key={note.id}
          day={day(note.notedAt)}
          what={
            <>
              {note.what} {note.cardText && <q>{note.cardText}</q>}
            </>
          }
          state={note.standing ? t('records.packing.standing') : t(`records.packing.state.${note.state}`)}
        >
          {note.state === 'open' && (
            <button type="button" class="plain" onClick={() => drop(note)}>
              {t('panel.packing.drop')}
            </button>
          )}
        </Row>
      ))}
    </Rows>
  );
}

export function GiftRows({ gifts }: { readonly gifts: readonly Gift[] }) {
  const { t, lang } = useWords();
  const day = useDay();
  return (
    <Rows empty={t('panel.empty.gifts')}>
      {newest(gifts, ({ saidAt }) => saidAt).map((gift) => (
        <Row
          key={gift.id}
          day={day(gift.saidAt)}
          class={gift.kind === 'surprise' ? 'private' : ''}
          what={
            <>
              {gift.what}{' '}
              <span class="quiet">
                {t(`records.gift.kind.${gift.kind}`)}
                {gift.cost && ` · ${formatMoney(gift.cost, lang)}`}
              </span>
            </>
          }
          state={gift.coin === 'none' ? t('records.gift.plain') : t(`records.gift.state.${gift.state}`)}
          tone={gift.state}
        >
          {gift.state === 'packed' && <GiftReceived gift={gift} />}
        </Row>
      ))}
    </Rows>
  );
}

export function OrderRows({ orders }: { readonly orders: readonly Order[] }) {
  const { t, lang } = useWords();
  const day = useDay();
  const at = (order: Order) => order.paidAt ?? order.createdAt ?? '';
  return (
    <Rows empty={t('panel.empty.orders')} most={5}>
      {newest(orders, at).map((order) => (
        <Row
          key={order.id}
          day={day(order.paidAt ?? order.createdAt)}
          what={
            <>
              {order.flag && <span class="tag">{t('panel.order.flag', { flag: order.flag })}</span>}{' '}
              {order.items.map(({ title, quantity }) => `${title} ×${quantity}`).join('、') || order.number}{' '}
              <span class="quiet money">{order.paid && formatMoney(order.paid, lang)}</span>
              {order.sellerMemo && (
                <span class="quiet small memo">{t('panel.order.memo', { memo: order.sellerMemo })}</span>
              )}
              {order.buyerMessage && (
                <span class="quiet small memo">
                  {t('panel.order.message', { message: order.buyerMessage })}
                </span>
              )}
            </>
          }
          state={t(`records.order.status.${order.status}`)}
        />
      ))}
    </Rows>
  );
}
