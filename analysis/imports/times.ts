import { type DateOrder, parseMoment } from './moments';
import { instantOfWall, zoneOffsets } from './zone';
import type { ZoneEvidence } from './zone-evidence';
import { zoneOfName } from './zone-names';

/** A time of a file, as the shop's wall clock (as if UTC) and as an instant. */
export interface ReadTime {
  readonly wall: number;
  readonly instant: number;
}

/** Where the times of a file come from and where they are shown. */
export interface TimeRules {
  /** Minutes east of UTC of times without a zone; null: the shop's own local time. */
  readonly offset: number | null;
  readonly dateOrder: DateOrder | null;
  /** IANA zone the shop counts its days in; null: the clock stays as written. */
  readonly tz: string | null;
}

/**
 * Reads the times of one file; the same text twice in a row (lines of one order) is read once. `zone` is the name
 * of the zone that stands beside a time, '' where there is none.
 */
export function createTimeReader(
  rules: TimeRules,
  evidence?: ZoneEvidence,
): (text: string, zone?: string) => ReadTime | 'bad' | 'ambiguous' {
  const offsets = rules.tz === null ? null : zoneOffsets(rules.tz);
  const named = new Map<string, ReturnType<typeof zoneOffsets> | null>();
  const offsetsOf = (zone: string) => {
    let found = named.get(zone);
    if (found === undefined) {
      const name = zoneOfName(zone);
      found = name === null ? null : zoneOffsets(name);
      named.set(zone, found);
    }
    return found;
  };
  let lastText = '';
  let lastZone = '';
  let last: ReadTime | 'bad' | 'ambiguous' = 'bad';
  const read = (text: string, zone: string): ReadTime | 'bad' | 'ambiguous' => {
    const written = parseMoment(text, rules.dateOrder);
    if (typeof written === 'string') return written;
    const offset = written.offset ?? rules.offset;
    if (offset === null) {
      if (zone !== '') evidence?.named(zone);
      const local = (zone === '' ? null : offsetsOf(zone)) ?? offsets;
      const instant = local ? instantOfWall(written.wall, local) : written.wall;
      return { wall: offsets ? instant + offsets(instant) * 60_000 : written.wall, instant };
    }
    const instant = written.wall - offset * 60_000;
    if (written.offset !== null) evidence?.offset(written.offset, instant);
    return { wall: offsets ? instant + offsets(instant) * 60_000 : written.wall, instant };
  };
  return (text, zone = '') => {
    if (text !== lastText || zone !== lastZone) {
      lastText = text;
      lastZone = zone;
      last = read(text, zone);
    }
    return last;
  };
}
