import { sayCode } from '../../notebook/text/writer';
import type { MeasureSections } from '../sections';
import { joined, NONE, range, share, type Tell } from './told';

const STATES = [
  'keptOnTime',
  'keptLate',
  'late',
  'broken',
  'open',
  'near',
  'renegotiated',
  'released',
  'toBeSent',
] as const;

export const tellPromises: Tell<MeasureSections['promises']> = (section, writer) => {
  const { t, count } = writer;
  if (section.made === 0) return null;
  const due = section.keptOnTime + section.keptLate + section.broken + section.late;
  return {
    sentence: joined(
      writer,
      section.keptRate === null
        ? t('notebook.promises.noneDue', { made: count(section.made) })
        : t('notebook.promises.sentence', {
            kept: count(section.keptOnTime),
            due: count(due),
            rate: share(section.keptRate, writer),
            range: range(section.interval, writer),
          }),
      section.late > 0 && t('notebook.promises.late', { late: count(section.late) }),
    ),
    table: {
      head: [t('notebook.promises.states'), t('notebook.n')],
      rows: STATES.filter((state) => section[state] > 0).map((state) => [
        t(`notebook.promise.${state}`),
        count(section[state]),
      ]),
    },
  };
};

export const tellOutcomes: Tell<MeasureSections['promise-outcomes']> = (section, writer) => {
  const { t, count, fixed, moneyAbout } = writer;
  const { load } = section;
  return {
    sentence: joined(
      writer,
      t('measures.outcomes.load', {
        due: count(load.dueSoon),
        late: count(load.late),
        kept: fixed(load.keptPerDay, 1),
      }),
      load.daysOfWork !== null && t('measures.outcomes.days', { days: fixed(load.daysOfWork, 1) }),
      t('notebook.noCause'),
    ),
    table: {
      head: [
        t('notebook.promises.byOutcome'),
        t('notebook.buyers'),
        t('notebook.cameBack'),
        t('notebook.rate'),
        t('notebook.interval'),
        t('measures.col.clv'),
      ],
      rows: section.byOutcome.map((row) => [
        t(`measures.outcome.${row.outcome}`),
        count(row.buyers),
        count(row.repeatBuyers),
        share(row.rate, writer),
        range(row.interval, writer),
        row.meanClv === null ? NONE : moneyAbout(row.meanClv),
      ]),
    },
  };
};

export const tellGoodwill: Tell<MeasureSections['goodwill']> = (section, writer) => {
  const { t, count, money, moneyAbout } = writer;
  return {
    sentence: joined(
      writer,
      t('notebook.goodwill.sentence', {
        amount: money(section.outstanding),
        count: count(section.outstandingCount),
      }),
      section.expected !== null && t('notebook.goodwill.expected', { amount: moneyAbout(section.expected) }),
    ),
    table: {
      head: [t('notebook.age'), t('notebook.n'), t('notebook.amount')],
      rows: section.aged.map((row) => [
        t('notebook.ageDays', { band: row.band.replace('-', '–') }),
        count(row.count),
        money(row.amount),
      ]),
    },
  };
};

export const tellGifts: Tell<MeasureSections['gifts']> = (section, writer) => {
  const { t, count, money } = writer;
  return {
    sentence: joined(
      writer,
      t('notebook.gifts.sentence', {
        promised: count(section.promised),
        packed: count(section.packed),
        cost: money(section.cost),
      }),
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
      rows: section.returned.map((row) => [
        t(`notebook.giftGroup.${row.group}`),
        count(row.buyers),
        count(row.returned),
        share(row.rate, writer),
        range(row.interval, writer),
      ]),
    },
  };
};

