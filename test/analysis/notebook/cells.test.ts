import { DEFAULT_SETTINGS, missingNeed, SECTIONS } from '@analysis/notebook/cell';
import { cells } from '@analysis/notebook/cells';
import type { Review } from '@analysis/review';
import { describe, expect, test } from 'vitest';
import { review } from './sample';

const compute = (name: string, from: Review = review) =>
  cells.find((cell) => cell.name === name)?.compute(from, DEFAULT_SETTINGS);

describe.each(cells.map((cell) => [cell.name, cell] as const))('cell %s', (_, cell) => {
  test('gives the plain JSON kept beside this test', async () => {
    const result = cell.compute(review, DEFAULT_SETTINGS);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(
      `../../fixtures/review/cells/${cell.name}.json`,
    );
  });

  test('says which part is missing and computes nothing without it', () => {
    for (const need of cell.needs) {
      const without = { ...review, [need]: null };
      expect(missingNeed(cell, without)).toBe(need);
      expect(cell.compute(without, DEFAULT_SETTINGS)).toBeNull();
    }
  });
});

test('every section of the letter has a cell, every name is used once', () => {
  expect(SECTIONS.filter((name) => !cells.some((cell) => cell.section === name))).toEqual([]);
  expect(new Set(cells.map((cell) => cell.name)).size).toBe(cells.length);
});

test('promises: what came due is kept + kept late + broken + late, the rest is not in the rate', () => {
  expect(compute('promises')).toMatchObject({
    due: 110,
    rows: [{ kind: null, onTime: 93, notOnTime: 17, rest: 8 }, ...new Array(7).fill(expect.anything())],
  });
});

test('repeat: the title speaks of the longest window that half of the buyers have behind them', () => {
  // 184 of 323 buyers have 180 days behind them, only 44 have 365.
  expect(compute('repeat')).toMatchObject({ told: 180 });
});

test('cohorts: the first month of the data and unfinished months stay out of the mean', () => {
  const own = review.cohorts ?? [];
  const settled = own.filter((row, index) => index > 0 && row.unfinished[1] === false);
  const size = settled.reduce((sum, row) => sum + row.size, 0);
  const active = settled.reduce((sum, row) => sum + (row.active[1] ?? 0), 0);
  expect(compute('cohorts')).toMatchObject({ nextMonth: { buyers: size, active, share: active / size } });
  expect(settled.length).toBe(own.length - 3);
});

test('satisfaction: the week that holds a weekday asOf is unfinished, a week ended on Sunday is not', () => {
  const last = (from: Review) =>
    (compute('satisfaction', from) as { weeks: { unfinished: boolean }[] }).weeks.at(-1)?.unfinished;
  expect(last({ ...review, asOf: '2026-11-21' })).toBe(true);
  expect(last({ ...review, asOf: '2026-11-22' })).toBe(false);
});

test('satisfaction: a week of two answers, or of equal ones, has no range', () => {
  const own = review.satisfaction;
  if (own === null) throw new Error('The sample has satisfaction.');
  const byWeek = [
    { week: '2026-W40', n: 2, mean: 4.5, lo: 1, hi: 5 },
    { week: '2026-W41', n: 3, mean: 5, lo: 5, hi: 5 },
    { week: '2026-W42', n: 9, mean: 4.1, lo: 3.6, hi: 4.6 },
  ];
  expect(compute('satisfaction', { ...review, satisfaction: { ...own, byWeek } })).toMatchObject({
    weeks: [
      { lo: null, hi: null },
      { lo: null, hi: null },
      { lo: 3.6, hi: 4.6 },
    ],
  });
});

test('history stands only where nothing is estimated', () => {
  const row = { buyer: 'a', name: '王**', orders: 2, spent: 120, last: '2026-11-02' };
  expect(compute('history', { ...review, history: [row] })).toBeNull();
  expect(compute('history', { ...review, clv: null, history: [row] })).toEqual({ rows: [row] });
});

test('gifts: a difference is said only when the intervals leave each other free', () => {
  expect(compute('gifts')).toMatchObject({ apart: false });
  const gifts = review.gifts;
  if (gifts === null) throw new Error('The sample has gifts.');
  const returned = gifts.returned.map((row) =>
    row.group === 'gift'
      ? { ...row, interval: [0.5, 0.7] as const }
      : { ...row, interval: [0.1, 0.2] as const },
  );
  expect(compute('gifts', { ...review, gifts: { ...gifts, returned } })).toMatchObject({ apart: true });
});

test('backtest: the error is relative to what came, and absent when nothing came', () => {
  expect(compute('backtest')).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ name: 'nothing', error: -1 })]),
  });
  const clv = review.clv;
  if (!clv?.backtest) throw new Error('The sample has a backtest.');
  const quiet = { ...review, clv: { ...clv, backtest: { ...clv.backtest, actual: 0 } } };
  expect(compute('backtest', quiet)).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ name: 'nothing', error: null })]),
  });
});
