import { useCallback } from 'preact/hooks';
import type { Cell, CellViewProps } from '../cell';
import { Figure } from '../figures/Figure';
import { stackedBars } from '../figures/stacked';
import type { Theme } from '../figures/theme';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';

interface Goodwill {
  readonly outstanding: number;
  readonly outstandingCount: number;
  readonly percentOutstanding: number;
  readonly expected: number | null;
  readonly movements: {
    readonly issued: number;
    readonly redeemed: number;
    readonly expired: number;
    readonly released: number;
  };
  readonly aged: readonly {
    readonly band: '0-30' | '31-90' | '90+';
    readonly count: number;
    readonly amount: number;
  }[];
}

const OLD = '90+';
/** What is owed grows redder with age: pale, hatched, full. */
const TONES = { '0-30': 'good', '31-90': 'open', '90+': 'bad' } as const;
/** One or two discounts are said faster than drawn. */
const FEWEST_DRAWN = 3;

function View({ result, writer }: CellViewProps<Goodwill>) {
  const { t, count, money } = writer;
  const name = (band: string) => t('notebook.ageDays', { band: band.replace('-', '–') });
  const draw = useCallback(
    (theme: Theme) =>
      stackedBars(
        [t('notebook.goodwill.outstanding')],
        result.aged.map((band) => ({
          label: name(band.band),
          tone: TONES[band.band],
          values: [band.amount],
        })),
        { theme, count: money },
      ),
    [result, writer],
  );
  const old = result.aged.find((band) => band.band === OLD);
  const { issued, redeemed, expired, released } = result.movements;
  return (
    <>
      <p>
        <Say
          writer={writer}
          k="notebook.goodwill.sentence"
          params={{
            amount: money(result.outstanding),
            count: count(result.outstandingCount),
          }}
          rows={{ amount: 'discountsOwed', count: 'discountsOwed' }}
          to="goodwill-table"
        />
        {writer.gap}
        {result.expected !== null && (
          <Say
            writer={writer}
            k="notebook.goodwill.expected"
            params={{ amount: writer.moneyAbout(result.expected) }}
            rows={{ amount: 'discountsOwed' }}
          />
        )}
        {writer.gap}
        {result.percentOutstanding > 0 && (
          <Say
            writer={writer}
            k="notebook.goodwill.percent"
            params={{ count: count(result.percentOutstanding) }}
            rows={{ count: 'discountsShare' }}
          />
        )}
      </p>
      {result.outstandingCount >= FEWEST_DRAWN && (
        <Figure
          writer={writer}
          id="goodwill-figure"
          title={
            old !== undefined && old.amount > 0
              ? t('notebook.goodwill.titleOld', { amount: money(old.amount) })
              : t('notebook.goodwill.title', { amount: money(result.outstanding) })
          }
          subtitle={t('notebook.goodwill.subtitle')}
          size="short"
          keys={result.aged.map((band) => ({
            tone: TONES[band.band],
            label: `${name(band.band)}${t('notebook.colon')}${money(band.amount)} · ${count(band.count)}`,
          }))}
          draw={draw}
          table={{
            head: [t('notebook.age'), t('notebook.amount'), t('notebook.n')],
            rows: result.aged.map((band) => [
              name(band.band),
              rowsNumber(`discountsOwed:${band.band}`, money(band.amount), name(band.band)),
              rowsNumber(`discountsOwed:${band.band}`, count(band.count), name(band.band)),
            ]),
          }}
        />
      )}
      <DataTable
        id="goodwill-table"
        caption={t('notebook.goodwill.table')}
        table={{
          head: [t('notebook.goodwill.table'), t('notebook.amount')],
          rows: [
            [t('notebook.goodwill.issued'), rowsNumber('discountsIssued', money(issued))],
            ...(
              [
                ['notebook.goodwill.redeemed', redeemed, 'discountsRedeemed'],
                ['notebook.goodwill.expired', expired, 'discountsExpired'],
                ['notebook.goodwill.released', released, 'discountsReleased'],
              ] as const
            ).flatMap(([key, taken, of]) =>
              taken === 0 ? [] : [[t(key), rowsNumber(of, `− ${money(taken)}`)]],
            ),
            [
              t('notebook.goodwill.outstanding'),
              rowsNumber('discountsOwed', `= ${money(result.outstanding)}`),
            ],
          ],
        }}
      />
    </>
  );
}

export const goodwill: Cell<Goodwill> = {
  name: 'goodwill',
  section: 'giving',
  question: 'notebook.q.goodwill',
  definition: 'notebook.def.goodwill',
  advice: 'notebook.advice.goodwill',
  needs: ['goodwill'],
  compute(review) {
    const own = review.goodwill;
    if (own === null) return null;
    const { issued, redeemed, expired, released } = own;
    return {
      outstanding: own.outstanding,
      outstandingCount: own.outstandingCount,
      percentOutstanding: own.percentOutstanding,
      expected: own.expected,
      movements: { issued, redeemed, expired, released },
      aged: own.aged,
    };
  },
  View,
};
