import type { ChatState, SeenRow } from '@extension/messaging/chat-state';

/** A buyer in line, as the page shows it now. */
export interface Waiting {
  readonly key: string;
  readonly name: string;
  readonly seconds: number;
  /** False: we only saw the unread mark, so the wait is at least this long. */
  readonly exact: boolean;
  readonly place: number;
  readonly active: boolean;
  readonly unread: number;
}

/**
 * Who waits, the longest first. `null` when the page's list was not found: then nobody may say that no one
 * waits.
 */
export function waitingOf(chat: ChatState | null, now: number): readonly Waiting[] | null {
  if (!chat?.rows) return null;
  return chat.rows
    .filter((row): row is SeenRow & { waitingSince: number } => row.waitingSince !== null)
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.waitingSince - b.waitingSince)
    .map((row, index) => ({
      key: row.key,
      name: row.name,
      seconds: Math.max(0, Math.floor((now - row.waitingSince) / 1000)),
      exact: row.waitExact,
      place: row.place ?? index + 1,
      active: row.active || row.key === chat.buyer?.key,
      unread: row.unread,
    }));
}

/** The open buyer's own place in line, or null when they do not wait. */
export function openWaiting(waiting: readonly Waiting[] | null): Waiting | null {
  return waiting?.find((one) => one.active) ?? null;
}
