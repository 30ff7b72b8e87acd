import { makeWriter } from '@analysis/notebook/text/writer';
import { expect, test } from 'vitest';

test('intervals of money are rounded to what the eye can use', () => {
  expect(makeWriter('en', 'USD').moneyRange([1512.4, 78_330.8])).toBe('$1,500–78,000');
  expect(makeWriter('en', 'USD').moneyRange([3.2, 99.6])).toBe('$3.20–100');
});

test('a Chinese period is written out, across the year with both years', () => {
  const { period } = makeWriter('zh-CN', null);
  expect(period('2026-11-15', '2026-11-21')).toBe('2026年11月15日–11月21日');
  expect(period('2026-12-28', '2027-01-03')).toBe('2026年12月28日–2027年1月3日');
});

test('small shares keep one decimal, whole ones none', () => {
  const { percent, percentRange } = makeWriter('en', null);
  expect([percent(0.034), percent(0.34), percent(0)]).toEqual(['3.4%', '34%', '0%']);
  expect(percentRange([0.012, 0.034])).toBe('1.2–3.4%');
});

test('money without a known currency is a plain number', () => {
  expect(makeWriter('en', null).money(1234.5)).toBe('1,234.50');
});
