import { useCallback } from 'preact/hooks';
import type { Cell, CellViewProps } from '../cell';
import { lyingBars } from '../figures/bars';
import { Figure } from '../figures/Figure';
import type { Theme } from '../figures/theme';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';
import { sayCode } from '../text/writer';

interface Complaints {
  readonly count: number;
  readonly per100Orders: number | null;
  readonly closed: number;
  readonly medianHoursToRemedy: number | null;
  readonly cost: number;
  /** Most frequent first. */
  readonly causes: readonly { readonly cause: string; readonly count: number; readonly cost: number }[];
}

function View({ result, writer }: CellViewProps<Complaints>) {
  const { t, count, money } = writer;
  const name = (cause: string) => sayCode(writer, cause, 'records.complaint.cause');
  const [first] = result.causes;
  const most = result.causes.filter((cause) => cause.count === first?.count);
  const number = (cause: Complaints['causes'][number]) =>
    rowsNumber(`complaints:${cause.cause}`, count(cause.count), name(cause.cause));
  const draw = useCallback(
    (theme: Theme) =>
      lyingBars(
        result.causes.map((cause) => ({
          label: name(cause.cause),
          value: cause.count,
          text: count(cause.count),
          style: cause.count === first?.count ? 'plain' : 'aside',
        })),
        { theme, format: count },
      ),
    [result, writer],
  );
  return (
    <>
      <p>
        <Say
          writer={writer}
          k="notebook.complaints.sentence"
          params={{
            count: count(result.count),
            closed: count(result.closed),
            cost: money(result.cost),
          }}
          rows={{ count: 'complaints', closed: 'complaintsClosed', cost: 'complaints' }}
          to="complaints-table"
        />
        {writer.gap}
        {result.per100Orders !== null && (
          <Say
            writer={writer}
            k="notebook.complaints.per100"
            params={{ rate: writer.fixed(result.per100Orders, 1) }}
            rows={{ rate: 'complaints' }}
          />
        )}
        {writer.gap}
        {result.medianHoursToRemedy !== null && (
          <Say
            writer={writer}
            k="notebook.complaints.hours"
            params={{ hours: count(result.medianHoursToRemedy) }}
            rows={{ hours: 'complaints' }}
          />
        )}
      </p>
      {first && (
        <Figure
          writer={writer}
          id="complaints-figure"
          title={t('notebook.complaints.title', {
            cause: most.map((cause) => name(cause.cause)).join(t('findings.complaints.and')),
            count: most.length > 1 ? t('findings.complaints.each', { n: first.count }) : first.count,
          })}
          subtitle={t('notebook.complaints.subtitle')}
          size={result.causes.length > 4 ? 'middle' : 'short'}
          draw={draw}
          table={{
            head: [t('notebook.causeHead'), t('notebook.n')],
            rows: result.causes.map((cause) => [name(cause.cause), number(cause)]),
          }}
        />
      )}
      <DataTable
        id="complaints-table"
        caption={t('notebook.complaints.table')}
        table={{
          head: [t('notebook.causeHead'), t('notebook.n'), t('notebook.cost')],
          rows: result.causes.map((cause) => [
            name(cause.cause),
            number(cause),
            rowsNumber(`complaints:${cause.cause}`, money(cause.cost), name(cause.cause)),
          ]),
        }}
      />
    </>
  );
}

export const complaints: Cell<Complaints> = {
  name: 'complaints',
  section: 'complaints',
  question: 'notebook.q.complaints',
  definition: 'notebook.def.complaints',
  advice: 'notebook.advice.complaints',
  needs: ['complaints'],
  compute(review) {
    const own = review.complaints;
    if (own === null || own.count === 0) return null;
    return {
      count: own.count,
      per100Orders: own.per100Orders,
      closed: own.closed,
      medianHoursToRemedy: own.medianHoursToRemedy,
      cost: own.cost,
      causes: [...own.byCause].sort((a, b) => b.count - a.count),
    };
  },
  View,
};
