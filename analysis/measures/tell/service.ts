import { sayText } from '../../notebook/text/writer';
import type { MeasureSections } from '../sections';
import type { WaitRow } from '../waits';
import { joined, meanRange, NONE, range, share, type Tell } from './told';

export const tellSatisfaction: Tell<MeasureSections['satisfaction']> = (section, writer) => {
  const { t, count, fixed } = writer;
  const { mean, interval, asked, answered, responseRate } = section;
  return {
    sentence: joined(
      writer,
      mean !== null &&
        t('notebook.satisfaction.sentence', {
          mean: fixed(mean, 2),
          range: interval === null ? NONE : `${fixed(interval[0], 2)}–${fixed(interval[1], 2)}`,
          answered: count(answered),
        }),
      responseRate !== null &&
        t('notebook.satisfaction.response', {
          answered: count(Math.round(responseRate * asked)),
          asked: count(asked),
          rate: share(responseRate, writer),
        }),
      sayText(writer, section.trend.verdict),
    ),
    table: {
      head: [t('notebook.week'), t('notebook.n'), t('notebook.mean'), t('notebook.interval')],
      rows: section.byWeek.map((row) => [
        row.week,
        count(row.n),
        fixed(row.mean, 2),
        row.lo === null || row.hi === null ? NONE : `${fixed(row.lo, 2)}–${fixed(row.hi, 2)}`,
      ]),
    },
  };
};

export const tellWaits: Tell<MeasureSections['waits']> = (section, writer) => {
  const { t, count, fixed } = writer;
  const minutes = (n: number | null) => (n === null ? NONE : fixed(n, n < 10 ? 1 : 0));
  const row = (when: string, { waits, medianMinutes, mostMinutes, left }: WaitRow) => [
    when,
    count(waits),
    minutes(medianMinutes),
    minutes(mostMinutes),
    count(left),
  ];
  // The first week of 2024 began with a Monday.
  const weekday = (at: number) =>
    new Intl.DateTimeFormat(writer.lang, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, at));
  const busiest = section.byHour.reduce<WaitRow | null>(
    (most, one) => (most === null || one.waits > most.waits ? one : most),
    null,
  );
  return {
    sentence: joined(
      writer,
      section.medianMinutes !== null &&
        t('measures.waits.sentence', {
          answered: count(section.answered),
          median: minutes(section.medianMinutes),
          most: minutes(section.mostMinutes),
        }),
      section.rate !== null &&
        t('measures.waits.left', {
          left: count(section.left),
          rate: share(section.rate, writer),
          range: range(section.interval, writer),
        }),
      busiest !== null && t('measures.waits.busiest', { hour: busiest.at, waits: count(busiest.waits) }),
    ),
    table: {
      head: [
        t('measures.col.when'),
        t('measures.col.waits'),
        t('measures.col.medianMinutes'),
        t('measures.col.mostMinutes'),
        t('measures.col.left'),
      ],
      rows: [
        ...section.byHour.map((one) => row(t('measures.waits.hour', { hour: one.at }), one)),
        ...section.byWeekday.map((one) => row(weekday(one.at), one)),
      ],
    },
  };
};

export const tellQuestions: Tell<MeasureSections['questions']> = (rows, writer) => {
  const { t, count } = writer;
  const asked = rows.filter((row) => row.n > 0);
  if (asked.length === 0) return null;
  const worst = asked.reduce((low, row) => (row.mean < low.mean ? row : low));
  return {
    sentence: t('measures.questions.sentence', {
      question: t(`records.visit.score.${worst.question}`),
      mean: meanRange(worst.mean, worst.interval, writer),
      n: count(worst.n),
    }),
    table: {
      head: [
        t('measures.col.question'),
        t('notebook.n'),
        t('notebook.mean'),
        t('measures.col.satisfied'),
        t('notebook.interval'),
      ],
      rows: asked.map((row) => [
        t(`records.visit.score.${row.question}`),
        count(row.n),
        meanRange(row.mean, row.interval, writer),
        share(row.satisfied, writer),
        range(row.satisfiedInterval, writer),
      ]),
    },
  };
};

