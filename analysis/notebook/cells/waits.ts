import type { WaitRow, WaitsSection } from '../../measures/waits';
import { standingBars } from '../figures/columns';
import type { TableData } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

/** Waits below which an hour says nothing about itself. */
const FEWEST = 5;
const A_SUNDAY = '2026-11-22';

/** When buyers wait, and how long. */
export const waits = toldCell<WaitsSection>({
  name: 'waits',
  section: 'satisfaction',
  question: 'cells.q.waits',
  definition: 'cells.def.waits',
  advice: 'cells.advice.waits',
  needs: [],
  compute: (review) => review.waits ?? null,
  tell(result, { t, lang, count, fixed, percent, percentRange }) {
    const minutes = (value: number | null) => (value === null ? '–' : fixed(value, value < 10 ? 1 : 0));
    const hour = (row: WaitRow) => t('cells.waits.hour', { hour: row.at });
    const weekdays = new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: 'UTC' });
    const weekday = (row: WaitRow) =>
      weekdays.format(Date.parse(`${A_SUNDAY}T00:00:00Z`) + row.at * 86_400_000);
    const told = result.byHour.filter((row) => row.waits >= FEWEST && row.medianMinutes !== null);
    const [worst] = [...told].sort((a, b) => b.medianMinutes! - a.medianMinutes!);
    const table = (
      name: (row: WaitRow) => string,
      rows: readonly WaitRow[],
      head: string,
      mark: (row: WaitRow) => string,
    ): TableData => ({
      head: [
        head,
        t('cells.waits.count'),
        t('cells.waits.median'),
        t('cells.waits.most'),
        t('cells.waits.left'),
      ],
      rows: rows.map((row) => [
        name(row),
        rowsNumber(`waits:${mark(row)}`, count(row.waits), name(row)),
        minutes(row.medianMinutes),
        minutes(row.mostMinutes),
        rowsNumber(`leftWaiting:${mark(row)}`, count(row.left), name(row)),
      ]),
    });
    return {
      sentences: [
        {
          k: 'cells.waits.sentence',
          params: {
            n: count(result.waits),
            median: minutes(result.medianMinutes),
            most: minutes(result.mostMinutes),
          },
          rows: { n: 'waits', median: 'waits', most: 'waits' },
        },
        {
          k: result.left === 0 ? 'cells.waits.noneLeft' : 'cells.waits.someLeft',
          params: {
            left: count(result.left),
            rate: percent(result.rate ?? 0),
            range: result.interval ? percentRange(result.interval) : '–',
          },
          rows: { left: 'leftWaiting', rate: 'leftWaiting' },
        },
      ],
      figure: {
        title: worst
          ? t('cells.waits.title', {
              hour: worst.at,
              next: (worst.at + 1) % 24,
              minutes: minutes(worst.medianMinutes),
            })
          : t('cells.waits.titleFew'),
        subtitle: t('cells.waits.subtitle'),
        size: 'middle',
        draw: (theme) =>
          standingBars(
            result.byHour.map((row) => ({
              label: String(row.at),
              value: row.medianMinutes ?? 0,
              text: '',
              whisker:
                row.medianMinutes === null || row.mostMinutes === null || row.waits < FEWEST
                  ? null
                  : { lo: row.medianMinutes, hi: row.mostMinutes },
            })),
            { theme, format: count },
          ),
        table: table(hour, result.byHour, t('cells.waits.byHour'), (row) => String(row.at)),
      },
      table: {
        caption: t('cells.waits.byDay'),
        data: table(weekday, result.byWeekday, t('cells.waits.byDay'), (row) => `day/${row.at}`),
      },
      asides:
        result.exact < result.answered
          ? [t('cells.waits.exact', { n: count(result.exact), of: count(result.answered) })]
          : [],
    };
  },
});
