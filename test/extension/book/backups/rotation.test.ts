import { daysBehind, readMark } from '@extension/book/backups/mark';
import { backupName, readBackupName, seatTag, superfluous } from '@extension/book/backups/rotation';
import { addDays } from '@shared/calendar/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const backup = (number: number, day: string) => readBackupName(backupName('owner', number, day))!;

/** A backup a day, and what is left of them after each. */
function days(count: number, from = '2025-01-01') {
  let kept: ReturnType<typeof backup>[] = [];
  for (let n = 1; n <= count; n++) {
    kept = [...kept, backup(n, addDays(from, n - 1))];
    const gone = new Set(superfluous(kept));
    kept = kept.filter((one) => !gone.has(one));
  }
  return kept;
}

// Tries F-17, F-36 of test/faults.md.

describe('which backups are kept', () => {
  it('after two years of days: the last seven, and weeks and months before them', () => {
    const kept = days(730).toSorted((a, b) => b.number - a.number);
    expect(kept.slice(0, 7).map(({ number }) => number)).toEqual([730, 729, 728, 727, 726, 725, 724]);
    expect(kept.length).toBeGreaterThanOrEqual(18);
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
    // Going back a year, there is never more than a month without one.
    const numbers = kept.map(({ number }) => number);
    for (const [index, number] of numbers.slice(0, 18).entries()) {
      if (index > 0) expect(numbers[index - 1]! - number).toBeLessThanOrEqual(31);
    }
  });

  it('whatever the clock says, the newest by number is never taken away (F-17)', () => {
    const anyDay = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays('2026-11-22', days));
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 60 }), (list) => {
        const kept = list.map((day, index) => backup(index + 1, day));
        const gone = superfluous(kept);
        expect(gone).not.toContain(kept.at(-1));
        expect(kept.length - gone.length).toBeLessThanOrEqual(23);
        expect(kept.length - gone.length).toBeGreaterThanOrEqual(Math.min(1, kept.length));
      }),
    );
  });

  it('files of other programs and other computers are nobody’s business here', () => {
    for (const name of [
      'zhanggui.json',
      'zhanggui-owner-12-2026-11-22.json',
      'zhanggui-owner-000012-2026-13-40.json',
      'zhanggui-owner-000012-2026-11-22 (1).json',
    ]) {
      expect(readBackupName(name)).toBe(null);
    }
    expect(seatTag('seat-0k3f9a2bc77d')).toBe('2bc77d');
    expect(seatTag('柜台')).toBe('owner');
  });
});

describe('an old backup', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const day = 86_400_000;
  const none = async () =>
    readMark({ get: async () => ({}), set: async () => undefined, remove: async () => undefined });
  const last = { at: now - 3 * day, epoch: 1, seq: 10, rows: 5, name: 'x' };

  it('is told of after two days where they are made by themselves, after a week where they are not', async () => {
    const mark = await none();
    expect(daysBehind({ ...mark, last, place: 'folder' }, { epoch: 1, seq: 11 }, now)).toBe(3);
    expect(daysBehind({ ...mark, last }, { epoch: 1, seq: 11 }, now)).toBe(null);
    expect(daysBehind({ ...mark, last }, { epoch: 1, seq: 11 }, now + 5 * day)).toBe(8);
    expect(daysBehind({ ...mark, since: now - 8 * day }, { epoch: 1, seq: 11 }, now)).toBe(8);
  });

  it('is none while nothing was written since, nor for a clock that was set back', async () => {
    const mark = { ...(await none()), place: 'folder' as const, last };
    expect(daysBehind(mark, { epoch: 1, seq: 10 }, now + 900 * day)).toBe(null);
    expect(daysBehind(mark, { epoch: 1, seq: 11 }, now - 365 * day)).toBe(null);
    // Another book was put in place: it is not in the backup.
    expect(daysBehind(mark, { epoch: 2, seq: 10 }, now)).toBe(3);
  });
});
