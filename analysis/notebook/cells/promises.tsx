import { useCallback } from 'preact/hooks';
import type { Behind, BehindSet } from '../../findings/rows/behind';
import type { Interval } from '../../review';
import type { Cell, CellViewProps } from '../cell';
import { Figure } from '../figures/Figure';
import { stackedBars } from '../figures/stacked';
import type { Theme } from '../figures/theme';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';
import { sayCode } from '../text/writer';

interface Promises {
  readonly made: number;
  readonly due: number;
  readonly keptOnTime: number;
  readonly late: number;
  readonly keptRate: number | null;
  readonly interval: Interval | null;
  /** Code of the state (word key `notebook.promise.<state>`) and how many. */
  readonly states: readonly { readonly state: string; readonly count: number }[];
  /** `kind` null = all kinds together. */
  readonly rows: readonly {
    readonly kind: string | null;
    readonly onTime: number;
    readonly notOnTime: number;
    readonly rest: number;
  }[];
  readonly byOutcome: readonly {
    readonly outcome: string;
    readonly buyers: number;
    readonly repeatBuyers: number;
    readonly rate: number | null;
    readonly interval: Interval | null;
  }[];
}

/** The rows behind each state. */
const OF_STATE: Readonly<Record<string, BehindSet>> = {
  keptOnTime: 'promisesKept',
  keptLate: 'promisesKeptLate',
  late: 'promisesLate',
  broken: 'promisesBroken',
  open: 'promisesOpen',
  near: 'promisesNear',
  renegotiated: 'promisesRenegotiated',
  released: 'promisesReleased',
  toBeSent: 'promisesToSend',
};

const ofKind = (set: BehindSet, kind: string | null): Behind => (kind === null ? set : `${set}:${kind}`);

function View({ result, writer }: CellViewProps<Promises>) {
  const { t, count, percent, percentRange } = writer;
  const name = (kind: string | null) =>
    kind === null ? t('notebook.allKinds') : sayCode(writer, kind, 'notebook.kind');
  const part = (kind: string | null) => (kind === null ? '' : name(kind));
  const outcome = (code: string) => sayCode(writer, code, 'notebook.outcome');
  const draw = useCallback(
    (theme: Theme) =>
      stackedBars(
        result.rows.map((row) => name(row.kind)),
        [
          { label: t('notebook.onTime'), tone: 'good', values: result.rows.map((row) => row.onTime) },
          { label: t('notebook.notOnTime'), tone: 'bad', values: result.rows.map((row) => row.notOnTime) },
          { label: t('notebook.notDue'), tone: 'open', values: result.rows.map((row) => row.rest) },
        ],
        { theme, count },
      ),
    [result, writer],
  );
  return (
    <>
      <p>
        {result.keptRate === null || result.interval === null ? (
          <Say
            writer={writer}
            k="notebook.promises.noneDue"
            params={{ made: count(result.made) }}
            rows={{ made: 'promisesMade' }}
            to="promises-table"
          />
        ) : (
          <Say
            writer={writer}
            k="notebook.promises.sentence"
            params={{
              kept: count(result.keptOnTime),
              due: count(result.due),
              rate: percent(result.keptRate),
              range: percentRange(result.interval),
            }}
            rows={{ kept: 'promisesKept', due: 'promisesDue', rate: 'promisesNotOnTime' }}
            to="promises-table"
          />
        )}
        {writer.gap}
        {result.late > 0 && (
          <Say
            writer={writer}
            k="notebook.promises.late"
            params={{ late: count(result.late) }}
            rows={{ late: 'promisesLate' }}
            to="promises-table"
          />
        )}
      </p>
      {result.due > 0 && (
        <Figure
          writer={writer}
          id="promises-figure"
          title={t(result.late > 0 ? 'notebook.promises.titleLate' : 'notebook.promises.title', {
            late: result.late,
            kept: result.keptOnTime,
            due: result.due,
          })}
          subtitle={t('notebook.promises.subtitle')}
          size={result.rows.length > 4 ? 'middle' : 'short'}
          keys={[
            { tone: 'good', label: t('notebook.onTime') },
            { tone: 'bad', label: t('notebook.notOnTime') },
            { tone: 'open', label: t('notebook.notDue') },
          ]}
          draw={draw}
          table={{
            head: [
              t('notebook.kindHead'),
              t('notebook.onTime'),
              t('notebook.notOnTime'),
              t('notebook.notDue'),
            ],
            rows: result.rows.map((row) => [
              name(row.kind),
              rowsNumber(ofKind('promisesKept', row.kind), count(row.onTime), part(row.kind)),
              rowsNumber(ofKind('promisesNotOnTime', row.kind), count(row.notOnTime), part(row.kind)),
              rowsNumber(ofKind('promisesNotDue', row.kind), count(row.rest), part(row.kind)),
            ]),
          }}
        />
      )}
      <DataTable
        id="promises-table"
        caption={t('notebook.promises.states')}
        table={{
          head: [t('notebook.promises.states'), t('notebook.n')],
          rows: result.states.map(({ state, count: number }) => [
            sayCode(writer, state, 'notebook.promise'),
            rowsNumber(OF_STATE[state] ?? 'promisesMade', count(number)),
          ]),
        }}
      />
      {result.byOutcome.some((row) => row.outcome !== 'none' && row.rate !== null) && (
        <>
          <DataTable
            caption={t('notebook.promises.byOutcome')}
            table={{
              head: [
                t('notebook.promises.byOutcome'),
                t('notebook.buyers'),
                t('notebook.cameBack'),
                t('notebook.rate'),
                t('notebook.interval'),
              ],
              rows: result.byOutcome.map((row) => [
                outcome(row.outcome),
                rowsNumber(`outcomeBuyers:${row.outcome}`, count(row.buyers), outcome(row.outcome)),
                rowsNumber(`outcomeRepeat:${row.outcome}`, count(row.repeatBuyers), outcome(row.outcome)),
                row.rate === null ? '–' : percent(row.rate),
                row.interval === null ? '–' : percentRange(row.interval),
              ]),
            }}
          />
          <p class="aside">{t('notebook.noCause')}</p>
        </>
      )}
    </>
  );
}

export const promises: Cell<Promises> = {
  name: 'promises',
  section: 'promises',
  question: 'notebook.q.promises',
  definition: 'notebook.def.promises',
  advice: 'notebook.advice.promises',
  needs: ['promises'],
  compute(review) {
    const own = review.promises;
    if (own === null || own.made === 0) return null;
    const due = own.keptOnTime + own.keptLate + own.broken + own.late;
    const states = [
      'keptOnTime',
      'keptLate',
      'late',
      'broken',
      'open',
      'near',
      'renegotiated',
      'released',
      'toBeSent',
    ] as const;
    return {
      made: own.made,
      due,
      keptOnTime: own.keptOnTime,
      late: own.late,
      keptRate: own.keptRate,
      interval: own.interval,
      states: states.map((state) => ({ state, count: own[state] })).filter((row) => row.count > 0),
      rows: [
        { kind: null, onTime: own.keptOnTime, notOnTime: due - own.keptOnTime, rest: own.made - due },
        ...own.byKind.map((row) => ({
          kind: row.kind,
          onTime: row.keptOnTime,
          notOnTime: row.settled - row.keptOnTime,
          rest: row.made - row.settled,
        })),
      ],
      byOutcome: own.repeatByOutcome,
    };
  },
  View,
};
