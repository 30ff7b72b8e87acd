import type { Adapter, Reader } from '../adapter';
import { type Found, type Looking, read, readAll } from '../read/reader';
import type { Signals, StrongKey } from './identity';
import type { SeenList } from './list';
import { namesAgree } from './names';

export interface SeenSignals extends Signals {
  /** Conversation or ticket: where something was said, never who said it. */
  readonly conversation: string | null;
  readonly orders: readonly string[];
  /** Which candidate for key and header name won, from 0; -1 when none did. */
  readonly nth: { readonly key: number; readonly name: number };
}

/** Collects what the page says about the open buyer, telling row from header and buyer from conversation. */
export function readSignals(
  adapter: Adapter,
  page: ParentNode,
  list: SeenList,
  looking: Looking,
  startedLate: boolean,
  /** The name over the messages, where the adapter knows no place for it or no longer finds it. */
  elsewhere = '',
): SeenSignals {
  const place = list.rows?.findIndex((row) => row.active) ?? -1;
  const open = list.rows?.[place] ?? null;
  const header = readHeader(adapter, page, list, looking);
  const rowName = open?.name ?? '';
  const keys: StrongKey[] = [];
  const orders: string[] = [];
  let conversation: string | null = null;
  let rowKey = open && open.keyStrength !== 'name' ? open.key : null;
  let nthKey = -1;
  for (const [nth, reader] of (adapter.identity?.key ?? []).entries()) {
    const found = read([reader], page, looking);
    if (!found) continue;
    if (nthKey < 0) nthKey = nth;
    const strength = strengthOf(reader);
    if (reader.as === 'order') orders.push(found.value);
    else if (reader.as === 'conversation') conversation ??= found.value;
    else if (strength === 'platform' || strength === 'url') {
      const together =
        found.element !== null &&
        (isInList(found.element, list.items) || isBeside(found.element, header?.element ?? null));
      const behind = reader.frame === 'top' || (reader.take === 'url.query' && startedLate);
      keys.push({ value: found.value, strength, together, doubtful: behind });
    } else rowKey ??= found.value;
  }
  if (open && (open.keyStrength === 'platform' || open.keyStrength === 'url')) {
    keys.push({ value: open.key, strength: open.keyStrength, together: true, doubtful: false });
  }
  const headerName = header?.value || elsewhere;
  const name = headerName || rowName;
  return {
    platform: adapter.id,
    keys,
    rowKey,
    rowName,
    rowMark: open && (open.keyStrength === 'name' ? String(place) : open.key),
    headerName,
    sameNamed: (list.rows ?? []).filter((row) => namesAgree(row.name, name)).length,
    conversation: conversation ?? rowKey ?? keys[0]?.value ?? (name || null),
    orders,
    nth: { key: nthKey, name: header?.nth ?? -1 },
  };
}

/** The name shown outside the list. A candidate that points into the list is the row's word a second time. */
function readHeader(
  adapter: Adapter,
  page: ParentNode,
  list: SeenList,
  looking: Looking,
): (Found & { readonly nth: number }) | null {
  for (const [nth, reader] of (adapter.identity?.name ?? []).entries()) {
    const found = readAll(reader, page, looking).filter(
      ({ element }) => element === null || !isInList(element, list.items),
    );
    if (reader.pick === 'mostCommonBuyer') {
      const names = found.map((it) => it.value);
      const value = mostCommonRowName(names, list);
      if (value) return { value, element: null, nth };
      continue;
    }
    const picked = reader.pick === 'last' ? found.at(-1) : found[0];
    if (picked) return { ...picked, nth };
  }
  return null;
}

/** Among names standing at messages, the most frequent one that is also in the list; the others are colleagues. */
function mostCommonRowName(names: readonly string[], list: SeenList): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) {
    if (!list.rows?.some((row) => namesAgree(row.name, name))) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function isInList(element: Element, items: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (items.has(at)) return true;
  return false;
}

/** One holds the other: whoever draws the name draws the key with it. */
function isBeside(key: Element, name: Element | null): boolean {
  return name !== null && (key.contains(name) || name.contains(key)) && key !== key.ownerDocument.body;
}

function strengthOf(reader: Reader): string {
  return reader.strength ?? (reader.take.startsWith('url.') ? 'url' : 'row');
}
