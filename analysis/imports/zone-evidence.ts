import { zoneOffsets } from './zone';
import { zoneOfName } from './zone-names';

/** Where shops are, the commonest of each clock first: several zones may fit the same times. */
const LIKELY = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Halifax',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'Europe/Istanbul',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Brisbane',
  'Australia/Sydney',
  'Pacific/Auckland',
] as const;
/** Half a month: summer time begins and ends with one. */
const SLOT_MS = 15 * 86_400_000;

/** What the times of a file tell about the clock of the shop. */
export interface ZoneEvidence {
  readonly named: (zone: string) => void;
  /** `minutes` east of UTC, written beside a time. */
  readonly offset: (minutes: number, instant: number) => void;
  /** IANA zone in which the file's clock runs; null where it does not say, or says several. */
  readonly zone: () => string | null;
}

/** Collects what a file says about its zone: names beside the times, or offsets that change with summer time. */
export function createZoneEvidence(): ZoneEvidence {
  const names = new Set<string>();
  const seen = new Map<number, { readonly minutes: number; readonly instant: number }>();
  let contradicts = false;
  return {
    named: (zone) => {
      names.add(zone);
    },
    offset(minutes, instant) {
      const slot = Math.floor(instant / SLOT_MS);
      const known = seen.get(slot);
      if (known === undefined) seen.set(slot, { minutes, instant });
      // The day of the change holds both; anywhere else two clocks ran in one file.
      else if (known.minutes !== minutes && Math.abs(known.instant - instant) < 3_600_000) contradicts = true;
    },
    zone() {
      if (names.size > 0) return names.size === 1 && seen.size === 0 ? zoneOfName([...names][0]!) : null;
      const all = [...seen.values()];
      if (all.length === 0 || contradicts) return null;
      if (all.every(({ minutes }) => minutes === 0)) return 'UTC';
      const fits = (zone: string) => {
        const offsetAt = zoneOffsets(zone);
        return all.every(({ minutes, instant }) => offsetAt(instant) === minutes);
      };
      const [first] = all;
      const hours = first!.minutes / 60;
      const fixed = Number.isInteger(hours) && all.every(({ minutes }) => minutes === first!.minutes);
      // POSIX counts these westwards.
      const nameless = fixed ? `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}` : null;
      return LIKELY.find(fits) ?? nameless;
    },
  };
}
