import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../extension/', import.meta.url);
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);
const textOf = (file: string) => readFileSync(new URL(file, ROOT), 'utf8');

/** Calls that write a Dexie table. A single `put` outside a transaction never answers on a full disk. */
const WRITES =
  /\bdb(\.\w+|\.table\([^)]*\))\.(put|add|bulkPut|bulkAdd|bulkUpdate|bulkDelete|update|delete|clear|upsert|toCollection)\(/;
/** The same without the library: a generation is filled in bulk. */
const WRITES_RAW = /\.transaction\([^;]*?'readwrite'/;
/** The door, the building of a generation, the pointer to it, the mark of what a book adds up to; taking the erased out for good; and what is no record: estimates, the search index. */
const MAY_WRITE = [
  'book/erasing.ts',
  'book/estimates.ts',
  'book/generations.ts',
  'book/journal/fresh-log.ts',
  'book/journal/keep.ts',
  'book/journal/raw.ts',
  'book/journal/search-raw.ts',
  'book/journal/unretire.ts',
  'book/replace.ts',
  'book/write.ts',
];

describe('the book', () => {
  it('is written through one door only', () => {
    const writers = sources.filter((file) => WRITES.test(textOf(file)) || WRITES_RAW.test(textOf(file)));
    expect(writers.toSorted()).toEqual(MAY_WRITE);
  });

  it('is the only place that knows Dexie', () => {
    expect(sources.filter((file) => /from 'dexie'/.test(textOf(file)) && !file.startsWith('book/'))).toEqual(
      [],
    );
  });

  it('is not reachable from what runs in a web page', () => {
    const inPage = sources.filter((file) => file.startsWith('chat/') || file.includes('.content.'));
    expect(inPage.length).toBeGreaterThan(0);
    expect(inPage.filter((file) => /@extension\/book/.test(textOf(file)))).toEqual([]);
  });
});
