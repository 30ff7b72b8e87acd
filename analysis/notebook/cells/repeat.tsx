import { useCallback } from 'preact/hooks';
import { REPEAT_WINDOWS } from '../../measures/repeat';
import type { Interval } from '../../review';
import { type Cell, type CellViewProps, FEWEST_BUYERS } from '../cell';
import { lyingBars } from '../figures/bars';
import { Figure } from '../figures/Figure';
import type { Theme } from '../figures/theme';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';

interface Repeat {
  readonly rate: number;
  readonly interval: Interval | null;
  readonly buyers: number;
  readonly repeatBuyers: number;
  readonly byDays: { readonly rate: number | null; readonly repeatBuyers: number };
  /** Orders nobody is known for; rates are about the others (null: every order has its buyer). */
  readonly known: { readonly orders: number; readonly of: number } | null;
  /** The window the figure's title speaks of: the longest that half of all buyers have behind them; null: too few. */
  readonly told: number | null;
  readonly windows: readonly {
    readonly days: number;
    readonly eligible: number;
    readonly repeaters: number;
    readonly rate: number;
    readonly interval: Interval | null;
  }[];
}

function View({ result, writer }: CellViewProps<Repeat>) {
  const { t, count, percent, percentRange } = writer;
  const days = (n: number) => t('notebook.days', { n });
  const draw = useCallback(
    (theme: Theme) =>
      lyingBars(
        result.windows.map((window) => ({
          label: t('notebook.days', { n: window.days }),
          value: window.rate,
          text: percent(window.rate),
          whisker: window.interval === null ? null : { lo: window.interval[0], hi: window.interval[1] },
        })),
        { theme, format: percent, limit: 1 },
      ),
    [result, writer],
  );
  const told = result.windows.find((window) => window.days === result.told);
  return (
    <>
      <p>
        <Say
          writer={writer}
          k="notebook.repeat.sentence"
          params={{
            repeat: count(result.repeatBuyers),
            buyers: count(result.buyers),
            rate: percent(result.rate),
            range: result.interval === null ? '–' : percentRange(result.interval),
          }}
          rows={{ repeat: 'repeatBuyers', buyers: 'buyers', rate: 'onceBuyers' }}
          to="repeat-table"
        />
        {writer.gap}
        {result.byDays.rate !== null && (
          <Say
            writer={writer}
            k="notebook.repeat.byDays"
            params={{ rate: percent(result.byDays.rate), repeat: count(result.byDays.repeatBuyers) }}
            rows={{ rate: 'dayRepeaters', repeat: 'dayRepeaters' }}
            to="repeat-table"
          />
        )}
        {writer.gap}
        {result.known !== null && (
          <Say
            writer={writer}
            k="notebook.repeat.known"
            params={{ known: count(result.known.orders), orders: count(result.known.of) }}
            rows={{ known: 'knownOrders', orders: 'orders' }}
          />
        )}
      </p>
      {told && (
        <Figure
          writer={writer}
          id="repeat-figure"
          title={t('notebook.repeat.title', { rate: percent(told.rate), days: told.days })}
          subtitle={t('notebook.repeat.subtitle')}
          size="middle"
          draw={draw}
          table={{
            head: [t('notebook.within'), t('notebook.rate'), t('notebook.interval')],
            rows: result.windows.map((window) => [
              t('notebook.days', { n: window.days }),
              percent(window.rate),
              window.interval === null ? '–' : percentRange(window.interval),
            ]),
          }}
        />
      )}
      <DataTable
        id="repeat-table"
        caption={t('notebook.repeat.table')}
        table={{
          head: [t('notebook.within'), t('notebook.eligible'), t('notebook.cameBack'), t('notebook.rate')],
          rows: [
            ...result.windows.map((window) => [
              t('notebook.days', { n: window.days }),
              rowsNumber(`eligible:${window.days}`, count(window.eligible), days(window.days)),
              rowsNumber(`within:${window.days}`, count(window.repeaters), days(window.days)),
              percent(window.rate),
            ]),
            [
              t('notebook.wholeTime'),
              rowsNumber('buyers', count(result.buyers)),
              rowsNumber('repeatBuyers', count(result.repeatBuyers)),
              percent(result.rate),
            ],
          ],
        }}
      />
    </>
  );
}

export const repeat: Cell<Repeat> = {
  name: 'repeat',
  section: 'people',
  question: 'notebook.q.repeat',
  definition: 'notebook.def.repeat',
  advice: 'notebook.advice.repeat',
  needs: ['repeat'],
  compute(review) {
    const own = review.repeat;
    if (own === null || own.rate === null) return null;
    const orders = review.orders;
    const windows = REPEAT_WINDOWS.flatMap((days) => {
      const { rate, eligible, repeaters, interval } = own.within[days];
      return rate === null || eligible === 0
        ? []
        : [{ days: Number(days), eligible, repeaters, rate, interval }];
    });
    const enough = windows.filter((window) => window.eligible >= FEWEST_BUYERS);
    const solid = enough.filter((window) => window.eligible * 2 >= own.buyers);
    return {
      rate: own.rate,
      interval: own.interval,
      buyers: own.buyers,
      repeatBuyers: own.repeatBuyers,
      byDays: own.byDistinctDays,
      known:
        orders !== null && orders.known.count < orders.count
          ? { orders: orders.known.count, of: orders.count }
          : null,
      told: (solid.at(-1) ?? enough[0])?.days ?? null,
      windows,
    };
  },
  View,
};
