import type { Adapter, Group, ListShape, Test } from '../adapter';
import { all, first, isShown } from '../read/query';
import { type Looking, read, readCount, readDuration } from '../read/reader';
import { textOf } from '../read/text';
import { activeRow } from './active';

const MOST_ROWS = 100;

/** A row as it stands in the page now, before clocks and places in line. */
export interface Row {
  readonly element: Element;
  /** The page's own key, or the name where it has none. */
  readonly key: string;
  readonly keyStrength: 'platform' | 'url' | 'row' | 'name';
  readonly name: string;
  readonly preview: string;
  readonly unread: number;
  readonly active: boolean;
  readonly waiting: boolean;
  /** What the page's timer says, in seconds. */
  readonly waitSeconds: number | null;
}

export interface SeenList {
  /** Null when the list itself was not found. */
  readonly rows: readonly Row[] | null;
  readonly items: ReadonlySet<Element>;
  /** Which candidate for the rows won, from 0; -1 when none did. */
  readonly nth: number;
}

const NO_LIST: SeenList = { rows: null, items: new Set(), nth: -1 };

/** Remembers where the list stood, so that an emptied list is told from a vanished one. */
export interface ListMemory {
  container: Element | null;
  /** Rows as read last time, by what stood in them: of 100 rows one or two change at a time. */
  readonly read: WeakMap<Element, { readonly html: string; readonly row: Row | null }>;
}

export function readList(adapter: Adapter, page: ParentNode, looking: Looking, memory: ListMemory): SeenList {
  const list = adapter.list;
  if (!list?.item || list.item.length === 0) return NO_LIST;
  const root = list.root ? first(page, list.root) : null;
  if (list.root && !root) return NO_LIST;
  const { items, nth } = itemsOf(root ?? page, list, looking);
  if (items.length === 0) {
    const stillThere = root !== null || memory.container?.isConnected === true;
    return { ...NO_LIST, rows: stillThere ? [] : null };
  }
  memory.container = items[0]?.parentElement ?? null;
  const open = activeRow(items, list.active);
  const shown = items.slice(0, MOST_ROWS);
  if (open && !shown.includes(open)) shown[MOST_ROWS - 1] = open;
  const headings = (list.group ?? []).map((group) => ({ group, places: all(page, group.css) }));
  const rows = shown.map((item) => {
    const row = readAgain(item, list, looking, memory);
    if (!row) return null;
    const waiting = row.waiting || (headings.length > 0 && inGroup(item, headings));
    return { ...row, active: item === open, waiting };
  });
  return { rows: rows.filter((row) => row !== null), items: new Set(items), nth };
}

function itemsOf(
  root: ParentNode,
  list: ListShape,
  looking: Looking,
): { readonly items: Element[]; readonly nth: number } {
  for (const [nth, css] of (list.item ?? []).entries()) {
    const found = all(root, css).filter((item) => !looking.visibleOnly || isShown(item));
    const set = new Set(found);
    const outer = found.filter((item) => !hasOuter(item, set));
    if (outer.length > 0) return { items: outer, nth };
  }
  return { items: [], nth: -1 };
}

function hasOuter(item: Element, set: ReadonlySet<Element>): boolean {
  for (let at = item.parentElement, up = 0; at && up < 12; at = at.parentElement, up += 1) {
    if (set.has(at)) return true;
  }
  return false;
}

/** Reads a row unless nothing in it has changed; what is seen of it may change without that, where sight counts. */
function readAgain(item: Element, list: ListShape, looking: Looking, memory: ListMemory): Row | null {
  if (looking.visibleOnly) return readRow(item, list, looking);
  const html = item.outerHTML;
  const old = memory.read.get(item);
  if (old?.html === html) return old.row;
  const row = readRow(item, list, looking);
  memory.read.set(item, { html, row });
  return row;
}

function readRow(item: Element, list: ListShape, looking: Looking): Row | null {
  const name = read(list.name, item, looking)?.value ?? '';
  const key = read(list.key, item, looking);
  if (!key && !name) return null;
  const wait = readDuration(list.wait, item, looking);
  const unread = readCount(list.unread, item, looking);
  const flagged = (list.waitingIf ?? []).some((test) => holds(item, test));
  const saysNothing = !list.wait && !list.waitingIf && !list.group;
  return {
    element: item,
    key: key?.value ?? name,
    keyStrength: key ? (key.reader.strength ?? 'row') : 'name',
    name,
    preview: read(list.preview, item, looking)?.value ?? '',
    unread,
    active: false,
    waiting: wait.shown || flagged || (saysNothing && unread > 0),
    waitSeconds: wait.seconds,
  };
}

function holds(item: Element, test: Test): boolean {
  if (test.exists !== undefined) return all(item, test.exists).length > 0;
  if (test.attr !== undefined) return (item.getAttribute(test.attr) ?? '').endsWith(test.endsWith ?? '');
  if (test.class !== undefined) return item.classList.contains(test.class);
  return test.textIncludes !== undefined && textOf(item).includes(test.textIncludes);
}

/** Whether the row stands under such a heading: the nearest heading before it, with no other in between. */
function inGroup(
  item: Element,
  groups: readonly { readonly group: Group; readonly places: readonly Element[] }[],
): boolean {
  return groups.some(({ group, places }) => {
    const heading = places.filter((place) => precedes(place, item)).at(-1);
    if (!heading || !sameSection(heading, item)) return false;
    return group.textIncludes === undefined || textOf(heading).includes(group.textIncludes);
  });
}

function precedes(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** In a flat list another heading, known to the adapter or not, ends the section: it looks like the first one. */
function sameSection(heading: Element, item: Element): boolean {
  let top: Element = heading;
  while (top.parentElement && !top.parentElement.contains(item)) top = top.parentElement;
  let at = top.nextElementSibling;
  while (at && !at.contains(item)) {
    if (at.nodeName === top.nodeName && at.className === top.className) return false;
    at = at.nextElementSibling;
  }
  return at !== null;
}
