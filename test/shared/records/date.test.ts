import { addDays } from '@shared/calendar/day';
import { lunarToSolar } from '@shared/calendar/lunar-to-solar';
import { readMonthDay } from '@shared/calendar/month-day';
import {
  comingDate,
  type LunarToSolar,
  monthsAhead,
  nextOccurrence,
  occurrenceIn,
} from '@shared/records/coming-date';
import fc from 'fast-check';
import { Lunar, Solar } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';

const lunar: LunarToSolar = lunarToSolar;
const date = { leap: false, year: null, yearly: true } as const;

describe('the next occurrence', () => {
  it('of a solar date is this year or next, today included', () => {
    const birthday = { ...date, calendar: 'solar', month: 11, day: 22 } as const;
    expect(nextOccurrence(birthday, '2026-11-22', lunar)).toBe('2026-11-22');
    expect(nextOccurrence(birthday, '2026-11-23', lunar)).toBe('2027-11-22');
  });

  it('of 29 February is the 28th in other years', () => {
    const leapling = { ...date, calendar: 'solar', month: 2, day: 29 } as const;
    expect(nextOccurrence(leapling, '2026-03-01', lunar)).toBe('2027-02-28');
    expect(nextOccurrence(leapling, '2027-03-01', lunar)).toBe('2028-02-29');
  });

  it('of a date of a leap month falls into the leap month where the year has it', () => {
    const born = { ...date, calendar: 'lunar', month: 6, day: 1, leap: true } as const;
    expect(nextOccurrence(born, '2025-01-10', lunar)).toBe('2025-07-25');
    // 2026 has no leap sixth month: the ordinary one.
    expect(nextOccurrence(born, '2025-07-26', lunar)).toBe('2026-07-14');
  });

  it('of the last days of a lunar year lies in the next solar one', () => {
    const eve = { ...date, calendar: 'lunar', month: 12, day: 30 } as const;
    expect(nextOccurrence(eve, '2027-01-10', lunar)).toBe('2027-02-05');
  });

  it('of a date that does not come again is over once it has passed', () => {
    const once = { ...date, calendar: 'solar', month: 11, day: 20, yearly: false, year: 2026 } as const;
    expect(nextOccurrence(once, '2026-11-20', lunar)).toBe('2026-11-20');
    expect(nextOccurrence(once, '2026-11-21', lunar)).toBeNull();
  });

  it('of a lunar date is the same lunar day by another library', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 29 }),
        fc.integer({ min: 0, max: 20_000 }),
        (month, day, after) => {
          const from = addDays('1990-01-01', after);
          const found = nextOccurrence({ ...date, calendar: 'lunar', month, day }, from, lunar);
          expect(found !== null && found >= from).toBe(true);
          const [y, m, d] = found!.split('-').map(Number) as [number, number, number];
          const other = Solar.fromYmd(y, m, d).getLunar();
          expect([other.getMonth(), other.getDay()]).toEqual([month, day]);
          // None in between: one lunar year earlier lies before `from`.
          const before = Lunar.fromYmd(other.getYear() - 1, month, day)
            .getSolar()
            .toYmd();
          expect(before < from).toBe(true);
        },
      ),
    );
  });

  it('is always looked for in the months ahead', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('solar' as const, 'lunar' as const),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 20_000 }),
        (calendar, month, day, leap, after) => {
          const from = addDays('1990-01-01', after);
          const found = nextOccurrence({ ...date, calendar, month, day, leap }, from, lunar);
          fc.pre(found !== null && found <= addDays(from, 63));
          expect(monthsAhead(from, 63)).toContain(month);
        },
      ),
    );
  });
});

describe('a date that comes near', () => {
  const mother = {
    ...date,
    calendar: 'solar',
    month: 12,
    day: 4,
    leadDays: 10,
    greetedFor: null,
  } as const;

  it('is due from a few days before the parcel must leave', () => {
    expect(comingDate(mother, '2026-11-20', lunar)?.due).toBe(false);
    expect(comingDate(mother, '2026-11-21', lunar)).toEqual({
      on: '2026-12-04',
      inDays: 13,
      sendBy: '2026-11-24',
      due: true,
    });
  });

  it('that was seen to comes again next year', () => {
    const seen = { ...mother, greetedFor: '2026-12-04' };
    expect(comingDate(seen, '2026-11-21', lunar)?.on).toBe('2027-12-04');
  });

  it('whose lunar year is not known any more is over', () => {
    expect(occurrenceIn({ ...date, calendar: 'lunar', month: 1, day: 1 }, 2105, lunar)).toBeNull();
  });
});

describe('a day of the year as it is typed', () => {
  it.each([
    ['12-4', 12, 4, null, null, false],
    ['１２／４', 12, 4, null, null, false],
    ['1990.8.15', 8, 15, 1990, null, false],
    ['12月4日', 12, 4, null, null, false],
    ['八月十五', 8, 15, null, null, false],
    ['農曆八月十五', 8, 15, null, true, false],
    ['腊月廿三', 12, 23, null, true, false],
    ['正月初一', 1, 1, null, true, false],
    ['冬月三十', 11, 30, null, true, false],
    ['閏六月初一', 6, 1, null, true, true],
    ['公历10月1日', 10, 1, null, false, false],
    ['Dec 4th', 12, 4, null, null, false],
    ['4 December 1990', 12, 4, 1990, null, false],
  ])('%s', (text, month, day, year, lunarSaid, leap) => {
    expect(readMonthDay(text)).toEqual({ month, day, year, lunar: lunarSaid, leap });
  });

  it.each(['', 'soon', '13-1', '2-30', '0-5', '8月', '初三', 'May', '4 Smarch', '农历正月三十一'])(
    'not %s',
    (text) => expect(readMonthDay(text)).toBeNull(),
  );
});
