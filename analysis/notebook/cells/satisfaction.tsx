import { addDays, weekday } from '@shared/calendar/day';
import { mondayOfWeek } from '@shared/calendar/week';
import { useCallback } from 'preact/hooks';
import type { Interval } from '../../review';
import type { Cell, CellViewProps } from '../cell';
import { controlChart } from '../figures/control';
import { Figure } from '../figures/Figure';
import type { Theme } from '../figures/theme';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';
import { sayText } from '../text/writer';

interface Satisfaction {
  readonly asked: number;
  readonly answered: number;
  readonly responseRate: number | null;
  readonly mean: number;
  readonly interval: Interval | null;
  readonly verdict: string;
  readonly weeks: readonly {
    readonly week: string;
    readonly n: number;
    readonly mean: number;
    readonly lo: number | null;
    readonly hi: number | null;
    readonly signal: boolean;
    readonly unfinished: boolean;
  }[];
  readonly signals: readonly { readonly week: string; readonly text: string }[];
}

const SUNDAY = 7;
/** Answers a week needs before a range says anything: of two it is the whole scale, or nothing. */
const RANGE_FROM = 3;
/** Weeks in the small table; the figure and its table show all. */
const LAST_WEEKS = 6;

/** Every week from the first to the last, also those in which nobody answered. */
function everyWeek(weeks: Satisfaction['weeks']) {
  const byMonday = new Map(weeks.map((week) => [mondayOfWeek(week.week), week]));
  const [first] = byMonday.keys();
  const last = [...byMonday.keys()].at(-1);
  const all: { readonly monday: string; readonly week: Satisfaction['weeks'][number] | undefined }[] = [];
  if (first === undefined || last === undefined) return all;
  for (let monday = first; monday <= last; monday = addDays(monday, SUNDAY)) {
    all.push({ monday, week: byMonday.get(monday) });
  }
  return all;
}

function View({ result, writer }: CellViewProps<Satisfaction>) {
  const { t, count, percent } = writer;
  const fixed = (value: number) => writer.fixed(value, 2);
  const range = (lo: number | null, hi: number | null) =>
    lo === null || hi === null ? '–' : `${fixed(lo)}–${fixed(hi)}`;
  const draw = useCallback(
    (theme: Theme) =>
      controlChart(
        everyWeek(result.weeks).map(({ monday, week }) => ({
          label: monday.slice(5),
          mean: week?.mean ?? null,
          single: week?.n === 1,
          whisker: week?.lo == null || week.hi === null ? null : { lo: week.lo, hi: week.hi },
          signal: week?.signal ?? false,
          unfinished: week?.unfinished ?? false,
        })),
        {
          theme,
          fixed,
          labelRoom: 76,
          overall: result.mean,
          overallLabel: t('notebook.satisfaction.overall', { mean: fixed(result.mean) }),
        },
      ),
    [result, writer],
  );
  const row = (week: Satisfaction['weeks'][number]) => [
    `${week.week}${week.unfinished ? ' *' : ''}`,
    rowsNumber(`answers:${week.week}`, count(week.n), week.week),
    fixed(week.mean),
    range(week.lo, week.hi),
  ];
  const head = [t('notebook.week'), t('notebook.n'), t('notebook.mean'), t('notebook.interval')];
  return (
    <>
      <p>
        <Say
          writer={writer}
          k="notebook.satisfaction.sentence"
          params={{
            mean: fixed(result.mean),
            range: range(result.interval?.[0] ?? null, result.interval?.[1] ?? null),
            answered: count(result.answered),
          }}
          rows={{ mean: 'answers', answered: 'answers' }}
          to="satisfaction-table"
        />
        {writer.gap}
        {result.responseRate !== null && (
          <Say
            writer={writer}
            k="notebook.satisfaction.response"
            params={{
              asked: count(result.asked),
              answered: count(result.answered),
              rate: percent(result.responseRate),
            }}
            rows={{ asked: 'asked', answered: 'responses', rate: 'responses' }}
            to="satisfaction-table"
          />
        )}
        {writer.gap}
        {sayText(writer, result.verdict)}
      </p>
      {result.signals.length > 0 && (
        <ul class="signals">
          {result.signals.map((signal) => (
            <li key={`${signal.week}-${signal.text}`}>
              <b>{signal.week}</b> {sayText(writer, signal.text)}
            </li>
          ))}
        </ul>
      )}
      {result.weeks.length > 1 && (
        <Figure
          writer={writer}
          id="satisfaction-figure"
          title={t(
            result.signals.length > 0 ? 'notebook.satisfaction.titleSignal' : 'notebook.satisfaction.title',
            { mean: fixed(result.mean), n: result.signals.length, weeks: result.weeks.length },
          )}
          subtitle={t('notebook.satisfaction.subtitle')}
          size="tall"
          draw={draw}
          table={{ head, rows: result.weeks.map(row) }}
        />
      )}
      <DataTable
        id="satisfaction-table"
        caption={t('notebook.satisfaction.table')}
        table={{ head, rows: result.weeks.slice(-LAST_WEEKS).map(row) }}
      />
      <p class="aside">
        {result.weeks.some((week) => week.unfinished) && t('notebook.unfinishedWeek')}
        {writer.gap}
        {result.weeks.some((week) => week.lo === null) && t('notebook.fewAnswers')}
      </p>
    </>
  );
}

export const satisfaction: Cell<Satisfaction> = {
  name: 'satisfaction',
  section: 'satisfaction',
  question: 'notebook.q.satisfaction',
  definition: 'notebook.def.satisfaction',
  advice: 'notebook.advice.satisfaction',
  needs: ['satisfaction'],
  compute(review) {
    const own = review.satisfaction;
    if (own === null || own.mean === null) return null;
    const signalled = new Set(own.signals.map((signal) => signal.week));
    // A week runs to its Sunday; the one holding a weekday `asOf` is still being written.
    const open = weekday(review.asOf) === SUNDAY ? null : review.period.isoWeek;
    return {
      asked: own.asked,
      answered: own.answered,
      responseRate: own.responseRate,
      mean: own.mean,
      interval: own.interval,
      verdict: own.trend.verdict,
      weeks: own.byWeek.map((week) => ({
        ...week,
        ...(week.n >= RANGE_FROM && week.lo !== week.hi ? {} : { lo: null, hi: null }),
        signal: signalled.has(week.week),
        unfinished: week.week === open,
      })),
      signals: own.signals.map(({ week, text }) => ({ week, text })),
    };
  },
  View,
};
