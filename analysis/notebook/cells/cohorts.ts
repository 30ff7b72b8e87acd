import { TRIANGLE } from '../../findings/rows/triangle';
import { wilson } from '../../measures/intervals';
import type { Cohort, Interval, Review } from '../../review';
import { type Cell, type CellSettings, FEWEST_BUYERS } from '../cell';
import { gridChart } from '../figures/grid';
import { rowsNumber } from '../page/RowsNumber';
import type { Writer } from '../text/writer';
import { toldCell } from './told';

interface CohortRow {
  readonly cohort: string;
  readonly size: number;
  /** The first cohort of a file holds every older buyer too: it is no real cohort. */
  readonly first: boolean;
  readonly months: readonly {
    readonly active: number;
    readonly share: number;
    readonly unfinished: boolean;
  }[];
}

interface Cohorts {
  readonly rows: readonly CohortRow[];
  readonly columns: number;
  readonly hidden: number;
  /** Share active in the next step over all real, finished cohorts, weighted by size. */
  readonly nextMonth: {
    readonly buyers: number;
    readonly active: number;
    readonly share: number;
    readonly interval: Interval;
  } | null;
}

type Unit = 'month' | 'quarter' | 'week';

/** What each unit shows at most: a quarter of a screen of rows, a row of fields that can be read. */
const MOST: Readonly<
  Record<Unit, (settings: CellSettings) => { readonly rows: number; readonly steps: number }>
> = {
  month: ({ cohorts, cohortMonths }) => ({ rows: cohorts, steps: cohortMonths }),
  quarter: () => TRIANGLE.quarter,
  week: () => TRIANGLE.week,
};

/** The cohort with every older buyer in it. Weeks are cut to the newest half year: there only the data can say. */
function isOldest(row: Cohort, own: readonly Cohort[], unit: Unit): boolean {
  return row.oldest ?? (unit !== 'week' && row === own[0]);
}

function triangleOf(
  unit: Unit,
  own: readonly Cohort[] | null | undefined,
  most: { readonly rows: number; readonly steps: number },
) {
  if (!own || own.length < 2) return null;
  if (own.reduce((sum, row) => sum + row.size, 0) < FEWEST_BUYERS) return null;
  const shown = own.slice(-most.rows);
  const rows = shown.map((row) => ({
    cohort: row.cohort,
    size: row.size,
    first: isOldest(row, own, unit),
    months: row.active.slice(0, most.steps + 1).map((active, index) => ({
      active,
      share: row.size === 0 ? 0 : active / row.size,
      unfinished: row.unfinished[index] ?? false,
    })),
  }));
  const settled = own.filter(
    (row) => !isOldest(row, own, unit) && row.active.length > 1 && !row.unfinished[1],
  );
  const buyers = settled.reduce((sum, row) => sum + row.size, 0);
  const active = settled.reduce((sum, row) => sum + row.active[1]!, 0);
  const interval = wilson(active, buyers);
  return {
    rows,
    columns: Math.max(...rows.map((row) => row.months.length)),
    hidden: own.length - shown.length,
    nextMonth: interval === null ? null : { buyers, active, share: active / buyers, interval },
  };
}

function tellTriangle(unit: Unit, result: Cohorts, { t, count, percent, percentRange, month }: Writer) {
  const name = (row: CohortRow) =>
    `${unit === 'month' ? month(row.cohort) : row.cohort}${row.first ? ' †' : ''}`;
  // Shaded against cohorts that say something: of one buyer every month is 0 or 100 %.
  const large = result.rows.some((row) => !row.first && row.size >= FEWEST_BUYERS);
  const solid = (row: CohortRow) => !row.first && (!large || row.size >= FEWEST_BUYERS);
  const later = result.rows.filter(solid).flatMap((row) => row.months.slice(1).map((cell) => cell.share));
  const strongest = Math.max(...later, 0.01);
  const steps = Array.from({ length: Math.max(1, result.columns - 1) }, (_, index) => String(index + 1));
  const text = (cell: CohortRow['months'][number]) =>
    `${Math.round(cell.share * 100)}%${cell.unfinished ? '*' : ''}`;
  const next = result.nextMonth;
  return {
    sentences: [
      next === null
        ? { k: `cells.cohorts.${unit}.young` as const }
        : {
            k: `cells.cohorts.${unit}.sentence` as const,
            params: {
              buyers: count(next.buyers),
              active: count(next.active),
              rate: percent(next.share),
              range: percentRange(next.interval),
            },
          },
    ],
    figure: {
      title:
        next === null
          ? t(`cells.cohorts.${unit}.subtitle`)
          : t(`cells.cohorts.${unit}.title`, { rate: percent(next.share) }),
      subtitle: t(`cells.cohorts.${unit}.subtitle`),
      size:
        result.rows.length > 14
          ? ('long' as const)
          : result.rows.length > 5
            ? ('tall' as const)
            : ('middle' as const),
      draw: (theme: Parameters<typeof gridChart>[1]['theme']) =>
        gridChart(
          result.rows.map((row) => ({
            label: `${name(row)} · ${count(row.size)}`,
            cells: steps.map((_, index) => {
              const cell = row.months[index + 1];
              if (cell === undefined) return null;
              return {
                share: solid(row) ? Math.min(1, cell.share / strongest) : 0,
                text: text(cell),
                brief: String(Math.round(cell.share * 100)),
                unfinished: cell.unfinished,
              };
            }),
          })),
          { theme, columns: steps },
        ),
      table: {
        head: [t('notebook.cohort'), t('notebook.buyers'), ...steps],
        rows: result.rows.map((row) => [
          name(row),
          rowsNumber(`cohort:${row.cohort}`, count(row.size), name(row)),
          ...steps.map((_, index) => {
            const cell = row.months[index + 1];
            if (cell === undefined) return '';
            const later = index + 1;
            return rowsNumber(`cohort:${row.cohort}/${later}`, text(cell), `${name(row)} + ${later}`);
          }),
        ]),
      },
    },
    asides: [
      t(`cells.cohorts.${unit}.marks`),
      ...(result.hidden > 0 ? [t(`cells.cohorts.${unit}.hidden`, { n: result.hidden })] : []),
    ],
  };
}

function cohortCell(
  name: string,
  unit: Unit,
  pick: (review: Review) => readonly Cohort[] | null | undefined,
  needs: Cell['needs'],
): Cell<Cohorts> {
  return toldCell<Cohorts>({
    name,
    section: 'value',
    question: `cells.q.cohorts.${unit}`,
    definition: `cells.def.cohorts.${unit}`,
    advice: null,
    needs,
    compute: (review, settings) => triangleOf(unit, pick(review), MOST[unit](settings)),
    tell: (result, writer) => tellTriangle(unit, result, writer),
  });
}

/** Whether the newcomers of each month, quarter and week stay. */
export const cohorts = cohortCell('cohorts', 'month', (review) => review.cohorts, ['cohorts']);
export const cohortsByQuarter = cohortCell(
  'cohorts-quarter',
  'quarter',
  (review) => review.cohortsBy?.quarter,
  [],
);
export const cohortsByWeek = cohortCell('cohorts-week', 'week', (review) => review.cohortsBy?.week, []);
