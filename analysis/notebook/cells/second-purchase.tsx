import { useCallback } from 'preact/hooks';
import type { SurvivalPoint } from '../../review';
import { type Cell, type CellViewProps, FEWEST_BUYERS } from '../cell';
import { survivalCurve } from '../figures/curve';
import { Figure } from '../figures/Figure';
import type { Theme } from '../figures/theme';
import { Say } from '../text/Say';

interface SecondPurchase {
  readonly medianDays: number | null;
  readonly buyers: number;
  readonly curve: readonly SurvivalPoint[];
}

/** Rows of the table behind the curve: enough to read it, not every day of two years. */
const TABLE_ROWS = 12;

function View({ result, writer }: CellViewProps<SecondPurchase>) {
  const { t, count, percent, percentRange } = writer;
  const draw = useCallback(
    (theme: Theme) =>
      survivalCurve(result.curve, {
        theme,
        percent,
        day: (day) => t('notebook.days', { n: Math.round(day) }),
        median: result.medianDays,
      }),
    [result, writer],
  );
  const last = result.curve.at(-1) as SurvivalPoint;
  const stride = Math.max(1, Math.ceil(result.curve.length / TABLE_ROWS));
  const shown = result.curve.filter((_, index) => index % stride === 0 || index === result.curve.length - 1);
  return (
    <>
      <p>
        {result.medianDays === null ? (
          <Say
            writer={writer}
            k="notebook.second.noMedian"
            params={{
              share: percent(last.share),
              range: percentRange([last.lo, last.hi]),
              days: count(last.day),
              buyers: count(result.buyers),
            }}
            rows={{ share: 'repeatBuyers', buyers: 'buyers' }}
            to="second-figure"
          />
        ) : (
          <Say
            writer={writer}
            k="notebook.second.median"
            params={{ days: count(result.medianDays), buyers: count(result.buyers) }}
            rows={{ days: 'repeatBuyers', buyers: 'buyers' }}
            to="second-figure"
          />
        )}
      </p>
      <Figure
        writer={writer}
        id="second-figure"
        title={t('notebook.second.title', { share: percent(last.share), days: last.day })}
        subtitle={t('notebook.second.subtitle')}
        size="tall"
        draw={draw}
        table={{
          head: [t('notebook.since'), t('notebook.rate'), t('notebook.interval')],
          rows: shown.map((point) => [
            t('notebook.days', { n: point.day }),
            percent(point.share),
            percentRange([point.lo, point.hi]),
          ]),
        }}
      />
    </>
  );
}

export const secondPurchase: Cell<SecondPurchase> = {
  name: 'second-purchase',
  section: 'value',
  question: 'notebook.q.second',
  definition: 'notebook.def.second',
  advice: null,
  needs: ['repeat'],
  compute(review) {
    const own = review.repeat;
    if (own === null || own.buyers < FEWEST_BUYERS || own.secondPurchase.curve.length < 2) return null;
    return { medianDays: own.secondPurchase.medianDays, buyers: own.buyers, curve: own.secondPurchase.curve };
  },
  View,
};
