import type { BookDb } from './schema';
import { kindOf, SEARCH_KINDS, type SearchKind, type SearchPage } from './search-pages';

/** The pages by key, kind by kind. */
export type SearchTexts = ReadonlyMap<SearchKind, ReadonlyMap<string, Page>>;
type Page = Pick<SearchPage, 'ids' | 'text'>;

/** A line that holds what was looked for, and where it is. */
export interface LineFound {
  readonly kind: SearchKind;
  readonly text: string;
  readonly page: Page;
  /** Where in the page it begins. */
  readonly begin: number;
}

interface Memory {
  /** Every change up to this one is in. */
  rev: number;
  /** The newer pages are being read: who asks meanwhile waits for them, and does not read them too. */
  reading: Promise<unknown> | null;
  readonly texts: Map<SearchKind, Map<string, Page>>;
}

const memories = new WeakMap<BookDb, Memory>();
/** Pages read at once: whoever saves meanwhile waits no longer than for these. */
const AT_ONCE = 200;

/**
 * The texts of the book, kept by the page from its first search on: some fifty megabytes in the largest shop. Each
 * search reads what changed since the last one, whoever changed it.
 */
export async function searchTexts(db: BookDb): Promise<SearchTexts> {
  const memory: Memory = memories.get(db) ?? {
    rev: 0,
    reading: null,
    texts: new Map(SEARCH_KINDS.map((kind) => [kind, new Map()])),
  };
  memories.set(db, memory);
  while (memory.reading) await memory.reading.catch(() => undefined);
  const reading = readNewer(db, memory);
  memory.reading = reading;
  try {
    await reading;
  } finally {
    memory.reading = null;
  }
  return memory.texts;
}

async function readNewer(db: BookDb, memory: Memory): Promise<void> {
  for (;;) {
    const newer: readonly SearchPage[] = await db.searchPages
      .where('rev')
      .above(memory.rev)
      .limit(AT_ONCE)
      .toArray();
    for (const { key, ids, text, rev } of newer) {
      memory.texts.get(kindOf(key))?.set(key, { ids, text });
      memory.rev = Math.max(memory.rev, rev);
    }
    if (newer.length < AT_ONCE) return;
  }
}

/** Up to `most` lines that hold a word, in the order of the kinds; with a line end before it, that begin with it. */
export function* linesWith(texts: SearchTexts, word: string, most: number): Generator<LineFound> {
  let found = 0;
  for (const [kind, pages] of texts) {
    for (const page of pages.values()) {
      const { text } = page;
      for (let at = text.indexOf(word); at >= 0 && found < most; ) {
        const begin = text.lastIndexOf('\n', word.startsWith('\n') ? at : at - 1) + 1;
        const end = text.indexOf('\n', begin);
        found += 1;
        yield { kind, text: text.slice(begin, end), page, begin };
        at = text.indexOf(word, end);
      }
      if (found >= most) return;
    }
  }
}

/** The identifier of the record a line is of: as many lines stand before it among the texts as among the identifiers. */
export function idOf({ page: { ids, text }, begin }: LineFound): string {
  let from = 0;
  for (let at = text.indexOf('\n'); at < begin - 1; at = text.indexOf('\n', at + 1))
    from = ids.indexOf('\n', from) + 1;
  const to = ids.indexOf('\n', from);
  return ids.slice(from, to < 0 ? ids.length : to);
}
