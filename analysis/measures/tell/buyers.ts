import type { Cohort } from '../../review';
import { wilson } from '../intervals';
import { REPEAT_WINDOWS } from '../repeat';
import type { MeasureSections } from '../sections';
import { joined, NONE, range, share, type Tell } from './told';

export const tellRepeat: Tell<MeasureSections['repeat']> = (section, writer) => {
  const { t, count } = writer;
  if (section.rate === null) return null;
  return {
    sentence: joined(
      writer,
      t('notebook.repeat.sentence', {
        repeat: count(section.repeatBuyers),
        buyers: count(section.buyers),
        rate: share(section.rate, writer),
        range: range(section.interval, writer),
      }),
      section.byDistinctDays.rate !== null &&
        t('notebook.repeat.byDays', {
          rate: share(section.byDistinctDays.rate, writer),
          repeat: count(section.byDistinctDays.repeatBuyers),
        }),
    ),
    table: {
      head: [
        t('notebook.within'),
        t('notebook.eligible'),
        t('notebook.cameBack'),
        t('notebook.rate'),
        t('notebook.interval'),
      ],
      rows: [
        ...REPEAT_WINDOWS.map((days) => {
          const { eligible, repeaters, rate, interval } = section.within[days];
          return [
            t('notebook.days', { n: days }),
            count(eligible),
            count(repeaters),
            share(rate, writer),
            range(interval, writer),
          ];
        }),
        [
          t('notebook.wholeTime'),
          count(section.buyers),
          count(section.repeatBuyers),
          share(section.rate, writer),
          range(section.interval, writer),
        ],
      ],
    },
  };
};

export const tellSecondPurchase: Tell<MeasureSections['second-purchase']> = (section, writer) => {
  const { t, count } = writer;
  const { medianDays, curve } = section.secondPurchase;
  const last = curve.at(-1);
  if (last === undefined) return null;
  return {
    sentence:
      medianDays !== null
        ? t('notebook.second.median', { buyers: count(section.buyers), days: medianDays })
        : t('notebook.second.noMedian', {
            days: last.day,
            share: share(last.share, writer),
            range: range([last.lo, last.hi], writer),
            buyers: count(section.buyers),
          }),
    table: {
      head: [t('notebook.since'), t('notebook.rate'), t('notebook.interval')],
      rows: curve.map((point) => [
        t('notebook.days', { n: point.day }),
        share(point.share, writer),
        range([point.lo, point.hi], writer),
      ]),
    },
  };
};

/** The triangle as rows; a star marks a stretch that is not over, a dagger the cohort that is none. */
export const tellCohorts: Tell<readonly Cohort[] | null> = (cohorts, writer) => {
  const { t, count } = writer;
  if (cohorts.length === 0) return null;
  const whole = cohorts.filter((one) => !one.oldest && one.active.length > 1 && one.unfinished[1] === false);
  const size = whole.reduce((sum, one) => sum + one.size, 0);
  const active = whole.reduce((sum, one) => sum + one.active[1]!, 0);
  const longest = Math.max(...cohorts.map((one) => one.active.length));
  return {
    sentence:
      size === 0
        ? t('measures.cohorts.tooYoung')
        : t('measures.cohorts.sentence', {
            buyers: count(size),
            active: count(active),
            rate: share(active / size, writer),
            range: range(wilson(active, size), writer),
          }),
    table: {
      head: [t('notebook.cohort'), ...Array.from({ length: longest }, (_, later) => `+${later}`)],
      rows: cohorts.map((one) => [
        one.oldest ? `${one.cohort}†` : one.cohort,
        ...Array.from({ length: longest }, (_, later) => {
          const seen = one.active[later];
          return seen === undefined ? '' : `${count(seen)}${one.unfinished[later] ? '*' : ''}`;
        }),
      ]),
    },
  };
};

export const tellGaps: Tell<MeasureSections['purchase-gaps']> = (section, writer) => {
  const { t, count, fixed } = writer;
  const days = (n: number) => fixed(n, Number.isInteger(n) ? 0 : 1);
  return {
    sentence: t('measures.gaps.sentence', {
      gaps: count(section.gaps),
      buyers: count(section.buyers),
      median: days(section.medianDays),
      low: days(section.middleHalf[0]),
      high: days(section.middleHalf[1]),
    }),
    table: {
      head: [t('measures.col.afterPurchase'), t('measures.col.gaps'), t('measures.col.medianDays')],
      rows: section.byPurchase.map((row) => [
        row.after >= 6 ? `${row.after}+` : String(row.after),
        count(row.gaps),
        days(row.medianDays),
      ]),
    },
  };
};

export const tellNextPurchase: Tell<MeasureSections['next-purchase']> = (rows, writer, names) => {
  const { t, count } = writer;
  if (rows.length === 0) return null;
  const overdue = rows.filter((row) => row.overdue > 0).length;
  return {
    sentence: t('measures.next.sentence', { buyers: count(rows.length), overdue: count(overdue) }),
    table: {
      head: [
        t('notebook.buyer'),
        t('notebook.lastOrder'),
        t('measures.col.expectedOn'),
        t('measures.col.overdueDays'),
        t('measures.col.pace'),
      ],
      rows: rows.map((row) => [
        names.get(row.buyer) ?? row.buyer,
        row.last,
        row.expected,
        row.overdue > 0 ? count(row.overdue) : NONE,
        t(`measures.pace.${row.by}`, { n: Math.round(row.paceDays) }),
      ]),
    },
  };
};

export const tellRfmScores: Tell<MeasureSections['rfm-scores']> = (rows, writer, names) => {
  const { t, count, money } = writer;
  if (rows.length === 0) return null;
  return {
    sentence: t('measures.rfm.scored', { buyers: count(rows.length) }),
    table: {
      head: [
        t('notebook.buyer'),
        'R',
        'F',
        'M',
        t('measures.col.lastDaysAgo'),
        t('notebook.purchases'),
        t('notebook.spent'),
        t('measures.col.movement'),
      ],
      rows: rows.map((row) => [
        names.get(row.buyer) ?? row.buyer,
        String(row.r),
        String(row.f),
        String(row.m),
        count(row.lastDaysAgo),
        count(row.purchases),
        money(row.spent),
        t(`measures.movement.${row.movement}`),
      ]),
    },
  };
};

export const tellRfm: Tell<MeasureSections['rfm']> = (section, writer) => {
  const { t, count, money } = writer;
  const best = section.cells.filter((cell) => cell.r === section.groups && cell.f === section.groups);
  const buyers = best.reduce((sum, cell) => sum + cell.buyers, 0);
  const spent = best.reduce((sum, cell) => sum + cell.spent, 0);
  return {
    sentence: joined(
      writer,
      t('measures.rfm.sentence', {
        up: count(section.up),
        down: count(section.down),
        same: count(section.same),
        entered: count(section.entered),
        day: writer.dayOfYear(section.since),
      }),
      buyers > 0 && t('measures.rfm.best', { buyers: count(buyers), spent: money(spent) }),
    ),
    table: {
      head: ['R', 'F', t('notebook.buyers'), t('notebook.spent')],
      rows: section.cells.map((cell) => [
        String(cell.r),
        String(cell.f),
        count(cell.buyers),
        money(cell.spent),
      ]),
    },
  };
};
