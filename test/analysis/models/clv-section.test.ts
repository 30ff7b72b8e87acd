import type { SummaryFrame } from '@analysis/frame/orders';
import { clvSection } from '@analysis/models/clv-section';
import { answer, type Elsewhere } from '@analysis/models/elsewhere';
import type { ReviewOptions } from '@analysis/options';
import { translator } from '@shared/i18n/index';
import { describe, expect, test } from 'vitest';
import { hasOnlineRetail, onlineRetail } from '../measures/online-retail';
import { cdnowCalibration, cdnowPurchases, frameOf } from './cdnow';

const options: ReviewOptions = {
  lang: 'en',
  asOf: null,
  from: null,
  to: null,
  unit: 'week',
  calibrateUntil: null,
  horizonWeeks: 39,
  models: ['bgnbd', 'mbgnbd', 'pnbd', 'gg'],
  net: false,
  today: '2026-11-22',
  seed: 1,
};
const cdnow = frameOf(cdnowPurchases());
const t = translator('en');

/** Every number in a JSON value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('a named calibration day', async () => {
  const { section, reason } = await clvSection(
    cdnow,
    null,
    { ...options, calibrateUntil: '1997-09-30' },
    '1998-06-30',
  );

  test('fits up to it and tests on the rest', () => {
    expect(reason).toBeNull();
    expect(section!.calibrateUntil).toBe('1997-09-30');
    expect(section!.buyers).toBe(2357);
    expect(section!.models.bgnbd!.params.alpha).toBeCloseTo(4.4136, 3);
    expect(Object.keys(section!.models.pnbd!.params)).toEqual(['r', 'alpha', 's', 'beta']);
    expect(section!.models.gg!.params.gamma).toBeCloseTo(15.4435, 3);
    expect(section!.backtest).toMatchObject({ weeks: 39, actual: 1882, verdict: t('clv.verdict.better') });
    expect(section!.backtest!.coverage!.nominal).toBe(0.95);
    expect(section!.chosen).toBe('pnbd');
    expect(section!.why).toContain('Pareto/NBD');
  });

  test('behind the data it cuts nothing off, and that is said', async () => {
    const late = { ...options, models: ['bgnbd'], calibrateUntil: '1999-01-01' } as const;
    const told = (await clvSection(cdnow, null, late, '1998-06-30')).section!;
    expect(told.calibrateUntil).toBe('1998-06-30');
    expect(told.why).toContain('1999-01-01');
  });

  test('lists the twenty most valuable buyers, with intervals', () => {
    const { top } = section!.customers;
    expect(top.length).toBe(20);
    const values = top.map((row) => row.clv!);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    for (const row of top) {
      expect(row.pAlive).toBeLessThanOrEqual(1);
      expect(row.interval![0]).toBeLessThanOrEqual(row.clv!);
      expect(row.interval![1]).toBeGreaterThanOrEqual(row.clv!);
    }
    expect(section!.total!.horizonWeeks).toBe(39);
    expect(section!.total!.interval[0]).toBeLessThan(section!.total!.value);
    expect(section!.total!.interval[1]).toBeGreaterThan(section!.total!.value);
  });

  test('holds no number that JSON cannot hold', () => {
    expect(numbersIn(section).every(Number.isFinite)).toBe(true);
  });
});

test('without a calibration day all data are fitted and the last third is tested', async () => {
  const { section } = await clvSection(cdnow, null, { ...options, models: ['bgnbd'] }, '1998-06-30');
  expect(section!.calibrateUntil).toBe('1998-06-30');
  expect(section!.backtest!.weeks).toBe(26);
  expect(section!.backtest!.actual).toBeGreaterThan(0);
});

test('a horizon beyond the data widens the range and says so', async () => {
  const at = { ...options, calibrateUntil: '1997-09-30', models: ['bgnbd', 'gg'] as const };
  const near = (await clvSection(cdnow, null, at, '1998-06-30')).section!;
  const far = (await clvSection(cdnow, null, { ...at, horizonWeeks: 104 }, '1998-06-30')).section!;
  const width = ({ total }: typeof near) => (total!.interval[1] - total!.interval[0]) / total!.value;
  expect(width(far)).toBeGreaterThan(1.5 * width(near));
  expect(near.why).toBe(t('clv.why.only', { model: 'BG/NBD' }));
  expect(far.why).toContain(t('clv.why.horizon', { horizon: 104, weeks: 39 }));
});

describe('too little data', () => {
  const buyers = (repeat: number) =>
    frameOf(
      Array.from({ length: 60 }, (_, i) => [
        { buyer: `b${i}`, day: '2026-01-10', amount: 20 },
        ...(i < repeat ? [{ buyer: `b${i}`, day: '2026-04-10', amount: 30 }] : []),
      ]).flat(),
    );

  test.each([0, 3, 29])('%s repeat buyers: no estimate, and why', async (have) => {
    const { section, reason } = await clvSection(buyers(have), null, options, '2026-06-30');
    expect(section).toBeNull();
    expect(reason).toBe(t('clv.reason.few', { need: 30, have }));
  });

  test('30 repeat buyers: an estimate', async () => {
    const { section } = await clvSection(buyers(30), null, options, '2026-06-30');
    expect(section!.buyers).toBe(60);
    expect(numbersIn(section).every(Number.isFinite)).toBe(true);
  });

  test('no orders', async () => {
    const { section, reason } = await clvSection(frameOf([]), null, options, '2026-06-30');
    expect([section, reason]).toEqual([null, t('clv.reason.none')]);
  });
});

describe('ready summaries', () => {
  const { x, tx, T, spend, buyers } = cdnowCalibration();
  const frame: SummaryFrame = { count: x.length, x, tx, T, spend, buyer: buyers };

  test('are fitted as they are, without a backtest', async () => {
    const { section } = await clvSection(frameOf([]), frame, options, '1997-09-30');
    expect(section!.models.bgnbd!.logLikelihood).toBeCloseTo(-9582.4292, 3);
    expect(section!.backtest).toBeNull();
    expect(section!.chosen).toBe('mbgnbd');
    expect(section!.why).toContain(t('clv.why.likelihood', { model: 'MBG/NBD' }));
  });

  test('rows that are no history are left out; without amounts there is no value in money', async () => {
    const broken = { ...frame, x: x.map((n, i) => (i < 10 ? -1 : n)), spend: spend.map(() => Number.NaN) };
    const { section } = await clvSection(frameOf([]), broken, options, '1997-09-30');
    expect(section!.buyers).toBe(2347);
    expect(section!.total).toBeNull();
    expect(section!.models.gg).toBeUndefined();
    expect(section!.customers.top[0]!.clv).toBeNull();
    expect(section!.customers.top[0]!.expected).toBeGreaterThan(1);
    expect(section!.why).toContain(t('clv.why.noMoney'));
  });
});

test('only the spend model asked for: no counts are predicted', async () => {
  const { section } = await clvSection(cdnow, null, { ...options, models: ['gg'] }, '1998-06-30');
  expect(section!.chosen).toBeNull();
  expect(section!.models.gg!.converged).toBe(true);
  expect(section!.total).toBeNull();
});

test('cancelled: nothing, and no reason', async () => {
  const stopped = AbortSignal.abort();
  const outcome = await clvSection(cdnow, null, options, '1998-06-30', { report: () => {}, signal: stopped });
  expect(outcome).toEqual({ section: null, reason: null });
});

describe.skipIf(!hasOnlineRetail)('UCI Online Retail (skipped where it is not at hand)', () => {
  test('to 2011-08-31 the optimum is on the boundary: fitted, labelled, predicting', async () => {
    const at = { ...options, calibrateUntil: '2011-08-31' };
    const { section } = await clvSection(onlineRetail(), null, at, '2011-12-09');
    const { bgnbd } = section!.models;
    expect(bgnbd!.boundary).toBe('no-churn');
    expect(bgnbd!.converged).toBe(true);
    expect(bgnbd!.params.r).toBeCloseTo(0.72264, 4);
    expect(bgnbd!.params.alpha).toBeCloseTo(9.4245, 3);
    expect(bgnbd!.logLikelihood).toBeCloseTo(-21755.348, 3);
    expect(bgnbd!.note).toBe(t('clv.note.noChurn'));
    expect(section!.backtest!.verdict).toContain(t('clv.verdict.worse'));
    expect(section!.why).toContain(t('clv.why.tie', { model: 'BG/NBD', weeks: 14 }));
    expect(numbersIn(section).every(Number.isFinite)).toBe(true);
  });

  test('over the full period the optimum is next to it, and that is said', async () => {
    const at = { ...options, models: ['bgnbd', 'gg'] as const };
    const { section } = await clvSection(onlineRetail(), null, at, '2011-12-09');
    const { bgnbd, gg } = section!.models;
    expect(bgnbd!.params.r).toBeCloseTo(0.82654, 4);
    expect(bgnbd!.params.alpha).toBeCloseTo(9.8436, 3);
    expect(bgnbd!.logLikelihood).toBeCloseTo(-37645.5376, 3);
    expect(bgnbd!.note).toBe(t('clv.note.littleChurn'));
    expect(gg!.params.p).toBeCloseTo(2.1034, 3);
    expect(gg!.params.gamma).toBeCloseTo(485.888, 1);
  });
});

describe('with another thread', () => {
  const at: ReviewOptions = { ...options, models: ['pnbd', 'bgnbd', 'gg'], horizonWeeks: 13 };
  const numbers = async (elsewhere?: Elsewhere) => {
    const { section, values } = await clvSection(cdnow, null, at, '1998-06-30', undefined, elsewhere);
    return { section, value: values!.value };
  };
  const alone = numbers();

  /** A thread that begins at once, later, or never and fails. */
  const thread = (asked: string[], begins: boolean, fails = false): Elsewhere => ({
    lend: ({ work, task }) => {
      asked.push(work);
      const found = fails ? null : answer(work, structuredClone(task) as never);
      return { answer: Promise.resolve(found), takeBack: () => !begins };
    },
  });

  test('the numbers are the same', async () => {
    const asked: string[] = [];
    expect(await numbers(thread(asked, true))).toEqual(await alone);
    expect(asked).toEqual(['fit', 'fit', 'covered', 'ranges']);
  });

  test.each([
    ['has not begun when they are wanted', false, false],
    ['fails', true, true],
  ])('they are made here where that one %s', async (_, begins, fails) => {
    expect(await numbers(thread([], begins, fails))).toEqual(await alone);
  });

  test('what buyers are worth is told while the intervals are still being worked out', async () => {
    let ended = false;
    const told: (readonly [number, boolean])[] = [];
    const { values } = await clvSection(cdnow, null, at, '1998-06-30', undefined, null, ({ value }) => {
      told.push([value.reduce((sum, one) => sum + one, 0), ended]);
    }).finally(() => {
      ended = true;
    });
    expect(told).toEqual([[values!.value.reduce((sum, one) => sum + one, 0), false]]);
  });

  test('it fits the last model while the first is still wanted', async () => {
    const fits: string[] = [];
    const { lend } = thread([], false);
    const watched: Elsewhere = {
      lend: (question, signal) => {
        if (question.work === 'fit') fits.push(question.task.name);
        return lend(question, signal);
      },
    };
    await numbers(watched);
    expect(fits).toEqual([...at.models].reverse().filter((name) => name !== 'gg'));
  });
});

