import { addDays, type Day } from '@shared/calendar/day';
import { lunarOf, nextLunar, solarOf } from '@shared/calendar/lunar';
import { findFeast } from '@shared/calendar/phrases/feasts';
import { Lunar, LunarYear, Solar } from 'lunar-typescript';
import { describe, expect, test } from 'vitest';

const newYear = (year: number): Day => Lunar.fromYmd(year, 1, 1).getSolar().toYmd();

describe('the next time a lunar date comes round', () => {
  test('new year of every year of the table is the day after the eve, by another library', () => {
    for (let year = 1902; year < 2100; year++) {
      const eve = nextLunar(12, 30, newYear(year - 1));
      expect(eve && addDays(eve, 1)).toBe(newYear(year));
    }
  });

  // Tables that are copied around are wrong in these two years.
  test.each([1996, 2060])('every day of %i, by another library', (year) => {
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      const [y, m, d] = day.split('-').map(Number) as [number, number, number];
      const other = Solar.fromYmd(y, m, d).getLunar();
      expect(lunarOf(day)).toEqual({
        year: other.getYear(),
        month: Math.abs(other.getMonth()),
        day: other.getDay(),
        leap: other.getMonth() < 0,
      });
    }
  });

  test('today counts, yesterday is a year off', () => {
    expect(nextLunar(8, 15, '2026-09-25')).toBe('2026-09-25');
    expect(nextLunar(8, 15, '2026-09-26')).toBe('2027-09-15');
  });

  test('a day of a leap month is kept in it where the year has one, else in the ordinary month', () => {
    expect(LunarYear.fromYear(2025).getLeapMonth()).toBe(6);
    expect(nextLunar(6, 1, '2025-01-10', true)).toBe('2025-07-25');
    expect(nextLunar(6, 1, '2025-01-10')).toBe('2025-06-25');
    expect(nextLunar(6, 1, '2026-01-10', true)).toBe(solarOf({ year: 2026, month: 6, day: 1, leap: false }));
  });

  test('what is no lunar date has no next time', () => {
    expect(nextLunar(13, 1, '2026-11-22')).toBeNull();
    expect(nextLunar(1, 31, '2026-11-22')).toBeNull();
    expect(nextLunar(1, 1, '2101-11-22')).toBeNull();
  });
});

test.each(['清明', '冬至'])('%s of 2001–2098, by another library', (name) => {
  for (let year = 2001; year < 2099; year++) {
    const jieqi = Lunar.fromDate(new Date(year, 5, 15)).getJieQiTable();
    const solar = name === '冬至' ? jieqi.DONG_ZHI : jieqi[name];
    expect(findFeast(name, `${year}-01-01`)?.day).toBe(solar?.toYmd());
  }
});
