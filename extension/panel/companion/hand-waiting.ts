import type { HandWait } from '@extension/book/reads/hand-queue';
import type { Waiting } from '../queue/waiting';

/** The line kept by hand as the rest of the panel knows a line: places in order, seconds until now. */
export function asWaiting(
  waits: readonly HandWait[],
  now: number,
  open: string | null = null,
): readonly Waiting[] {
  return waits.map(({ buyerId, name, startedAt, exact }, index) => ({
    key: buyerId,
    name,
    seconds: Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000)),
    exact,
    place: index + 1,
    active: buyerId === open,
    unread: 0,
  }));
}
