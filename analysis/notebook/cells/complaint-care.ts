import type { ComplaintCare, InTime } from '../../measures/complaint-care';
import { forestPlot } from '../figures/forest';
import type { Writer } from '../text/writer';
import { toldCell } from './told';

interface Row {
  readonly name: string;
  readonly of: number;
  readonly done: number;
  readonly rate: number;
  readonly interval: readonly [number, number] | null;
}

function careRows(care: ComplaintCare, { t }: Writer): readonly Row[] {
  const timely = (name: string, { due, inTime, rate, interval }: InTime): readonly Row[] =>
    rate === null ? [] : [{ name, of: due, done: inTime, rate, interval }];
  return [
    ...timely(t('cells.care.remedy'), care.remedy),
    ...timely(t('cells.care.callBack'), care.callBack),
    ...care.recovery.flatMap(({ outcome, buyers, returned, rate, interval }) =>
      rate === null
        ? []
        : [{ name: t(`cells.care.recovery.${outcome}`), of: buyers, done: returned, rate, interval }],
    ),
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
              },
            ]),
        ...(care.medianHoursToFirstAnswer === null
          ? []
          : [{ k: 'cells.care.first' as const, params: { hours: fixed(care.medianHoursToFirstAnswer, 1) } }]),
        { k: 'cells.care.cost', params: { cost: money(care.costWithMakeGood) } },
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
                  count(row.of),
                  count(row.done),
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
                rows: care.byResponsible.map((row) => [row.responsible, count(row.count), money(row.cost)]),
              },
            },
      asides: [
        ...(care.unconfirmed > 0 ? [t('cells.care.unconfirmed', { n: care.unconfirmed })] : []),
        ...(care.recovery.length > 1 ? [t('cells.care.noCause')] : []),
      ],
    };
  },
});