export const tellGiftTest: Tell<MeasureSections['gift-test']> = (section, writer) => {
  const { t, count, percent } = writer;
  const { difference } = section;
  const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value * 100))}`;
  return {
    sentence: joined(
      writer,
      t(`measures.giftTest.${section.verdict}`, { n: count(section.plan.moreBuyers) }),
      difference !== null &&
        t('measures.giftTest.difference', {
          value: points(difference.value),
          lo: points(difference.interval[0]),
          hi: points(difference.interval[1]),
          helps: percent(difference.helps),
        }),
    ),
    table: {
      head: [
        t('measures.col.coin'),
        t('notebook.buyers'),
        t('notebook.cameBack'),
        t('notebook.rate'),
        t('notebook.interval'),
        t('measures.col.waiting'),
      ],
      rows: section.arms.map((arm) => [
        t(`measures.coin.${arm.side}`),
        count(arm.buyers),
        count(arm.returned),
        share(arm.rate, writer),
        range(arm.interval, writer),
        count(arm.waiting),
      ]),
    },
  };
};

export const tellGiftTestPlan: Tell<MeasureSections['gift-test-plan']> = (section, writer) => {
  const { t, count, percent, fixed } = writer;
  const { weeks } = section;
  return {
    sentence: t(weeks === null ? 'measures.giftPlan.never' : 'measures.giftPlan.sentence', {
      points: Math.round(section.effect * 100),
      base: percent(section.base),
      side: count(section.buyersPerSide),
      more: count(section.moreBuyers),
      weeks: weeks === null ? '' : count(weeks),
    }),
    table: {
      head: [t('notebook.item'), t('notebook.n')],
      rows: [
        [t('measures.giftPlan.perSide'), count(section.buyersPerSide)],
        [t('measures.giftPlan.more'), count(section.moreBuyers)],
        [t('measures.giftPlan.perWeek'), fixed(section.perWeek, 1)],
        [t('measures.giftPlan.weeks'), weeks === null ? NONE : count(weeks)],
      ],
    },
  };
};

export const tellDose: Tell<MeasureSections['dose-response']> = (section, writer) => {
  const { t, count } = writer;
  const say = (test: { readonly z: number; readonly p: number } | null) =>
    test === null || test.p >= 0.05 ? 'none' : test.z < 0 ? 'falls' : 'rises';
  return {
    sentence: joined(
      writer,
      t(`measures.dose.none.${say(section.trend.none)}`, { days: section.returnWithin }),
      t(`measures.dose.gift.${say(section.trend.gift)}`),
      t('notebook.noCause'),
    ),
    table: {
      head: [
        t('measures.col.wait'),
        t('measures.col.gift'),
        t('notebook.buyers'),
        t('notebook.cameBack'),
        t('notebook.rate'),
        t('notebook.interval'),
      ],
      rows: section.rows.map((row) => [
        t('notebook.minutes', { range: row.minutes.replace('-', '–') }),
        t(row.gift ? 'measures.yes' : 'measures.no'),
        count(row.buyers),
        count(row.returned),
        share(row.rate, writer),
        range(row.interval, writer),
      ]),
    },
  };
};

export const tellComplaints: Tell<MeasureSections['complaints']> = (section, writer) => {
  const { t, count, money, fixed } = writer;
  return {
    sentence: joined(
      writer,
      t('notebook.complaints.sentence', {
        count: count(section.count),
        closed: count(section.closed),
        cost: money(section.cost),
      }),
      section.per100Orders !== null &&
        t('notebook.complaints.per100', { rate: fixed(section.per100Orders, 1) }),
      section.medianHoursToRemedy !== null &&
        t('notebook.complaints.hours', { hours: fixed(section.medianHoursToRemedy, 0) }),
    ),
    table: {
      head: [t('notebook.causeHead'), t('notebook.n'), t('notebook.cost')],
      rows: section.byCause.map((row) => [
        sayCode(writer, row.cause, 'records.complaint.cause'),
        count(row.count),
        money(row.cost),
      ]),
    },
  };
};

export const tellComplaintCare: Tell<MeasureSections['complaint-care']> = (section, writer) => {
  const { t, count, fixed, money } = writer;
  const { remedy, callBack } = section;
  const hours = section.medianHoursToFirstAnswer;
  return {
    sentence: joined(
      writer,
      hours !== null &&
        (hours < 1
          ? t('measures.care.firstMinutes', { minutes: count(Math.round(hours * 60)) })
          : t('measures.care.first', { hours: fixed(hours, hours < 10 ? 1 : 0) })),
      remedy.due > 0 &&
        t('measures.care.remedy', {
          inTime: count(remedy.inTime),
          due: count(remedy.due),
          rate: share(remedy.rate, writer),
        }),
      callBack.due > 0 &&
        t('measures.care.callBack', {
          inTime: count(callBack.inTime),
          due: count(callBack.due),
          rate: share(callBack.rate, writer),
        }),
      t('measures.care.cost', { cost: money(section.costWithMakeGood) }),
      section.unconfirmed > 0 && t('measures.care.unconfirmed', { n: section.unconfirmed }),
    ),
    table: {
      head: [
        t('measures.col.recovery'),
        t('notebook.buyers'),
        t('measures.col.returnedWithin', { days: section.returnWithin }),
        t('notebook.rate'),
        t('notebook.interval'),
      ],
      rows: section.recovery.map((row) => [
        t(`measures.recovery.${row.outcome}`),
        count(row.buyers),
        count(row.returned),
        share(row.rate, writer),
        range(row.interval, writer),
      ]),
    },
  };
};

export const tellPromotions: Tell<MeasureSections['promotions']> = (section, writer) => {
  const { t, count, percent, money, moneyAbout } = writer;
  if (section.rows.length === 0) return null;
  const { redemption, settled } = section;
  const left = (amount: number | null) => (amount === null ? NONE : moneyAbout(amount));
  return {
    sentence: joined(
      writer,
      t('measures.promotions.sentence', { n: section.rows.length, liability: money(section.liability) }),
      redemption === null
        ? t('measures.promotions.noRate')
        : t('measures.promotions.rate', { rate: percent(redemption), n: count(settled) }),
    ),
    table: {
      head: [
        t('measures.col.promotion'),
        t('measures.col.coupons'),
        t('measures.col.ifAll'),
        t('measures.col.ifUsual'),
        t('measures.col.leftIfAll'),
        t('measures.col.leftIfUsual'),
        t('measures.col.breakEven'),
      ],
      rows: section.rows.map((row) => [
        row.published ? row.title : t('measures.promotions.draft', { title: row.title }),
        count(row.coupons),
        money(row.liability),
        moneyAbout(row.expected),
        left(row.leftIfAll),
        left(row.leftExpected),
        percent(row.breakEvenMargin),
      ]),
    },
  };
};
