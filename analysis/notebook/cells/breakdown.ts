import { WITHOUT_CODE } from '../../imports/coupon';
import type { BreakdownRow, Side } from '../../measures/breakdowns';
import { wilson } from '../../measures/intervals';
import { twoSidedP } from '../../numerics/normal';
import { type Cell, FEWEST_BUYERS } from '../cell';
import { forestPlot } from '../figures/forest';
import { rowsNumber } from '../page/RowsNumber';
import { sayCode, type Writer } from '../text/writer';
import { toldCell } from './told';

interface Compared {
  readonly rows: readonly (BreakdownRow & { readonly few: boolean })[];
  readonly more: number;
  /** Repeat rate of the whole shop, the line they are seen against. */
  readonly whole: number | null;
  /** The group furthest from the shop beyond chance, with as many looks counted as there are groups. */
  readonly apart: { readonly label: string; readonly above: boolean } | null;
}

const MOST_DRAWN = 12;
const CERTAIN = 0.05;

/** Chance of a share this far from the shop's when the group is like the shop. */
function chance(row: BreakdownRow, whole: number): number {
  const spread = Math.sqrt((whole * (1 - whole)) / row.buyers);
  return spread > 0 ? twoSidedP(((row.rate ?? whole) - whole) / spread) : 1;
}

function compared(side: Side, rows: readonly BreakdownRow[], more: number, whole: number | null): Compared {
  const shown = rows
    .filter((row) => row.buyers > 0)
    .map((row) => ({ ...row, few: row.buyers < FEWEST_BUYERS }));
  const solid = shown.filter((row) => !row.few && row.label !== '' && row.buyers > 0);
  const looked = whole === null ? [] : solid.map((row) => ({ row, p: chance(row, whole) * solid.length }));
  const [least] = looked.filter(({ p }) => p < CERTAIN).sort((a, b) => a.p - b.p);
  // One platform, one grade: there is nothing to tell apart.
  // Of products each holds the shop's busiest buyers: they differ from the shop without meaning anything.
  const judged = side !== 'product' && shown.length > 1;
  const apart = least && judged && whole !== null ? least.row : null;
  return {
    rows: shown.slice(0, MOST_DRAWN),
    more: more + Math.max(0, shown.length - MOST_DRAWN),
    whole,
    apart: apart && { label: apart.label, above: (apart.rate ?? 0) > (whole ?? 0) },
  };
}

/** What a group is called. */
export function groupName(side: Side, label: string, writer: Writer): string {
  if (label === '') return writer.t('cells.side.none');
  if (side === 'platform') return sayCode(writer, label, 'records.platform');
  if (side === 'grade') return label;
  if (side !== 'firstDiscount') return label;
  return label === WITHOUT_CODE
    ? writer.t('cells.side.noCode')
    : sayCode(writer, label, 'records.discount.when');
}

/** How the groups of one side of the data come back. */
export function breakdownCell(side: Side): Cell<Compared> {
  return toldCell<Compared>({
    name: `by-${side}`,
    section: 'people',
    question: `cells.q.by.${side}`,
    definition: 'cells.def.breakdown',
    advice: `cells.advice.by.${side}`,
    needs: [],
    compute(review) {
      const own = review.breakdowns?.find((one) => one.side === side);
      if (!own) return null;
      const result = compared(side, own.rows, own.more, review.repeat?.rate ?? null);
      return result.rows.length === 0 ? null : result;
    },
    tell(result, writer) {
      const { t, count, percent, percentRange, money, moneyAbout } = writer;
      const name = (label: string) => groupName(side, label, writer);
      const behind = (label: string) =>
        ({ buyers: `buyers:${side}/${label}`, rate: `repeatBuyers:${side}/${label}` }) as const;
      const { apart, whole } = result;
      const [first] = side === 'product' ? result.rows : [];
      const row = apart && result.rows.find(({ label }) => label === apart.label);
      const range = (one: BreakdownRow) => (one.interval ? percentRange(one.interval) : '–');
      const head = [
        t(`cells.side.${side}`),
        t('notebook.row.orders'),
        t('notebook.buyers'),
        t('notebook.cameBack'),
        t('notebook.rate'),
        t('notebook.interval'),
        t('notebook.row.revenue'),
        t('cells.meanClv'),
      ];
      return {
        sentences: [
          row && whole !== null
            ? {
                k: apart.above ? 'cells.by.above' : 'cells.by.below',
                params: {
                  group: name(row.label),
                  rate: percent(row.rate ?? 0),
                  range: range(row),
                  buyers: count(row.buyers),
                  whole: percent(whole),
                },
                rows: { ...behind(row.label), whole: 'repeatBuyers' },
              }
            : first
              ? {
                  k: 'cells.by.product',
                  params: {
                    group: name(first.label),
                    buyers: count(first.buyers),
                    rate: percent(first.rate ?? 0),
                    range: range(first),
                  },
                  rows: behind(first.label),
                }
              : { k: 'cells.by.same', params: { n: count(result.rows.length) } },
          ...(result.more > 0 ? [{ k: 'cells.by.more' as const, params: { n: count(result.more) } }] : []),
        ],
        figure: {
          title:
            row && apart
              ? t(apart.above ? 'cells.by.titleAbove' : 'cells.by.titleBelow', { group: name(row.label) })
              : first
                ? t('cells.by.titleProduct', { group: name(first.label), rate: percent(first.rate ?? 0) })
                : t('cells.by.titleSame'),
          subtitle: t('cells.by.subtitle'),
          size: result.rows.length > 6 ? 'tall' : 'middle',
          draw: (theme) =>
            forestPlot(
              result.rows.map((one) => ({
                label: shortened(name(one.label)),
                value: one.rate ?? 0,
                interval: one.interval ?? wilson(one.repeatBuyers, one.buyers),
                text: `${percent(one.rate ?? 0)} · ${count(one.buyers)}`,
                style: one.few ? ('aside' as const) : ('plain' as const),
              })),
              {
                theme,
                format: percent,
                from: 0,
                limits: [0, 1],
                reference: whole === null ? null : { value: whole, label: t('cells.wholeShop') },
              },
            ),
          table: {
            head,
            rows: result.rows.map((one) => [
              name(one.label),
              ...(['orders', 'buyers', 'repeatBuyers'] as const).map((set) =>
                rowsNumber(`${set}:${side}/${one.label}`, count(one[set]), name(one.label)),
              ),
              percent(one.rate ?? 0),
              range(one),
              rowsNumber(`orders:${side}/${one.label}`, money(one.revenue), name(one.label)),
              one.meanClv === null ? '–' : moneyAbout(one.meanClv),
            ]),
          },
        },
        asides: [
          ...(result.rows.some(({ few }) => few) ? [t('cells.by.few', { n: FEWEST_BUYERS })] : []),
          t(side === 'product' ? 'cells.by.productNote' : 'notebook.noCause'),
        ],
      };
    },
  });
}

/** A name that leaves room for the picture; the table has all of it. */
function shortened(name: string): string {
  const signs = [...name];
  return signs.length > 16 ? `${signs.slice(0, 15).join('')}…` : name;
}
