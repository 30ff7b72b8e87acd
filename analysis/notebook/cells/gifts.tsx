import { useCallback } from 'preact/hooks';
import type { Interval } from '../../review';
import type { Cell, CellViewProps } from '../cell';
import { lyingBars } from '../figures/bars';
import { Figure } from '../figures/Figure';
import type { Theme } from '../figures/theme';
import { DataTable } from '../page/DataTable';
import { rowsNumber } from '../page/RowsNumber';
import { Say } from '../text/Say';
import { sayCode } from '../text/writer';

interface Gifts {
  readonly promised: number;
  readonly packed: number;
  readonly waiting: number;
  readonly expired: number;
  readonly cost: number;
  readonly returnWithin: number;
  readonly groups: readonly {
    readonly group: string;
    readonly buyers: number;
    readonly returned: number;
    readonly rate: number;
    readonly interval: Interval | null;
  }[];
  /** Whether the two intervals leave each other free: only then is a difference said. */
  readonly apart: boolean | null;
  readonly byWait: readonly {
    readonly minutes: string;
    readonly gifts: number;
    readonly returned: number;
    readonly rate: number | null;
  }[];
}

function View({ result, writer }: CellViewProps<Gifts>) {
  const { t, count, money, percent, percentRange } = writer;
  const name = (group: string) => sayCode(writer, group, 'notebook.giftGroup');
  const wait = (minutes: string) =>
    minutes === '?' ? t('notebook.waitUnknown') : t('notebook.minutes', { range: minutes.replace('-', '–') });
  const draw = useCallback(
    (theme: Theme) =>
      lyingBars(
        result.groups.map((group) => ({
          label: name(group.group),
          value: group.rate,
          text: `${percent(group.rate)} (${count(group.returned)}/${count(group.buyers)})`,
          whisker: group.interval === null ? null : { lo: group.interval[0], hi: group.interval[1] },
          style: group.group === 'gift' ? 'plain' : 'aside',
        })),
        { theme, format: percent, limit: 1 },
      ),
    [result, writer],
  );
  return (
    <>
      <p>
        <Say
          writer={writer}
          k="notebook.gifts.sentence"
          params={{
            promised: count(result.promised),
            packed: count(result.packed),
            cost: money(result.cost),
          }}
          rows={{ promised: 'gifts', packed: 'giftsPacked', cost: 'giftsPacked' }}
          to="gifts-table"
        />
        {writer.gap}
        {result.apart !== null && t(result.apart ? 'notebook.gifts.apart' : 'notebook.gifts.notApart')}
      </p>
      {result.groups.length > 0 && (
        <>
          <Figure
            writer={writer}
            id="gifts-figure"
            title={t(result.apart ? 'notebook.gifts.titleApart' : 'notebook.gifts.title')}
            subtitle={t('notebook.gifts.subtitle', { days: result.returnWithin })}
            size="short"
            draw={draw}
            table={{
              head: [
                t('notebook.group'),
                t('notebook.buyers'),
                t('notebook.cameBack'),
                t('notebook.rate'),
                t('notebook.interval'),
              ],
              rows: result.groups.map((group) => [
                name(group.group),
                rowsNumber(`giftBuyers:${group.group}`, count(group.buyers), name(group.group)),
                rowsNumber(`giftReturned:${group.group}`, count(group.returned), name(group.group)),
                percent(group.rate),
                group.interval === null ? '–' : percentRange(group.interval),
              ]),
            }}
          />
          <p class="aside">{t('notebook.noCause')}</p>
        </>
      )}
      <DataTable
        id="gifts-table"
        caption={t('notebook.gifts.table')}
        table={{
          head: [t('notebook.gifts.table'), t('notebook.n')],
          rows: [
            [t('notebook.gifts.promised'), rowsNumber('gifts', count(result.promised))],
            [t('notebook.gifts.packed'), rowsNumber('giftsPacked', count(result.packed))],
            [t('notebook.gifts.waiting'), rowsNumber('giftsWaiting', count(result.waiting))],
            [t('notebook.gifts.expired'), rowsNumber('giftsExpired', count(result.expired))],
          ],
        }}
      />
      {result.byWait.some((row) => row.gifts > 0) && (
        <DataTable
          caption={t('notebook.gifts.byWait')}
          table={{
            head: [
              t('notebook.gifts.byWait'),
              t('notebook.gifts.given'),
              t('notebook.cameBack'),
              t('notebook.rate'),
            ],
            rows: result.byWait.map((row) => [
              wait(row.minutes),
              rowsNumber(`giftsByWait:${row.minutes}`, count(row.gifts), wait(row.minutes)),
              rowsNumber(`giftsReturned:${row.minutes}`, count(row.returned), wait(row.minutes)),
              row.rate === null ? '–' : percent(row.rate),
            ]),
          }}
        />
      )}
    </>
  );
}

function apart(one: Interval | null | undefined, other: Interval | null | undefined): boolean | null {
  if (!one || !other) return null;
  return one[0] > other[1] || other[0] > one[1];
}

export const gifts: Cell<Gifts> = {
  name: 'gifts',
  section: 'giving',
  question: 'notebook.q.gifts',
  definition: 'notebook.def.gifts',
  advice: 'notebook.advice.gifts',
  needs: ['gifts'],
  compute(review) {
    const own = review.gifts;
    if (own === null || own.promised + own.packed + own.waitingForOrder + own.expired === 0) return null;
    const interval = (group: string) => own.returned.find((row) => row.group === group)?.interval;
    return {
      promised: own.promised,
      packed: own.packed,
      waiting: own.waitingForOrder,
      expired: own.expired,
      cost: own.cost,
      returnWithin: own.returnWithin,
      groups: own.returned.flatMap((row) => (row.rate === null ? [] : [{ ...row, rate: row.rate }])),
      apart: apart(interval('gift'), interval('none')),
      byWait: own.byWait,
    };
  },
  View,
};
