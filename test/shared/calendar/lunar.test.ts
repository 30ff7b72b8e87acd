import { addDays, type Day } from '@shared/calendar/day';
import { lunarOf, solarOf } from '@shared/calendar/lunar';
import { Lunar, LunarYear, Solar } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';

/** Another library, by other tables: what both say is right. */
function oracle(year: number, month: number, day: number): Day {
  return Lunar.fromYmd(year, month, day).getSolar().toYmd();
}

describe('lunar dates, checked against another library', () => {
  it('the first and the last day of every month of 1901–2099, leap months too', () => {
    const different: string[] = [];
    for (let year = 1901; year < 2100; year++) {
      for (const one of LunarYear.fromYear(year).getMonthsInYear()) {
        const [number, days] = [one.getMonth(), one.getDayCount()];
        for (const day of [1, days]) {
          const got = solarOf({ year, month: Math.abs(number), day, leap: number < 0 });
          if (got !== oracle(year, number, day)) different.push(`${year}/${number}/${day}: ${got}`);
        }
        expect(solarOf({ year, month: Math.abs(number), day: days + 1, leap: number < 0 })).toBeNull();
      }
    }
    expect(different).toEqual([]);
  });

  it('there and back for every day of eight years', () => {
    for (let day = '2020-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
      const lunar = lunarOf(day);
      expect(lunar && solarOf(lunar)).toBe(day);
      const [year, month, date] = day.split('-').map(Number) as [number, number, number];
      const other = Solar.fromYmd(year, month, date).getLunar();
      expect(lunar).toEqual({
        year: other.getYear(),
        month: Math.abs(other.getMonth()),
        leap: other.getMonth() < 0,
        day: other.getDay(),
      });
    }
  });
});

describe('what the lunar calendar does not have', () => {
  it('a leap month in a year without it', () =>
    expect(solarOf({ year: 2026, month: 6, day: 1, leap: true })).toBeNull());
  it('years nobody has worked out', () => {
    expect(solarOf({ year: 1899, month: 1, day: 1, leap: false })).toBeNull();
    expect(solarOf({ year: 2101, month: 1, day: 1, leap: false })).toBeNull();
  });
});
