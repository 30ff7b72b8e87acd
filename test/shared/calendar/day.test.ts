import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  weekday,
} from '@shared/calendar/day';
import { isoWeek, mondayOf, mondayOfWeek } from '@shared/calendar/week';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

// Tries F-37, F-38 of test/faults.md.

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayFromNumber);

describe('days are strings', () => {
  test('number and string are two names of one day', () => {
    fc.assert(fc.property(anyDay, (day) => dayFromNumber(dayNumber(day)) === day && isDay(day)));
  });

  test('adding and counting agree', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5000, max: 5000 }),
        (day, n) => daysBetween(day, addDays(day, n)) === n,
      ),
    );
  });

  test('a month later is in the next month, never past its end', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const later = addMonths(day, 1);
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        return isDay(later) && months(later) === months(day) + 1;
      }),
    );
  });

  test('the day of an instant is the wall calendar of the zone, over summer-time gaps too', () => {
    // New York springs forward on 2026-03-08 at 02:00; half past midnight UTC is still the 7th there.
    expect(dayOf(Date.UTC(2026, 2, 8, 4, 30), 'America/New_York')).toBe('2026-03-07');
    expect(dayOf(Date.UTC(2026, 2, 8, 5, 30), 'America/New_York')).toBe('2026-03-08');
    expect(dayOf(Date.UTC(2026, 2, 9, 3, 30), 'America/New_York')).toBe('2026-03-08');
    expect(dayOf(Date.UTC(2026, 10, 22, 15, 59), 'Asia/Shanghai')).toBe('2026-11-22');
  });
});

describe('weeks are ISO weeks', () => {
  test.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2021-01-03', '2020-W53'],
    ['2024-12-30', '2025-W01'],
  ])('%s is in %s', (day, week) => {
    expect(isoWeek(day)).toBe(week);
  });

  test('every day is in the week of its Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOf(day);
        return (
          weekday(monday) === 1 && isoWeek(monday) === isoWeek(day) && mondayOfWeek(isoWeek(day)) === monday
        );
      }),
    );
  });
});
