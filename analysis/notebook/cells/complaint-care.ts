import type { Behind } from '../../findings/rows/behind';
import type { ComplaintCare, InTime } from '../../measures/complaint-care';
import { forestPlot } from '../figures/forest';
import { rowsNumber } from '../page/RowsNumber';
import type { Writer } from '../text/writer';
import { toldCell } from './told';

interface Row {
  readonly name: string;
  readonly of: number;
  readonly done: number;
  readonly rate: number;
  readonly interval: readonly [number, number] | null;
  readonly behind: { readonly of: Behind; readonly done: Behind };
}

function careRows(care: ComplaintCare, { t }: Writer): readonly Row[] {
  const timely = (what: 'remedy' | 'callBack'): readonly Row[] => {
    const { due, inTime, rate, interval }: InTime = care[what];
    const behind = { of: `careDue:${what}`, done: `careInTime:${what}` } as const;
    return rate === null
      ? []
      : [{ name: t(`cells.care.${what}`), of: due, done: inTime, rate, interval, behind }];
  };
  return [
    ...timely('remedy'),
    ...timely('callBack'),
    ...care.recovery.flatMap(({ outcome, buyers, returned, rate, interval }): readonly Row[] => {
      const name = t(`cells.care.recovery.${outcome}`);
      const mark = `recovery/${outcome}` as const;
      const behind = { of: `giftBuyers:${mark}`, done: `giftReturned:${mark}` } as const;
      return rate === null ? [] : [{ name, of: buyers, done: returned, rate, interval, behind }];
    }),
  ];
}

/** Whether what went wrong was put right, and in time. */
export const complaintCare = toldCell<ComplaintCare>({
  name: 'complaint-care',
  section: 'complaints',
  question: 'cells.q.care',
  definition: 'cells.def.care',
  advice: 'notebook.advice.complaints',
  needs: ['complaints'],
  compute: (review) => review.complaints?.care ?? null,
  tell(care, writer) {
    const { t, count, percent, percentRange, money, fixed } = writer;
    const rows = careRows(care, writer);
    const { remedy } = care;
    return {
      sentences: [
        ...(remedy.rate === null
          ? [{ k: 'cells.care.none' as const }]
          : [
              {
                k: 'cells.care.sentence' as const,
                params: {
                  done: count(remedy.inTime),
                  of: count(remedy.due),
                  rate: percent(remedy.rate),
                  range: remedy.interval ? percentRange(remedy.interval) : '–',
                },
                rows: {
                  done: 'careInTime:remedy' as const,
                  of: 'careDue:remedy' as const,
                  rate: 'careInTime:remedy' as const,
                },
              },
            ]),
        ...(care.medianHoursToFirstAnswer === null
          ? []
          : [{ k: 'cells.care.first' as const, params: { hours: fixed(care.medianHoursToFirstAnswer, 1) } }]),
        {
          k: 'cells.care.cost',
          params: { cost: money(care.costWithMakeGood) },
          rows: { cost: 'complaints' },
        },
      ],
      figure:
        rows.length === 0
          ? null
          : {
              title:
                remedy.rate === null
                  ? t('cells.care.titleNone')
                  : t('cells.care.title', { done: remedy.inTime, of: remedy.due }),
              subtitle: t('cells.care.subtitle', { days: care.returnWithin }),
              size: rows.length > 3 ? 'middle' : 'short',
              draw: (theme) =>
                forestPlot(
                  rows.map((row) => ({
                    label: row.name,
                    value: row.rate,
                    interval: row.interval,
                    text: `${percent(row.rate)} · ${count(row.of)}`,
                  })),
                  { theme, format: percent, from: 0, limits: [0, 1] },
                ),
              table: {
                head: [
                  t('cells.care.head'),
                  t('cells.of'),
                  t('cells.done'),
                  t('notebook.rate'),
                  t('notebook.interval'),
                ],
                rows: rows.map((row) => [
                  row.name,
                  rowsNumber(row.behind.of, count(row.of), row.name),
                  rowsNumber(row.behind.done, count(row.done), row.name),
                  percent(row.rate),
                  row.interval === null ? '–' : percentRange(row.interval),
                ]),
              },
            },
      table:
        care.byResponsible.length === 0
          ? null
          : {
              caption: t('cells.care.byResponsible'),
              data: {
                head: [t('cells.care.byResponsible'), t('notebook.n'), t('notebook.cost')],
                rows: care.byResponsible.map((row) => {
                  const behind = `complaints:responsible/${row.responsible}` as const;
                  return [
                    row.responsible,
                    rowsNumber(behind, count(row.count), row.responsible),
                    rowsNumber(behind, money(row.cost), row.responsible),
                  ];
                }),
              },
            },
      asides: [
        ...(care.unconfirmed > 0
          ? [
              {
                k: 'cells.care.unconfirmed' as const,
                params: { n: count(care.unconfirmed) },
                rows: { n: 'complaints:state/unconfirmed' as const },
              },
            ]
          : []),
        ...(care.recovery.length > 1 ? [t('cells.care.noCause')] : []),
      ],
    };
  },
});
