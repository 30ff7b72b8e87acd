import { type BehindRows, type BehindSet, isOfBuyers } from '../../findings/rows/behind';
import type { Writer } from '../text/writer';
import { BuyerName } from './BuyerName';
import { DataTable } from './DataTable';

interface RowsTableProps {
  readonly title: string;
  readonly set: BehindSet;
  readonly rows: BehindRows;
  readonly writer: Writer;
}

/** What stands beside the name. */
function saidHead(set: BehindSet) {
  if (isOfBuyers(set)) return 'weekly.behind.orderCount';
  return set === 'gaps' ? 'weekly.behind.gapDays' : 'weekly.behind.what';
}

/** Rows behind a number: who, what, when, how much; columns that are empty throughout are left out. */
export function RowsTable({ title, set, rows: { rows, count: all }, writer }: RowsTableProps) {
  const { t, count } = writer;
  if (all === 0) return <p class="aside">{t('weekly.behind.none')}</p>;
  const [said, dated, paid] = [
    rows.some(({ what }) => what !== ''),
    rows.some(({ day }) => day !== null),
    rows.some(({ amount }) => amount !== null),
  ];
  return (
    <>
      <DataTable
        caption={title}
        table={{
          head: [
            t('notebook.buyer'),
            ...(said ? [t(saidHead(set))] : []),
            ...(dated ? [t('weekly.behind.day')] : []),
            ...(paid ? [t('notebook.amount')] : []),
          ],
          rows: rows.map(({ buyer, name, what, day, amount }) => [
            name === '' ? '–' : <BuyerName buyer={buyer} name={name} />,
            ...(said ? [what || '–'] : []),
            ...(dated ? [day ?? '–'] : []),
            ...(paid ? [amount === null ? '–' : writer.money(amount)] : []),
          ]),
        }}
      />
      {all > rows.length && (
        <p class="aside">{t('weekly.behind.cut', { n: count(rows.length), all: count(all) })}</p>
      )}
    </>
  );
}
