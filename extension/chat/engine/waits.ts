import type { SeenRow } from '@extension/messaging/chat-state';
import type { Row } from './list';

/** A page's "4分钟" is a snapshot: the same wait may be off by this much before it is another wait. */
const CORRECT_ABOVE = 90_000;
const FORGET_AFTER = 30 * 60_000;

interface Clock {
  readonly since: number;
  readonly exact: boolean;
  readonly seen: number;
}

/** The clocks of those who wait, kept from pass to pass. */
export interface Waits {
  readonly clocks: Map<string, Clock>;
}

export function createWaits(): Waits {
  return { clocks: new Map() };
}

/**
 * Gives every row the instant since when its buyer waits, and its place in line. Instants stand still while
 * the page's timers run, so that a ticking page is no news. Where the page has no timer the clock starts when
 * we first saw the mark, and says so (`waitExact: false`).
 */
export function timeRows(rows: readonly Row[], waits: Waits, now: number): readonly SeenRow[] {
  const seenKeys = new Map<string, number>();
  const timed = rows.map((row) => {
    const twin = (seenKeys.get(row.key) ?? 0) + 1;
    seenKeys.set(row.key, twin);
    return { row, clock: keepClock(`${row.key}\n${twin}`, row, waits, now) };
  });
  for (const [key, clock] of waits.clocks) {
    if (now - clock.seen > FORGET_AFTER) waits.clocks.delete(key);
  }
  const order = timed.flatMap(({ clock }) => (clock ? [clock.since] : [])).sort((a, b) => a - b);
  return timed.map(({ row, clock }) => ({
    key: row.key,
    name: row.name,
    unread: row.unread,
    preview: row.preview,
    active: row.active,
    waitingSince: clock?.since ?? null,
    waitExact: clock?.exact ?? false,
    place: clock ? order.indexOf(clock.since) + 1 : null,
  }));
}

function keepClock(key: string, row: Row, waits: Waits, now: number): Clock | null {
  if (!row.waiting) {
    waits.clocks.delete(key);
    return null;
  }
  const old = waits.clocks.get(key);
  const shown = row.waitSeconds === null ? null : now - row.waitSeconds * 1000;
  const clock = { ...newer(old, shown, now), seen: now };
  waits.clocks.set(key, clock);
  return clock;
}

function newer(old: Clock | undefined, shown: number | null, now: number): { since: number; exact: boolean } {
  if (shown === null) return { since: old?.since ?? now, exact: old?.exact ?? false };
  if (old?.exact && Math.abs(old.since - shown) <= CORRECT_ABOVE) return { since: old.since, exact: true };
  return { since: shown, exact: true };
}