describe('single buyers beside the review', () => {
  const { x, tx, T, spend, buyers } = cdnowCalibration();
  const frame: SummaryFrame = { count: x.length, x, tx, T, spend, buyer: buyers };
  const few = { ...options, models: ['bgnbd', 'gg'] as const };

  test('who came again has a value, within its interval, those worth most first; the best are those of the review', async () => {
    const { section, values } = await clvSection(frameOf([]), frame, few, '1997-09-30');
    const found = (await values!.estimates())!;
    expect(found.length).toBe(x.filter((n) => n > 0).length);
    // Who has most likely left is worth little on average and nothing in nearly every case.
    const here = found.filter(({ pAlive }) => pAlive > 0.5);
    expect(here.length).toBeGreaterThan(100);
    expect(here.every(({ value, interval: [low, high] }) => low <= value && value <= high)).toBe(true);
    const first = section!.customers.top[0]!;
    expect(found[0]!.buyer).toBe(first.buyer);
    expect(found[0]!.value).toBeCloseTo(first.clv!, 1);
    expect(found[0]!.interval[1]).toBeCloseTo(first.interval![1], 1);
  });

  test('nothing is estimated of anybody under 30 repeat buyers, or once it was stopped', async () => {
    const none = { ...frame, x: x.map((n, i) => (i < 29 ? n : 0)) };
    expect((await clvSection(frameOf([]), none, few, '1997-09-30')).values).toBeUndefined();
    const stop = new AbortController();
    const progress = { report: () => {}, signal: stop.signal };
    const { values } = await clvSection(frameOf([]), frame, few, '1997-09-30', progress);
    stop.abort();
    expect(await values!.estimates()).toBeNull();
  });
});
