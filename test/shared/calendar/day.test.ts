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

describe('the day of an instant', () => {
  // Newfoundland put its clocks back at 00:01 until 2011: within one quarter of an hour the day goes back, too.
  const ZONES = [
    'Asia/Shanghai',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Africa/Monrovia',
    'Pacific/Apia',
    'UTC',
  ];
  const anyInstant = fc.integer({ min: Date.UTC(1965, 0, 1), max: Date.UTC(2040, 0, 1) });

  test('asked once or often, is what the calendar of the zone says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        anyInstant,
        fc.integer({ min: 0, max: 900_000 }),
        (zone, at, later) => {
          const asked = (instant: number) =>
            new Date(instant).toLocaleDateString('en-CA', { timeZone: zone, dateStyle: 'short' });
          return [at, at + later, at].every((instant) => dayOf(instant, zone) === asked(instant));
        },
      ),
    );
  });

  test('goes back within the quarter of an hour in which the clocks did', () => {
    const midnight = Date.UTC(2010, 10, 7, 2, 30);
    const days = [-1, 0, 60_000, 30 * 60_000, 61 * 60_000].map((ms) =>
      dayOf(midnight + ms, 'America/St_Johns'),
    );
    expect(days).toEqual(['2010-11-06', '2010-11-07', '2010-11-06', '2010-11-06', '2010-11-07']);
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
