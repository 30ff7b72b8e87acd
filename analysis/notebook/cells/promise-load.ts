import type { PromiseOutcomes } from '../../measures/promise-outcomes';
import { lyingBars } from '../figures/bars';
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
      ['cells.load.dueSoon', load.dueSoon],
      ['cells.load.late', load.late],
      ['cells.load.made', load.madeLast28],
      ['cells.load.kept', load.keptLast28],
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
            rows.map(([key, value]) => ({
              label: t(key),
              value,
              text: count(value),
              style: key === 'cells.load.late' && value > 0 ? ('owed' as const) : ('plain' as const),
            })),
            { theme, format: count },
          ),
        table: {
          head: [t('cells.load.head'), t('notebook.n')],
          rows: rows.map(([key, value]) => [t(key), count(value)]),
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
            count(row.made),
            count(row.settled),
            count(row.keptOnTime),
            row.rate === null ? '–' : percent(row.rate),
            row.interval === null ? '–' : percentRange(row.interval),
          ]),
        },
      },
    };
  },
});
