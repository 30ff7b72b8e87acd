import type { SeenRow } from '@extension/messaging/chat-state';

/** A wait under way, as the chat's list showed it last. */
export interface OngoingWait {
  readonly since: number;
  readonly exact: boolean;
  readonly place: number | null;
  /** Their conversation was opened while they waited. */
  readonly opened: boolean;
  /** Since when the row is out of sight; `null` while it is there. */
  readonly gone: number | null;
}

/** A wait that is over. */
export interface OverWait extends Pick<OngoingWait, 'since' | 'exact' | 'place'> {
  readonly key: string;
  readonly end: 'answered' | 'left';
  readonly endedAt: number;
}

export type WaitLine = ReadonlyMap<string, OngoingWait>;

/** A list that is scrolled or filtered loses rows for a while; only then somebody has left. */
export const GONE_MS = 5 * 60_000;
/** The same wait may be read this much later from a page that says minutes only. */
const SAME_MS = 90_000;

/**
 * The line after another look at the chat's list, and the waits that ended with it: answered where the row waits
 * no more, or is gone after it was opened; left where it is gone and was never opened.
 *
 * @example nextLine(new Map([['a', { since: 0, exact: true, place: 1, opened: false, gone: null }]]), [{ key: 'a', name: '', unread: 0, preview: '', active: true, waitingSince: null, waitExact: false, place: null }], 60_000).over.map(({ end }) => end) // => ['answered']
 */
export function nextLine(
  line: WaitLine,
  rows: readonly SeenRow[],
  now: number,
  openKey: string | null = null,
): { readonly line: WaitLine; readonly over: readonly OverWait[] } {
  const next = new Map<string, OngoingWait>();
  const over: OverWait[] = [];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  for (const [key, wait] of line) {
    const row = byKey.get(key);
    const { since, exact, place } = wait;
    const ends = (end: OverWait['end'], endedAt: number) =>
      over.push({ key, since, exact, place, end, endedAt });
    if (!row) {
      const gone = wait.gone ?? now;
      if (now - gone < GONE_MS) next.set(key, { ...wait, gone });
      else ends(wait.opened ? 'answered' : 'left', gone);
    } else if (row.waitingSince === null || row.waitingSince > since + SAME_MS) ends('answered', now);
    else next.set(key, { ...wait, gone: null });
  }
  for (const row of rows) {
    if (row.waitingSince === null) continue;
    const old = next.get(row.key);
    next.set(row.key, {
      since: old?.since ?? row.waitingSince,
      exact: row.waitExact,
      place: row.place,
      opened: (old?.opened ?? false) || row.active || row.key === openKey,
      gone: null,
    });
  }
  return { line: next, over };
}
