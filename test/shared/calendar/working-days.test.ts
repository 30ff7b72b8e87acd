import { loadWorkingDays, workingDaysAfter, workingDaysOn } from '@shared/calendar/working-days';
import { describe, expect, it } from 'vitest';

const calendar = await loadWorkingDays();

describe('working days of mainland China', () => {
  it('a Friday’s next working day is Monday', () => {
    expect(workingDaysAfter('2026-11-20', 1, calendar)).toEqual({ day: '2026-11-23', known: true });
  });

  it('jumps the national holidays and stops at a Saturday worked in their stead', () => {
    expect(workingDaysAfter('2026-09-30', 1, calendar).day).toBe('2026-10-08');
    expect(workingDaysAfter('2026-10-09', 1, calendar).day).toBe('2026-10-10');
  });

  it('begun on a day off, the first working day after it counts', () => {
    expect(workingDaysOn('2026-11-21', 1, calendar)).toEqual({ days: 2, known: true });
  });

  it('a year whose holidays are not published says so, and counts Monday to Friday', () => {
    expect(calendar.knows(2027)).toBe(false);
    expect(workingDaysAfter('2026-12-31', 1, calendar)).toEqual({ day: '2027-01-01', known: false });
    expect(workingDaysAfter('2027-01-01', 2, calendar)).toEqual({ day: '2027-01-05', known: false });
  });

  it('is not shifted by the zone of the computer', () => {
    const zone = process.env.TZ;
    try {
      for (const away of ['America/New_York', 'Pacific/Kiritimati']) {
        process.env.TZ = away;
        expect(['2026-10-07', '2026-10-10', '2026-11-22', '2026-11-23'].map(calendar.isWorking)).toEqual([
          false,
          true,
          false,
          true,
        ]);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
