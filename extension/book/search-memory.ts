import type { BookDb } from './schema';
import { kindOf, SEARCH_KINDS, type SearchKind, type SearchPage } from './search-pages';

/** Texts of the pages by key, kind by kind. */
export type SearchTexts = ReadonlyMap<SearchKind, ReadonlyMap<string, string>>;

/** A line that holds what was looked for, and the page it is on. */
export interface LineFound {
  readonly kind: SearchKind;
  readonly key: string;
  readonly text: string;
}

interface Memory {
  /** Every change up to this one is in. */
  rev: number;
  readonly texts: Map<SearchKind, Map<string, string>>;
}

const memories = new WeakMap<BookDb, Memory>();
/** Pages read at once: whoever saves meanwhile waits no longer than for these. */
const AT_ONCE = 200;

/**
 * The texts of the book, kept by the page from its first search on: some twenty megabytes in the largest shop. Each
 * search reads what changed since the last one, whoever changed it.
 */
export async function searchTexts(db: BookDb): Promise<SearchTexts> {
  const memory: Memory = memories.get(db) ?? {
    rev: 0,
    texts: new Map(SEARCH_KINDS.map((kind) => [kind, new Map()])),
  };
  memories.set(db, memory);
  for (;;) {
    const newer: readonly SearchPage[] = await db.searchPages
      .where('rev')
      .above(memory.rev)
      .limit(AT_ONCE)
      .toArray();
    for (const { key, text, rev } of newer) {
      memory.texts.get(kindOf(key))?.set(key, text);
      memory.rev = Math.max(memory.rev, rev);
    }
    if (newer.length < AT_ONCE) return memory.texts;
  }
}

/** Up to `most` lines that hold a word, in the order of the kinds; with a line end before it, that begin with it. */
export function* linesWith(texts: SearchTexts, word: string, most: number): Generator<LineFound> {
  let found = 0;
  for (const [kind, pages] of texts) {
    for (const [key, text] of pages) {
      for (let at = text.indexOf(word); at >= 0 && found < most; ) {
        const begin = text.lastIndexOf('\n', word.startsWith('\n') ? at : at - 1) + 1;
        const end = text.indexOf('\n', begin);
        found += 1;
        yield { kind, key, text: text.slice(begin, end) };
        at = text.indexOf(word, end);
      }
      if (found >= most) return;
    }
  }
}
