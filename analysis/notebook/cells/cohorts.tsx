import { wilson } from '../../measures/intervals';
import type { Interval } from '../../review';
import { type Cell, type CellViewProps, FEWEST_BUYERS } from '../cell';
import { ScrollBox } from '../page/ScrollBox';
import { Say } from '../text/Say';

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
  /** Share active in month 1 over all real, finished cohorts, weighted by size. */
  readonly nextMonth: {
    readonly buyers: number;
    readonly active: number;
    readonly share: number;
    readonly interval: Interval;
  } | null;
}

/** Shades of the heat map: step 0 is nobody, the last is the strongest month of the table. */
const STEPS = 6;

function View({ result, writer }: CellViewProps<Cohorts>) {
  const { t, count, percent, percentRange, month } = writer;
  // Shaded against cohorts that say something: of one buyer every month is 0 or 100 %.
  const solid = (row: CohortRow) => !row.first && row.size >= FEWEST_BUYERS;
  const later = result.rows.filter(solid).flatMap((row) => row.months.slice(1).map((cell) => cell.share));
  const strongest = Math.max(...later, 0.01);
  const step = (row: CohortRow, share: number) =>
    share === 0 || !solid(row) ? 0 : Math.min(STEPS, Math.ceil((share / strongest) * STEPS));
  const columns = Array.from({ length: result.columns }, (_, index) => index);
  return (
    <>
      <p>
        {result.nextMonth === null ? (
          t('notebook.cohorts.tooYoung')
        ) : (
          <Say
            writer={writer}
            k="notebook.cohorts.sentence"
            params={{
              buyers: count(result.nextMonth.buyers),
              active: count(result.nextMonth.active),
              rate: percent(result.nextMonth.share),
              range: percentRange(result.nextMonth.interval),
            }}
            to="cohorts-table"
          />
        )}
      </p>
      <figure class="figure" id="cohorts-figure">
        <figcaption>
          <strong class="figure-title">
            {result.nextMonth === null
              ? t('notebook.cohorts.subtitle')
              : t('notebook.cohorts.title', { rate: percent(result.nextMonth.share) })}
          </strong>
          <span class="figure-subtitle">{t('notebook.cohorts.caption')}</span>
        </figcaption>
        <ScrollBox label={t('notebook.cohorts.caption')} id="cohorts-table">
          <table class="cohorts">
            <caption class="unseen">{t('notebook.cohorts.caption')}</caption>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {t('notebook.cohort')}
                </th>
                <th scope="col" rowSpan={2}>
                  {t('notebook.buyers')}
                </th>
                <th scope="colgroup" colSpan={Math.max(1, result.columns - 1)} class="span">
                  {t('notebook.monthsLater')}
                </th>
              </tr>
              <tr>
                {columns.slice(1).map((index) => (
                  <th scope="col" key={index}>
                    {index}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {result.rows.map((row) => (
                <tr key={row.cohort}>
                  <th scope="row">
                    {month(row.cohort)}
                    {row.first && ' †'}
                  </th>
                  <td>{count(row.size)}</td>
                  {columns.slice(1).map((index) => {
                    const cell = row.months[index];
                    if (cell === undefined) return <td class="none" key={index} />;
                    return (
                      <td
                        key={index}
                        class={`heat-${step(row, cell.share)}${cell.unfinished ? ' unfinished' : ''}`}
                        title={t('notebook.cohorts.cell', { active: cell.active, size: row.size })}
                      >
                        {Math.round(cell.share * 100)}%{cell.unfinished && '*'}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </figure>
      <p class="aside">
        {t('notebook.cohorts.marks')}
        {writer.gap}
        {result.hidden > 0 && t('notebook.cohorts.hidden', { n: result.hidden })}
      </p>
    </>
  );
}

export const cohorts: Cell<Cohorts> = {
  name: 'cohorts',
  section: 'value',
  question: 'notebook.q.cohorts',
  definition: 'notebook.def.cohorts',
  advice: null,
  needs: ['cohorts'],
  compute(review, settings) {
    const own = review.cohorts;
    if (own === null || own.length < 2) return null;
    if (own.reduce((sum, row) => sum + row.size, 0) < FEWEST_BUYERS) return null;
    const shown = own.slice(-settings.cohorts);
    const rows = shown.map((row) => ({
      cohort: row.cohort,
      size: row.size,
      first: row === own[0],
      months: row.active.slice(0, settings.cohortMonths + 1).map((active, index) => ({
        active,
        share: active / row.size,
        unfinished: row.unfinished[index] ?? false,
      })),
    }));
    const settled = own.slice(1).filter((row) => row.active.length > 1 && !row.unfinished[1]);
    const buyers = settled.reduce((sum, row) => sum + row.size, 0);
    const active = settled.reduce((sum, row) => sum + row.active[1]!, 0);
    const interval = wilson(active, buyers);
    return {
      rows,
      columns: Math.max(...rows.map((row) => row.months.length)),
      hidden: own.length - shown.length,
      nextMonth: interval === null ? null : { buyers, active, share: active / buyers, interval },
    };
  },
  View,
};
