import type { Review } from '../../review';
import { gridChart } from '../figures/grid';
import { buyerName } from '../page/BuyerName';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

type Rfm = NonNullable<Review['rfm']>;

const MOVERS_SHOWN = 8;

/** Who stands where by recency, frequency and money, and who fell. */
export const rfm = toldCell<Rfm>({
  name: 'rfm',
  section: 'people',
  question: 'cells.q.rfm',
  definition: 'cells.def.rfm',
  advice: 'cells.advice.rfm',
  needs: [],
  compute: (review) => review.rfm ?? null,
  tell(result, { t, count, money, dayOfYear }) {
    const scores = Array.from({ length: result.groups }, (_, index) => index + 1);
    const at = (r: number, f: number) => result.cells.find((cell) => cell.r === r && cell.f === f);
    const most = Math.max(...result.cells.map((cell) => cell.buyers), 1);
    const best = at(result.groups, result.groups)?.buyers ?? 0;
    const frequency = (f: number) =>
      t(f === 1 ? 'cells.rfm.seldom' : f === result.groups ? 'cells.rfm.often' : 'cells.rfm.score', { n: f });
    const recency = (r: number) =>
      t(r === 1 ? 'cells.rfm.long' : r === result.groups ? 'cells.rfm.lately' : 'cells.rfm.score', { n: r });
    return {
      sentences: [
        {
          k: 'cells.rfm.sentence',
          params: { best: count(best), buyers: count(result.buyers) },
          rows: { best: `scored:${result.groups}/${result.groups}`, buyers: 'scored' },
        },
        {
          k: 'cells.rfm.moved',
          params: {
            day: dayOfYear(result.since),
            up: count(result.up),
            down: count(result.down),
            entered: count(result.entered),
          },
          rows: { up: 'moved:up', down: 'moved:down', entered: 'moved:new' },
        },
      ],
      figure: {
        title: t('cells.rfm.title', { n: best }),
        subtitle: t('cells.rfm.subtitle'),
        size: result.groups === 5 ? 'middle' : 'short',
        draw: (theme) =>
          gridChart(
            [...scores].reverse().map((f) => ({
              label: frequency(f),
              cells: scores.map((r) => {
                const buyers = at(r, f)?.buyers ?? 0;
                return { share: buyers / most, text: count(buyers), brief: count(buyers), unfinished: false };
              }),
            })),
            { theme, columns: scores.map(recency) },
          ),
        table: {
          head: [t('cells.rfm.frequency'), ...scores.map(recency)],
          rows: [...scores].reverse().map((f) => [
            frequency(f),
            ...scores.map((r) => {
              const field = `${frequency(f)} · ${recency(r)}`;
              return rowsNumber(`scored:${r}/${f}`, count(at(r, f)?.buyers ?? 0), field);
            }),
          ]),
        },
      },
      table:
        result.movers.length === 0
          ? null
          : {
              caption: t('cells.rfm.movers'),
              data: {
                head: [
                  t('cells.rfm.movers'),
                  t('cells.rfm.lastDays'),
                  t('notebook.purchases'),
                  t('notebook.spent'),
                ],
                rows: result.movers
                  .slice(0, MOVERS_SHOWN)
                  .map((row) => [
                    buyerName(row.buyer, row.name),
                    t('notebook.days', { n: row.lastDaysAgo }),
                    rowsNumber(`purchaseDays:of/${row.buyer}`, count(row.purchases), row.name),
                    rowsNumber(`orders:of/${row.buyer}`, money(row.spent), row.name),
                  ]),
              },
            },
    };
  },
});
