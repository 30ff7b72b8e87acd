import type { TableName } from '@shared/records/book';

/*
 * What the search looks through, packed: the texts of some hundred records to a row. An entry for each pair of
 * letters of each text, as an index would hold it, takes ten million writes in a large shop; half a million texts in
 * a row are looked through in milliseconds.
 */

/** What is looked through, in this order: names, how names sound, then the words of records. */
export const SEARCH_KINDS = [
  'buyers',
  'accounts',
  'sound-buyers',
  'sound-accounts',
  'notes',
  'promises',
  'complaints',
  'packing',
  'discounts',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A stored row: the texts of the records from one identifier up to the next page's. Pages are never removed. */
export interface SearchPage {
  /** '<kind>/<identifier from which on records belong here>'; the first page of a kind begins with nothing. */
  readonly key: string;
  /** Goes up with every change, over all pages: whoever keeps pages in memory reads only what is newer. */
  readonly rev: number;
  /** Identifiers in order, one to a line. */
  readonly ids: string;
  /** The text of each, one to a line, with a line end before and after each. */
  readonly text: string;
}

/** A record's text; `null` takes it out. */
export interface Line {
  readonly id: string;
  readonly text: string | null;
}

/** Where pages lie: the library's table within a transaction, or the bare database's. */
export interface PageStore {
  /** Keys of the pages of a kind, in order. */
  readonly keys: (kind: SearchKind) => Promise<readonly string[]>;
  /** The page an identifier belongs to. */
  readonly home: (kind: SearchKind, id: string) => Promise<SearchPage | undefined>;
  readonly get: (keys: readonly string[]) => Promise<readonly (SearchPage | undefined)[]>;
  readonly put: (pages: readonly SearchPage[]) => Promise<unknown>;
  /** The newest change of all pages; 0 when there is none. */
  readonly lastRev: () => Promise<number>;
}

/** Records to a page: one is read and written with every save. */
export const PAGE_ROWS = 400;

/** Which table the records of a kind are in. */
export function tableOf(kind: SearchKind): TableName {
  return kind === 'sound-buyers' ? 'buyers' : kind === 'sound-accounts' ? 'accounts' : kind;
}

/**
 * The kind a page belongs to.
 *
 * @example kindOf('sound-buyers/b17') // => 'sound-buyers'
 */
export function kindOf(key: string): SearchKind {
  return key.slice(0, key.indexOf('/')) as SearchKind;
}

/** Lines of one kind. */
export interface Edit {
  readonly kind: SearchKind;
  readonly lines: readonly Line[];
}

/** Pages that lines belong to, as they are stored. */
export interface Looked {
  readonly edits: readonly {
    readonly kind: SearchKind;
    /** By the key of the page. */
    readonly homes: ReadonlyMap<string, { readonly page: SearchPage | undefined; readonly lines: Line[] }>;
  }[];
  readonly lastRev: number;
}

/**
 * Reads the pages that lines belong to. Everything is asked for at once, and each call is the store's own: within a
 * transaction the library follows no further, and whoever saves waits for every answer there and back.
 */
export async function lookUp(store: PageStore, wanted: readonly Edit[]): Promise<Looked> {
  const edits = wanted
    .map(({ kind, lines }) => ({ kind, lines: lines.filter(({ id }) => fitsLine(id)) }))
    .filter(({ lines }) => lines.length > 0);
  if (edits.length === 0) return { edits: [], lastRev: 0 };
  const single = edits.filter(({ lines }) => lines.length === 1);
  const several = edits.filter(({ lines }) => lines.length > 1);
  const [lastRev, own, keys] = await Promise.all([
    store.lastRev(),
    Promise.all(single.map(({ kind, lines }) => store.home(kind, lines[0]!.id))),
    Promise.all(several.map(({ kind }) => store.keys(kind))),
  ]);
  const found = single.map(({ kind, lines }, index) => {
    const page = own[index];
    return { kind, homes: new Map([[page?.key ?? `${kind}/`, { page, lines: [...lines] }]]) };
  });
  if (several.length === 0) return { edits: found, lastRev };
  const sorted = several.map(({ kind, lines }, index) => ({
    kind,
    byHome: byHome(keys[index]!, kind, lines),
  }));
  const pages = await store.get(sorted.flatMap(({ byHome }) => [...byHome.keys()]));
  let next = 0;
  const more = sorted.map(({ kind, byHome }) => ({
    kind,
    homes: new Map([...byHome].map(([key, lines]) => [key, { page: pages[next++], lines }])),
  }));
  return { edits: [...found, ...more], lastRev };
}

/** The pages as they are with the lines in them; a page that has grown too large comes apart. */
export function pagesAfter({ edits, lastRev }: Looked): readonly SearchPage[] {
  let rev = lastRev;
  const changed: SearchPage[] = [];
  for (const { kind, homes } of edits) {
    for (const [key, { page, lines }] of homes) {
      const next = edited(page, lines);
      // Most saves change no word of a record.
      if (next === null) continue;
      for (const part of cut(kind, key, next)) changed.push({ ...part, rev: ++rev });
    }
  }
  return changed;
}

/** Writes lines into the pages they belong to. */
export async function editPages(store: PageStore, kind: SearchKind, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const changed = pagesAfter(await lookUp(store, [{ kind, lines }]));
  if (changed.length > 0) await store.put(changed);
}

function byHome(keys: readonly string[], kind: SearchKind, lines: readonly Line[]): Map<string, Line[]> {
  const homes = new Map<string, Line[]>();
  for (const line of lines) {
    const home = homeOf(keys, kind, line.id);
    const there = homes.get(home);
    if (there) there.push(line);
    else homes.set(home, [line]);
  }
  return homes;
}

/** The page an identifier belongs to: the last one that begins at or before it. */
function homeOf(keys: readonly string[], kind: SearchKind, id: string): string {
  const wanted = `${kind}/${id}`;
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return keys[low - 1] ?? `${kind}/`;
}

/** Of our own identifiers all do; in a file made by hand one may stand on two lines: its record is not found. */
function fitsLine(id: string): boolean {
  return !id.includes('\n');
}

type Entry = readonly [id: string, text: string];

/** What the page holds then; `null` when that is what it holds already. */
function edited(page: SearchPage | undefined, lines: readonly Line[]): readonly Entry[] | null {
  const all = new Map(page ? entriesOf(page) : []);
  let changed = false;
  for (const { id, text } of lines) {
    changed ||= (all.get(id) ?? null) !== text;
    if (text === null) all.delete(id);
    else all.set(id, text);
  }
  return changed ? [...all].sort(([a], [b]) => (a < b ? -1 : 1)) : null;
}

/** What a page holds: identifiers with their texts. */
export function entriesOf({ ids, text }: Pick<SearchPage, 'ids' | 'text'>): readonly Entry[] {
  if (ids === '') return [];
  const texts = text.split('\n');
  return ids.split('\n').map((id, index) => [id, texts[index + 1] ?? '']);
}

/** The first part keeps the key, so that the page that was there is written over. */
function cut(kind: SearchKind, key: string, entries: readonly Entry[]): readonly Omit<SearchPage, 'rev'>[] {
  if (entries.length <= 2 * PAGE_ROWS) return [packed(key, entries)];
  const parts: Omit<SearchPage, 'rev'>[] = [];
  for (let from = 0; from < entries.length; from += PAGE_ROWS) {
    const part = entries.slice(from, from + PAGE_ROWS);
    parts.push(packed(from === 0 ? key : `${kind}/${part[0]![0]}`, part));
  }
  return parts;
}

function packed(key: string, entries: readonly Entry[]): Omit<SearchPage, 'rev'> {
  const ids = entries.map(([id]) => id).join('\n');
  const text = entries.length === 0 ? '' : `\n${entries.map(([, one]) => one).join('\n')}\n`;
  return { key, ids, text };
}

/**
 * Packs the texts of a whole book on their way into an empty one. Records come by table and identifier, as backups
 * and journals have them; what comes late, as what was written after a snapshot, is written in at the end.
 */
export function pagePacker(store: PageStore): {
  readonly add: (kind: SearchKind, lines: readonly Line[]) => Promise<void>;
  readonly end: () => Promise<void>;
} {
  const open = new Map<SearchKind, { readonly key: string; readonly entries: Entry[] }>();
  const late = new Map<SearchKind, Line[]>();
  const last = new Map<SearchKind, string>();
  let rev = 0;
  async function close(kind: SearchKind): Promise<void> {
    const page = open.get(kind);
    open.delete(kind);
    if (page) await store.put([{ ...packed(page.key, page.entries), rev: ++rev }]);
  }
  return {
    async add(kind, lines) {
      for (const line of lines) {
        const { id, text } = line;
        if (text === null || !fitsLine(id)) continue;
        const before = last.get(kind);
        if (before !== undefined && id <= before) {
          const others = late.get(kind);
          if (others) others.push(line);
          else late.set(kind, [line]);
          continue;
        }
        last.set(kind, id);
        if (open.get(kind)?.entries.length === PAGE_ROWS) await close(kind);
        const page = open.get(kind) ?? {
          key: before === undefined ? `${kind}/` : `${kind}/${id}`,
          entries: [],
        };
        page.entries.push([id, text]);
        open.set(kind, page);
      }
    },
    async end() {
      for (const kind of [...open.keys()]) await close(kind);
      for (const [kind, lines] of late) await editPages(store, kind, lines);
    },
  };
}
