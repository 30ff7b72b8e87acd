import type { QuestionRow } from '../../measures/questions';
import { forestPlot } from '../figures/forest';
import { rowsNumber } from '../page/RowsNumber';
import { toldCell } from './told';

interface Questions {
  readonly rows: readonly QuestionRow[];
  /** The question answered worst, where its range lies wholly below the overall mean. */
  readonly weakest: string | null;
}

const OVERALL = 'overall';
const behind = ({ question }: QuestionRow) => `visitsAnswered:question/${question}` as const;

/** Each question of the return visits beside the others. */
export const questions = toldCell<Questions>({
  name: 'questions',
  section: 'satisfaction',
  question: 'cells.q.questions',
  definition: 'cells.def.questions',
  advice: 'notebook.advice.satisfaction',
  needs: ['satisfaction'],
  compute(review) {
    const rows = review.satisfaction?.questions ?? [];
    if (rows.length === 0) return null;
    const overall = rows.find((row) => row.question === OVERALL);
    const below = rows.filter(
      (row) => row !== overall && overall && row.interval !== null && row.interval[1] < overall.mean,
    );
    const [weakest] = [...below].sort((a, b) => a.mean - b.mean);
    return { rows, weakest: weakest?.question ?? null };
  },
  tell({ rows, weakest }, { t, count, fixed, percent, percentRange }) {
    const name = (row: QuestionRow) => t(`records.visit.score.${row.question}`);
    const range = (row: QuestionRow) =>
      row.interval === null ? '–' : `${fixed(row.interval[0], 2)}–${fixed(row.interval[1], 2)}`;
    const overall = rows.find((row) => row.question === OVERALL) ?? rows[0]!;
    const weak = rows.find((row) => row.question === weakest);
    return {
      sentences: [
        {
          k: 'cells.questions.sentence',
          params: {
            question: name(overall),
            mean: fixed(overall.mean, 2),
            range: range(overall),
            n: count(overall.n),
          },
          rows: { mean: behind(overall), n: behind(overall) },
        },
        weak
          ? {
              k: 'cells.questions.weak',
              params: {
                question: name(weak),
                mean: fixed(weak.mean, 2),
                range: range(weak),
                n: count(weak.n),
              },
              rows: { mean: behind(weak), n: behind(weak) },
            }
          : { k: 'cells.questions.even' },
      ],
      figure: {
        title: weak ? t('cells.questions.titleWeak', { question: name(weak) }) : t('cells.questions.title'),
        subtitle: t('cells.questions.subtitle'),
        size: rows.length > 4 ? 'middle' : 'short',
        draw: (theme) =>
          forestPlot(
            rows.map((row) => ({
              label: name(row),
              value: row.mean,
              interval: row.interval,
              text: `${fixed(row.mean, 2)} · ${count(row.n)}`,
              style: row === overall ? ('fact' as const) : ('plain' as const),
            })),
            { theme, format: (value) => fixed(value, 0), from: 1, to: 5, limits: [1, 5] },
          ),
        table: {
          head: [
            t('cells.question'),
            t('notebook.n'),
            t('notebook.mean'),
            t('notebook.interval'),
            t('cells.four'),
            t('notebook.interval'),
          ],
          rows: rows.map((row) => [
            name(row),
            rowsNumber(behind(row), count(row.n), name(row)),
            fixed(row.mean, 2),
            range(row),
            percent(row.satisfied),
            percentRange(row.satisfiedInterval),
          ]),
        },
      },
    };
  },
});
