import type { World } from '@shared/calendar/clock';

/** The real world: this computer's clock and randomness, in the shop's zone. */
export function systemWorld(timeZone: () => string): World {
  return {
    now: () => Date.now(),
    get timeZone() {
      return timeZone();
    },
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  };
}

/** The zone of this computer, for a shop that has not said where it is. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** @example isZone('Asia/Shanghai') // => true */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}
