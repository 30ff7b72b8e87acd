import { pastDay } from '@shared/calendar/past';
import { describe, expect, test } from 'vitest';

const TODAY = '2026-11-22'; // a Sunday

describe('the end of a time in the past, in plain words', () => {
  test.each([
    ['2026-03-05 说的', '2026-03-05'],
    ['3月5号', '2026-03-05'],
    ['12月5日', '2025-12-05'],
    ['去年3月5号', '2025-03-05'],
    ['3月份', '2026-03-31'],
    ['去年三月', '2025-03-31'],
    ['11月', '2026-11-22'],
    ['去年双十一', '2025-11-11'],
    ['双十一', '2026-11-11'],
    ['国庆的时候', '2026-10-07'],
    ['上个月', '2026-10-31'],
    ['上周', '2026-11-15'],
    ['昨天晚上', '2026-11-21'],
    ['去年', '2025-12-31'],
    ['前年', '2024-12-31'],
    ['3个月前', '2026-08-22'],
    ['十天前', '2026-11-12'],
    ['last month', '2026-10-31'],
    ['last year', '2025-12-31'],
    ['yesterday', '2026-11-21'],
    ['2 months ago', '2026-09-22'],
    ['on 5 March', '2026-03-05'],
    ['Dec 5', '2025-12-05'],
    ['in March', '2026-03-31'],
  ])('%s', (text, day) => {
    expect(pastDay(text, TODAY)).toBe(day);
  });

  test.each(['', 'you said 20 off', '说好减二十的', '2026-12-24'])('%s names no time in the past', (text) => {
    expect(pastDay(text, TODAY)).toBeNull();
  });
});
