import { mondayOfWeek } from '@shared/calendar/week';
import type { PromiseWeek } from '../../measures/promise-outcomes';
import { controlChart } from '../figures/control';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

interface Weeks {
  readonly weeks: readonly (PromiseWeek & { readonly signal: boolean })[];
  readonly overall: number;
}

const SHARES = { min: 0, max: 1, step: 0.25 } as const;
/** Promises a week needs before its range says anything. */
const RANGE_FROM = 3;

/** The share kept on time, week by week, with the weeks that stand out. */
export const promiseWeeks = toldCell<Weeks>({
  name: 'promise-weeks',
  section: 'promises',
  question: 'cells.q.promiseWeeks',
  definition: 'cells.def.promiseWeeks',
  advice: 'notebook.advice.promises',
  needs: ['promises'],
  compute(review) {
    const own = review.promises?.outcomes;
    if (!own || own.byWeek.length < 2) return null;
    const signalled = new Set(own.signals.map(({ week }) => week));
    const sum = (of: (week: PromiseWeek) => number) => own.byWeek.reduce((all, week) => all + of(week), 0);
    return {
      weeks: own.byWeek.map((week) => ({ ...week, signal: signalled.has(week.week) })),
      overall: sum((week) => week.keptOnTime) / sum((week) => week.settled),
    };
  },
  tell({ weeks, overall }, { t, count, percent, percentRange }) {
    const signals = weeks.filter((week) => week.signal);
    return {
      sentences: [
        signals.length === 0
          ? {
              k: 'cells.promiseWeeks.same',
              params: { rate: percent(overall), weeks: count(weeks.length) },
              rows: { rate: 'promisesKept' },
            }
          : {
              k: 'cells.promiseWeeks.signal',
              params: {
                rate: percent(overall),
                weeks: count(weeks.length),
                n: count(signals.length),
                which: signals.map(({ week }) => week).join(' '),
              },
              rows: { rate: 'promisesKept' },
            },
      ],
      figure: {
        title: t(signals.length === 0 ? 'cells.promiseWeeks.titleSame' : 'cells.promiseWeeks.title', {
          n: signals.length,
          rate: percent(overall),
        }),
        subtitle: t('cells.promiseWeeks.subtitle'),
        size: 'tall',
        draw: (theme) =>
          controlChart(
            weeks.map((week) => ({
              label: mondayOfWeek(week.week).slice(5),
              mean: week.rate,
              single: week.settled === 1,
              whisker:
                week.interval === null || week.settled < RANGE_FROM
                  ? null
                  : { lo: week.interval[0], hi: week.interval[1] },
              signal: week.signal,
              unfinished: false,
            })),
            {
              theme,
              fixed: percent,
              labelRoom: 88,
              overall,
              overallLabel: t('cells.promiseWeeks.overall', { rate: percent(overall) }),
              scale: SHARES,
            },
          ),
        table: {
          head: [
            t('notebook.week'),
            t('cells.due'),
            t('notebook.onTime'),
            t('notebook.rate'),
            t('notebook.interval'),
          ],
          rows: weeks.map((week) => [
            week.week,
            rowsNumber(`promisesDue:week/${week.week}`, count(week.settled), week.week),
            rowsNumber(`promisesKept:week/${week.week}`, count(week.keptOnTime), week.week),
            week.rate === null ? '–' : percent(week.rate),
            week.interval === null ? '–' : percentRange(week.interval),
          ]),
        },
      },
    };
  },
});
