import type { WordKey } from '@shared/i18n';
import type { ComponentChildren } from 'preact';
import type { Cut, Lists as ListsOf, OwedRow, VisitRow } from '../../findings/lists/rows';
import type { Writer } from '../text/writer';
import { BuyerName } from './BuyerName';
import { Coverage } from './Coverage';

interface ListsProps {
  readonly lists: ListsOf;
  /** Whether there are orders at all. */
  readonly orders: boolean;
  readonly writer: Writer;
}

/** What to do with the coming week: whom to ask, what is owed, which exports are missing. */
export function Lists({ lists, orders, writer }: ListsProps) {
  const { t } = writer;
  const { visits, owed, exports } = lists;
  if (visits === null && owed === null && exports.length === 0) return null;
  return (
    <section class="lists" aria-labelledby="lists-title">
      <h2 id="lists-title">{t('notebook.comingWeek')}</h2>
      {visits === null && owed === null && <p class="aside">{t('review.lists.noBook')}</p>}
      <div class="columns">
        <List
          title="review.lists.owed"
          none="review.lists.noOwed"
          list={owed}
          row={(row) => <Owed row={row} writer={writer} />}
          writer={writer}
        />
        <List
          title="review.lists.visits"
          none="review.lists.noVisits"
          list={visits}
          row={(row) => <Visit row={row} writer={writer} />}
          writer={writer}
        />
        <div class="list">
          <h3>{t('review.lists.exports')}</h3>
          {exports.length === 0 && !orders && <p class="aside">{t('review.lists.noOrders')}</p>}
          <ul>
            {exports.map((row) => (
              <Coverage key={row.platform} row={row} writer={writer} />
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

interface ListProps<Row> {
  readonly title: WordKey;
  readonly none: WordKey;
  readonly list: Cut<Row> | null;
  readonly row: (row: Row) => ComponentChildren;
  readonly writer: Writer;
}

function List<Row>({ title, none, list, row, writer }: ListProps<Row>) {
  const { t } = writer;
  if (list === null) return null;
  const rest = list.count - list.rows.length;
  return (
    <div class="list">
      <h3>{t(title)}</h3>
      {list.count === 0 && <p class="aside">{t(none)}</p>}
      {list.count > 0 && <ul>{list.rows.map((one) => row(one))}</ul>}
      {rest > 0 && <p class="aside">{t('review.lists.more', { n: rest })}</p>}
    </div>
  );
}

function Visit({ row, writer }: { readonly row: VisitRow; readonly writer: Writer }) {
  return (
    <li>
      <BuyerName buyer={row.buyer} name={row.name} />{' '}
      <span class="when">{writer.t(`review.lists.${row.why}`, { day: writer.dayOfYear(row.day) })}</span>
    </li>
  );
}

function Owed({ row, writer }: { readonly row: OwedRow; readonly writer: Writer }) {
  return (
    <li>
      <BuyerName buyer={row.buyer} name={row.name} /> {row.what}{' '}
      <span class={`when ${row.standing}`}>{whenOf(row, writer)}</span>
    </li>
  );
}

function whenOf({ kind, standing, due }: OwedRow, { t, dayOfYear }: Writer): string {
  if (kind === 'gift') return t('review.lists.gift');
  if (kind === 'discount') {
    return due === null ? t('review.lists.discount') : t('review.lists.expires', { day: dayOfYear(due) });
  }
  if (due === null) return t('review.lists.open');
  return t(standing === 'late' ? 'review.lists.late' : 'review.lists.dueOn', { day: dayOfYear(due) });
}
