import { addDays, dayOf, daysBetween } from '@shared/calendar/day';
import { standing } from '@shared/records/promise';
import { nextStamp } from '@shared/records/stamp';
import { describe, expect, it } from 'vitest';
import { promiseOf } from '../../extension/book/desk';

// Tries F-36, F-37, F-38 of test/faults.md.

/** Every zone the computer knows, and every hour in which any of them changes its clocks in 2026. */
const ZONES = Intl.supportedValuesOf('timeZone');
const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

/** Hours between which a zone's distance from UTC changes. */
function jumps(zone: string): readonly number[] {
  const write = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number) => write.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  const found: number[] = [];
  // Day by day first, then hour by hour where it differs.
  for (let day = 0; day < 365; day++) {
    const from = START + day * 24 * HOUR;
    if (offset(from) === offset(from + 24 * HOUR)) continue;
    for (let hour = 0; hour < 24; hour++) {
      const at = from + hour * HOUR;
      if (offset(at) !== offset(at + HOUR)) found.push(at);
    }
  }
  return found;
}

describe('over every change of the clocks of 2026, in every zone', () => {
  it('days follow one another without a gap, and none comes twice', () => {
    let checked = 0;
    for (const zone of ZONES) {
      for (const at of jumps(zone)) {
        checked += 1;
        let before = dayOf(at - 36 * HOUR, zone);
        for (let hour = -35; hour <= 36; hour++) {
          const day = dayOf(at + hour * HOUR, zone);
          const step = daysBetween(before, day);
          expect(step === 0 || step === 1, `${zone}, hour ${hour}: ${before} → ${day}`).toBe(true);
          before = day;
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
  }, 30_000);

  it('“by that day” is late the day after and not an hour earlier, wherever the seller has travelled', () => {
    const due = '2026-11-27';
    const promise = {
      ...promiseOf({ due: { on: 'day', day: due } }),
      state: 'open',
    } as unknown as Parameters<typeof standing>[0];
    for (const zone of ZONES) {
      for (let hour = -48; hour <= 48; hour += 6) {
        const today = dayOf(Date.UTC(2026, 10, 27, 12) + hour * HOUR, zone);
        const late = standing(promise, today) === 'late';
        expect(late, `${zone} ${today}`).toBe(today > due);
      }
      expect(standing(promise, addDays(due, 1))).toBe('late');
    }
  });

  it('what is written later is later, whatever the clock does', () => {
    let stamp: string | null = null;
    const clocks = [0, 36_500, -36_500, 3650, -1, 0, 365, -365].map((days) => START + days * 24 * HOUR);
    for (const now of clocks) {
      const next: string = nextStamp(stamp, now, 'owner');
      if (stamp !== null) expect(next > stamp).toBe(true);
      stamp = next;
    }
  });
});
