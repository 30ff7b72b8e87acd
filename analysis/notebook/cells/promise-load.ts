import type { PromiseOutcomes } from '../../measures/promise-outcomes';
import { lyingBars } from '../figures/bars';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

type Load = Pick<PromiseOutcomes, 'load' | 'bySeller'>;

/** How much is promised for the coming days, beside what the shop gets done, and who promised it. */
export const promiseLoad = toldCell<Load>({
  name: 'promise-load',
  section: 'promises',
  question: 'cells.q.load',
  definition: 'cells.def.load',
  advice: 'notebook.advice.promises',
  needs: ['promises'],
  compute(review) {
    const own = review.promises?.outcomes;
    return own ? { load: own.load, bySeller: own.bySeller } : null;
  },
  tell({ load, bySeller }, { t, count, fixed, percent, percentRange }) {
    const rows = [
      ['cells.load.dueSoon', 'dueSoon'],
      ['cells.load.late', 'late'],
      ['cells.load.made', 'madeLast28'],
      ['cells.load.kept', 'keptLast28'],
    ] as const;
    const days = load.daysOfWork;
    const told = (value: number) => fixed(value, value < 10 ? 1 : 0);
    return {
      sentences: [
        {
          k: 'cells.load.sentence',
          params: {
            due: count(load.dueSoon),
            late: count(load.late),
            perDay: fixed(load.keptPerDay, load.keptPerDay < 0.1 ? 2 : 1),
          },
          rows: {
            due: 'promisesLoad:dueSoon',
            late: 'promisesLoad:late',
            perDay: 'promisesLoad:keptLast28',
          },
        },
        ...(days === null ? [] : [{ k: 'cells.load.days' as const, params: { days: told(days) } }]),
      ],
      figure: {
        title:
          days === null
            ? t('cells.load.titleNone')
            : t(days > 7 ? 'cells.load.titleMuch' : 'cells.load.title', { days: told(days) }),
        subtitle: t('cells.load.subtitle'),
        size: 'short',
        draw: (theme) =>
          lyingBars(
            rows.map(([key, number]) => ({
              label: t(key),
              value: load[number],
              text: count(load[number]),
              style: number === 'late' && load.late > 0 ? ('owed' as const) : ('plain' as const),
            })),
            { theme, format: count },
          ),
        table: {
          head: [t('cells.load.head'), t('notebook.n')],
          rows: rows.map(([key, number]) => [
            t(key),
            rowsNumber(`promisesLoad:${number}`, count(load[number]), t(key)),
          ]),
        },
      },
      table: {
        caption: t('cells.load.bySeller'),
        data: {
          head: [
            t('cells.load.bySeller'),
            t('notebook.row.promises'),
            t('cells.due'),
            t('notebook.onTime'),
            t('notebook.rate'),
            t('notebook.interval'),
          ],
          rows: bySeller.map((row) => [
            row.seller,
            rowsNumber(`promisesMade:by/${row.seller}`, count(row.made), row.seller),
            rowsNumber(`promisesDue:by/${row.seller}`, count(row.settled), row.seller),
            rowsNumber(`promisesKept:by/${row.seller}`, count(row.keptOnTime), row.seller),
            row.rate === null ? '–' : percent(row.rate),
            row.interval === null ? '–' : percentRange(row.interval),
          ]),
        },
      },
    };
  },
});
