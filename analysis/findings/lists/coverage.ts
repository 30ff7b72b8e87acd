import { addDays, type Day, dayFromNumber, dayNumber } from '@shared/calendar/day';
import { hasOrderExports } from '@shared/records/platform';
import type { OrderFrame } from '../../frame/orders';
import { MS_PER_DAY } from '../../measures/wall-clock';
import type { CoverageRow, MissingDays } from './rows';

/** Days shown in the strip. */
export const STRIP_DAYS = 14;
/** How far back holes are looked for. */
const LOOK_BACK_DAYS = 56;
/** A run of days without an order is called a hole when chance alone gives one as long in 1 of 100 times. */
const CHANCE = 0.01;
/** Beyond this age nobody wants the days since: the file is an old one, looked at for its own sake. */
const OLD_DAYS = 62;

/**
 * How far each platform's orders reach, and which days look as if an export were missing: days after `asOf` up
 * to yesterday are in no file; earlier runs without an order are named only where this platform sells so often
 * that they are hardly chance (Poisson at its own daily rate). A gap is never counted as a zero (J7).
 *
 * @param until last complete day there could be orders of; `asOf` where the reader fixed it
 */
export function coverageRows(orders: OrderFrame, asOf: Day, until: Day): readonly CoverageRow[] {
  const end = dayNumber(asOf);
  const wanted = dayNumber(until);
  const since = wanted > end && wanted - end <= OLD_DAYS ? { from: addDays(asOf, 1), to: until } : null;
  return orders.platforms.flatMap((platform, index) => {
    if (!hasOrderExports(platform)) return [];
    const counts = new Uint32Array(LOOK_BACK_DAYS);
    let [first, last, seen] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (let order = 0; order < orders.count; order++) {
      if (orders.platform[order] !== index) continue;
      const day = Math.floor(orders.time[order]! / MS_PER_DAY);
      if (day > end) continue;
      seen++;
      first = Math.min(first, day);
      last = Math.max(last, day);
      const at = day - (end - LOOK_BACK_DAYS + 1);
      if (at >= 0) counts[at]!++;
    }
    if (seen === 0) return [];
    const begin = Math.max(0, first - (end - LOOK_BACK_DAYS + 1));
    const gaps = holes(counts, begin).map(([from, to]) => ({
      from: dayFromNumber(end - LOOK_BACK_DAYS + 1 + from),
      to: dayFromNumber(end - LOOK_BACK_DAYS + 1 + to),
    }));
    const days = [...counts.subarray(LOOK_BACK_DAYS - STRIP_DAYS)];
    return [{ platform, last: dayFromNumber(last), days, missing: joined(gaps, since) }];
  });
}

/** Runs of empty days too long for chance at the rate of the days around them. */
function holes(counts: Uint32Array, begin: number): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const total = counts.reduce((sum, count) => sum + count, 0);
  for (let at = begin; at < counts.length; at++) {
    if (counts[at] !== 0) continue;
    let to = at;
    while (to + 1 < counts.length && counts[to + 1] === 0) to++;
    const length = to - at + 1;
    const rest = counts.length - begin - length;
    const rate = rest > 0 ? total / rest : 0;
    // Any earlier day could have begun a run by chance; the days up to the end of the data are one run only.
    const chances = to === counts.length - 1 ? 1 : Math.max(1, rest);
    if (Math.exp(-rate * length) * chances < CHANCE) found.push([at, to]);
    at = to;
  }
  return found;
}

/** A hole that runs up to the end of the data goes on into the days nobody has exported yet. */
function joined(gaps: readonly MissingDays[], since: MissingDays | null): readonly MissingDays[] {
  if (since === null) return gaps;
  const last = gaps.at(-1);
  if (last && addDays(last.to, 1) === since.from)
    return [...gaps.slice(0, -1), { from: last.from, to: since.to }];
  return [...gaps, since];
}
