import type { Behind } from '../../findings/rows/behind';
import { uptoMark } from '../../findings/rows/marks';
import type { Interval, ModelFit } from '../../review';
import type { Cell, CellViewProps } from '../cell';
import { buyerName } from '../page/BuyerName';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';
import { sayCode, sayText } from '../text/writer';

interface Clv {
  readonly buyers: number;
  readonly total: { readonly value: number; readonly interval: Interval; readonly weeks: number } | null;
  readonly chosen: string | null;
  readonly why: string;
  readonly calibrateUntil: string;
  /** False where buyers came as ready summaries: there are no orders to show. */
  readonly hasRows: boolean;
  /** False when the model sees nobody leave: 100 % for everyone would be no knowledge. */
  readonly leaving: boolean;
  readonly top: readonly {
    readonly buyer: string;
    readonly name?: string;
    readonly purchases: number;
    readonly pAlive: number;
    readonly expected: number;
    readonly clv: number | null;
    readonly interval: Interval | null;
  }[];
  readonly models: readonly { readonly name: string; readonly fit: ModelFit }[];
}

const CERTAIN = 0.995;

function View({ result, writer }: CellViewProps<Clv>) {
  const { t, count, fixed, moneyAbout, moneyRange, percent } = writer;
  const { hasRows, calibrateUntil } = result;
  const known: Behind = `valued:${calibrateUntil}`;
  const parameters = (fit: ModelFit) =>
    Object.entries(fit.params)
      .map(([name, value]) => {
        const error = fit.se[name];
        return `${name} ${value.toPrecision(4)}${error == null ? '' : ` ± ${error.toPrecision(2)}`}`;
      })
      .join(' · ');
  return (
    <>
      <p>
        {result.total !== null && (
          <Say
            writer={writer}
            k="notebook.clv.sentence"
            params={{
              buyers: count(result.buyers),
              weeks: count(result.total.weeks),
              value: moneyAbout(result.total.value),
              range: moneyRange(result.total.interval),
            }}
            rows={hasRows ? { buyers: known, value: known } : {}}
            to="clv-table"
          />
        )}
        {writer.gap}
        {sayText(writer, result.why)}
      </p>
      {result.top.length > 0 && (
        <DataTable
          id="clv-table"
          caption={t('notebook.clv.table')}
          table={{
            head: [
              t('notebook.buyer'),
              t('notebook.purchases'),
              ...(result.leaving ? [t('notebook.alive')] : []),
              t('notebook.expected'),
              t('notebook.clv.value'),
              t('notebook.interval'),
            ],
            rows: result.top.map((row) => [
              buyerName(row.buyer, row.name ?? row.buyer),
              hasRows
                ? rowsNumber(uptoMark(row.buyer, calibrateUntil), count(row.purchases), row.name ?? row.buyer)
                : count(row.purchases),
              ...(result.leaving ? [percent(row.pAlive)] : []),
              fixed(row.expected, 1),
              row.clv === null ? '–' : moneyAbout(row.clv),
              row.interval === null ? '–' : moneyRange(row.interval),
            ]),
          }}
        />
      )}
      <details class="numbers closer">
        <summary>{t('notebook.lookCloser')}</summary>
        <DataTable
          caption={t('notebook.clv.models')}
          table={{
            head: [t('notebook.model'), t('notebook.parameters'), t('notebook.logLikelihood')],
            rows: result.models.map(({ name, fit }) => [
              sayCode(writer, name, 'notebook.model'),
              [parameters(fit), fit.note === null ? null : <p class="aside">{sayText(writer, fit.note)}</p>],
              fit.logLikelihood === null ? '–' : fixed(fit.logLikelihood, 2),
            ]),
          }}
        />
        <p class="aside">{t('notebook.clv.calibrated', { day: writer.day(calibrateUntil) })}</p>
      </details>
    </>
  );
}

export const clv: Cell<Clv> = {
  name: 'clv',
  section: 'value',
  question: 'notebook.q.clv',
  definition: 'notebook.def.clv',
  advice: 'notebook.advice.clv',
  needs: ['clv'],
  compute(review, settings) {
    const own = review.clv;
    if (own === null) return null;
    const total = own.total;
    return {
      buyers: own.buyers,
      total:
        total === null ? null : { value: total.value, interval: total.interval, weeks: total.horizonWeeks },
      chosen: own.chosen,
      why: own.why,
      calibrateUntil: own.calibrateUntil,
      hasRows: own.ready !== true,
      leaving: own.customers.top.some((row) => row.pAlive < CERTAIN),
      top: own.customers.top.slice(0, settings.topBuyers),
      models: Object.entries(own.models).flatMap(([name, fit]) => (fit === undefined ? [] : [{ name, fit }])),
    };
  },
  View,
};
