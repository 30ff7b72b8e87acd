import type { HistoryRow } from '../../findings/history';
import type { Cell, CellViewProps } from '../cell';
import { buyerName } from '../page/BuyerName';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';

interface History {
  readonly rows: readonly HistoryRow[];
}

function View({ result, writer }: CellViewProps<History>) {
  const { t, count, money, day } = writer;
  const [first] = result.rows as readonly [HistoryRow, ...HistoryRow[]];
  return (
    <>
      <p>
        <Say
          writer={writer}
          k={result.rows.length === 1 ? 'notebook.history.one' : 'notebook.history.sentence'}
          params={{
            n: count(result.rows.length),
            top: first.name,
            spent: money(first.spent),
            orders: count(first.orders),
          }}
          rows={{ spent: `orders:of/${first.buyer}`, orders: `orders:of/${first.buyer}` }}
          to="history-table"
        />
      </p>
      <DataTable
        id="history-table"
        caption={t('notebook.shopSoFar')}
        table={{
          head: [
            t('notebook.buyer'),
            t('notebook.ordersSoFar'),
            t('notebook.spent'),
            t('notebook.lastOrder'),
          ],
          rows: result.rows.map((row) => [
            buyerName(row.buyer, row.name),
            rowsNumber(`orders:of/${row.buyer}`, count(row.orders), row.name),
            rowsNumber(`orders:of/${row.buyer}`, money(row.spent), row.name),
            day(row.last),
          ]),
        }}
      />
    </>
  );
}

/** Told only where there is too little for an estimate. */
export const history: Cell<History> = {
  name: 'history',
  section: 'value',
  question: 'notebook.shopSoFar',
  definition: 'notebook.def.history',
  advice: null,
  needs: ['orders'],
  compute(review) {
    if (review.orders === null || review.clv !== null || !review.history?.length) return null;
    return { rows: review.history };
  },
  View,
};
