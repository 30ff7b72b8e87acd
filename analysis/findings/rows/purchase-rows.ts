import { dayFromNumber, dayNumber } from '@shared/calendar/day';
import type { MeasureInput } from '../../measures/input';
import { LAST_GAP } from '../../measures/purchase-gaps';
import { called, halvesOf } from './behind';
import { type Found, foundPlaces } from './found';
import type { Names } from './rows-behind';

/**
 * Days on which somebody bought. `gaps`: each that came after an earlier one, with the days between (mark: after how
 * many purchases, 6 stands for 6 and more). `purchaseDays`: `of/<buyer's key>`, `upto/2026-05-01/<buyer's key>` those
 * of them up to a day, or `after/2026-05-01` those of the buyers known by then.
 */
export function purchaseRows(
  set: 'gaps' | 'purchaseDays',
  mark: string | null,
  { days, graduated }: MeasureInput,
  names: Names,
): Found {
  const { kind, which } = halvesOf(mark ?? '');
  const since = kind === 'after' ? dayNumber(which) : null;
  const upto = kind === 'upto' ? halvesOf(which) : null;
  const until = upto === null ? Number.POSITIVE_INFINITY : dayNumber(upto.kind);
  // One buyer's days; of all buyers where it is about all.
  const whose = set === 'gaps' || since !== null ? null : (upto ?? { which }).which;
  const [places, owner]: [number[], Map<number, number>] = [[], new Map()];
  const isWanted = (at: number, buyer: number) => {
    const nth = at - days.start[buyer]!;
    if (set === 'gaps') return nth > 0 && (mark === null || String(Math.min(LAST_GAP, nth)) === mark);
    if (since === null) return days.day[at]! <= until;
    return days.day[days.start[buyer]!]! <= since && days.day[at]! > since;
  };
  for (let buyer = 0; buyer < days.buyers.length; buyer += 1) {
    if (whose !== null && days.buyers[buyer] !== whose) continue;
    // The models leave out whose need has come to its end.
    if (since !== null && graduated.has(days.buyers[buyer]!)) continue;
    for (let at = days.start[buyer]!; at < days.start[buyer + 1]!; at += 1) {
      if (!isWanted(at, buyer)) continue;
      places.push(at);
      owner.set(at, buyer);
    }
  }
  const keyOf = (at: number) => days.buyers[owner.get(at)!]!;
  return foundPlaces(places, {
    day: (at) => days.day[at]!,
    name: (at) => called(keyOf(at), names).name,
    row: (at) => ({
      ...called(keyOf(at), names),
      what: set === 'gaps' ? String(days.day[at]! - days.day[at - 1]!) : '',
      day: dayFromNumber(days.day[at]!),
      amount: set === 'gaps' ? null : days.spend[at]!,
    }),
  });
}