export const tellRecommendation: Tell<MeasureSections['recommendation']> = (section, writer) => {
  const { t, count, fixed } = writer;
  const score = (value: number) => `${value < 0 ? '−' : ''}${fixed(Math.abs(value), 0)}`;
  return {
    sentence: t('measures.recommend.sentence', {
      score: score(section.score),
      lo: score(section.interval[0]),
      hi: score(section.interval[1]),
      n: count(section.answered),
    }),
    table: {
      head: [t('notebook.group'), t('notebook.n')],
      rows: (['promoters', 'passives', 'detractors'] as const).map((group) => [
        t(`measures.recommend.${group}`),
        count(section[group]),
      ]),
    },
  };
};

export const tellClerks: Tell<MeasureSections['clerks']> = (rows, writer) => {
  const { t, count } = writer;
  if (rows.length === 0) return null;
  return {
    sentence: t('measures.clerks.sentence', { n: rows.length }),
    table: {
      head: [
        t('measures.col.clerk'),
        t('measures.col.asked'),
        t('measures.col.answered'),
        t('notebook.mean'),
        t('measures.col.promises'),
        t('measures.col.kept'),
        t('notebook.interval'),
        t('measures.col.responsible'),
        t('measures.col.borne'),
      ],
      rows: rows.map((row) => [
        row.clerk === '' ? t('measures.clerk.unknown') : row.clerk,
        count(row.asked),
        count(row.answered),
        meanRange(row.mean, row.interval, writer),
        count(row.promises),
        share(row.keptRate, writer),
        range(row.keptInterval, writer),
        count(row.responsible),
        count(row.borne),
      ]),
    },
  };
};

export const tellReferrals: Tell<MeasureSections['referrals']> = (section, writer) => {
  const { t, count } = writer;
  const owed = section.rewardsOwed.referrer + section.rewardsOwed.brought;
  return {
    sentence: joined(
      writer,
      t('measures.referrals.sentence', {
        referrers: count(section.referrers),
        named: count(section.named),
        bought: count(section.bought),
        rate: share(section.rate, writer),
        range: range(section.interval, writer),
      }),
      owed > 0 && t('measures.referrals.owed', { n: owed }),
      t('notebook.noCause'),
    ),
    table: {
      head: [
        t('notebook.group'),
        t('notebook.buyers'),
        t('notebook.cameBack'),
        t('notebook.rate'),
        t('notebook.interval'),
      ],
      rows: section.repeat.map((row) => [
        t(`measures.referrals.${row.group}`),
        count(row.buyers),
        count(row.repeatBuyers),
        share(row.rate, writer),
        range(row.interval, writer),
      ]),
    },
  };
};

export const tellRecords: Tell<MeasureSections['records']> = (rows, writer) => {
  const { t, count } = writer;
  const told = rows.filter((row) => row.total > 0);
  if (told.length === 0) return null;
  const all = told.reduce((sum, row) => sum + row.total, 0);
  return {
    sentence: t('measures.records.sentence', { n: count(all), nouns: told.length }),
    table: {
      head: [t('notebook.item'), t('notebook.n'), t('measures.col.inPeriod')],
      rows: told.map((row) => [
        t(`records.table.${row.noun}`),
        count(row.total),
        row.inPeriod === null ? NONE : count(row.inPeriod),
      ]),
    },
  };
};

export const tellWishes: Tell<MeasureSections['wishes']> = (rows, writer) => {
  const { t, count } = writer;
  const top = rows[0];
  if (top === undefined) return null;
  return {
    sentence: t('measures.wishes.sentence', { what: top.what, buyers: count(top.buyers) }),
    table: {
      head: [
        t('measures.col.wish'),
        t('measures.col.times'),
        t('notebook.buyers'),
        t('measures.col.answeredWishes'),
      ],
      rows: rows.map((row) => [row.what, count(row.wishes), count(row.buyers), count(row.answered)]),
    },
  };
};
