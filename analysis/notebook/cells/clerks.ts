import type { ClerkRow } from '../../measures/clerks';
import type { Interval } from '../../review';
import { forestPlot } from '../figures/forest';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

interface Clerks {
  readonly rows: readonly ClerkRow[];
  readonly apart: boolean;
}

/** Answers below which a mean is one buyer's mood. */
const FEWEST = 5;

/** Whether some two people's ranges leave each other free: with every pair looked at, they seldom do by chance. */
function leaveFree(rows: readonly ClerkRow[]): boolean {
  const told = rows.filter((row) => row.answered >= FEWEST && row.interval !== null);
  return told.some((one) => told.some((two) => one.interval![1] < two.interval![0]));
}

/** The return visits per person at the desk, for the monthly meeting (P13). */
export const clerks = toldCell<Clerks>({
  name: 'clerks',
  section: 'satisfaction',
  question: 'cells.q.clerks',
  definition: 'cells.def.clerks',
  advice: 'cells.advice.clerks',
  needs: ['satisfaction'],
  compute(review) {
    const rows = review.satisfaction?.clerks ?? [];
    return rows.some((row) => row.mean !== null) ? { rows, apart: leaveFree(rows) } : null;
  },
  tell({ rows, apart }, { t, count, fixed, percent, percentRange }) {
    const scored = rows.filter((row) => row.mean !== null);
    const range = (interval: Interval | null) =>
      interval === null ? '–' : `${fixed(interval[0], 2)}–${fixed(interval[1], 2)}`;
    const asked = rows.reduce((sum, row) => sum + row.asked, 0);
    const answered = rows.reduce((sum, row) => sum + row.answered, 0);
    const asked13 = [...new Set(rows.flatMap((row) => row.questions.map(({ question }) => question)))];
    return {
      sentences: [
        {
          k: 'cells.clerks.sentence',
          params: {
            n: count(rows.length),
            asked: count(asked),
            answered: count(answered),
            rate: asked === 0 ? '–' : percent(answered / asked),
          },
          rows: { asked: 'visits:named', answered: 'visitsAnswered:named', rate: 'visitsAnswered:named' },
        },
        {
          k: scored.length < 2 ? 'cells.clerks.one' : apart ? 'cells.clerks.apart' : 'cells.clerks.same',
        },
      ],
      figure: {
        title: t(
          scored.length < 2
            ? 'cells.clerks.titleOne'
            : apart
              ? 'cells.clerks.titleApart'
              : 'cells.clerks.title',
        ),
        subtitle: t('cells.clerks.subtitle'),
        size: scored.length > 4 ? 'middle' : 'short',
        draw: (theme) =>
          forestPlot(
            scored.map((row) => ({
              label: row.clerk,
              value: row.mean!,
              interval: row.interval,
              text: `${fixed(row.mean!, 2)} · ${count(row.answered)}`,
              style: row.answered < FEWEST ? ('aside' as const) : ('plain' as const),
            })),
            { theme, format: (value) => fixed(value, 0), from: 1, to: 5, limits: [1, 5] },
          ),
        table: {
          head: [
            t('cells.clerk'),
            t('cells.asked'),
            t('cells.answered'),
            t('notebook.mean'),
            t('notebook.interval'),
            t('notebook.row.promises'),
            t('notebook.onTime'),
            t('notebook.interval'),
            t('cells.clerks.responsible'),
            t('cells.clerks.borne'),
          ],
          rows: rows.map((row) => [
            row.clerk,
            rowsNumber(`visits:by/${row.clerk}`, count(row.asked), row.clerk),
            rowsNumber(`visitsAnswered:by/${row.clerk}`, count(row.answered), row.clerk),
            row.mean === null ? '–' : fixed(row.mean, 2),
            range(row.interval),
            rowsNumber(`promisesMade:by/${row.clerk}`, count(row.promises), row.clerk),
            row.keptRate === null ? '–' : percent(row.keptRate),
            row.keptInterval === null ? '–' : percentRange(row.keptInterval),
            rowsNumber(`complaints:responsible/${row.clerk}`, count(row.responsible), row.clerk),
            rowsNumber(`complaints:borne/${row.clerk}`, count(row.borne), row.clerk),
          ]),
        },
      },
      table: {
        caption: t('cells.clerks.byQuestion'),
        data: {
          head: [t('cells.clerks.byQuestion'), ...rows.map((row) => row.clerk)],
          rows: asked13.map((question) => [
            t(`records.visit.score.${question}`),
            ...rows.map((row) => {
              const own = row.questions.find((one) => one.question === question);
              const mark = `question/${question}/${row.clerk}` as const;
              const asked = `${t(`records.visit.score.${question}`)} · ${row.clerk}`;
              return own
                ? [`${fixed(own.mean, 2)} (`, rowsNumber(`visitsAnswered:${mark}`, count(own.n), asked), ')']
                : '–';
            }),
          ]),
        },
      },
    };
  },
});
