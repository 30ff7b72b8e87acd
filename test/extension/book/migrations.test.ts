import { existsSync, readFileSync } from 'node:fs';
import { addNote } from '@extension/book/actions/notes';
import { BOOK_VERSION, MIGRATIONS } from '@extension/book/migrations';
import { openBook } from '@extension/book/open';
import { parcels } from '@extension/book/reads/parcels';
import { searchBuyers } from '@extension/book/reads/search';
import { wholeBookAndHistory } from '@extension/book/reads/whole';
import { actionSchema } from '@shared/records/action';
import { BOOK_TABLES, TABLE_NAMES } from '@shared/records/book';
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { anna, done, emptyDisk, testWorld } from './desk';

// Tries F-28 of test/faults.md.

/*
 * Situations of an upgrade: every version ever shipped, with data, opened by the program of today. A new
 * version is a new file in extension/book/migrations and a frozen example in test/fixtures/book.
 */
interface Example {
  readonly version: number;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

function exampleOf(version: number): string {
  return new URL(`../../fixtures/book/v${String(version).padStart(3, '0')}.json`, import.meta.url).pathname;
}

/** The database as the program of that version left it. */
async function layDown({ version, tables }: Example): Promise<void> {
  emptyDisk();
  const db = new Dexie('zhanggui-book-1');
  for (const step of MIGRATIONS.filter((migration) => migration.version <= version)) {
    db.version(step.version).stores({ ...step.stores });
  }
  await db.open();
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkAdd([...rows]);
  db.close();
}

describe('the versions of the book', () => {
  it('count up from 1 without a gap', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    expect(BOOK_VERSION).toBe(MIGRATIONS.length);
  });

  it('hold every table of the book', () => {
    const stored = new Set(MIGRATIONS.flatMap((migration) => Object.keys(migration.stores)));
    expect(TABLE_NAMES.filter((table) => !stored.has(table))).toEqual([]);
  });
});

describe.each(MIGRATIONS.map((migration) => migration.version))('a book of version %i', (version) => {
  it('has a frozen example', () => {
    expect(existsSync(exampleOf(version))).toBe(true);
  });

  it('opens with every record in place and right, and can be written', async () => {
    const example = JSON.parse(readFileSync(exampleOf(version), 'utf8')) as Example;
    await layDown(example);
    const shop = await openBook(testWorld('2026-11-23T04:00:00Z'), 'owner');
    const { book, actions } = await wholeBookAndHistory(shop);
    for (const table of TABLE_NAMES) {
      expect(book[table].length, table).toBe(example.tables[table]?.length ?? 0);
      for (const record of book[table])
        expect(v.safeParse(BOOK_TABLES[table], record).issues ?? []).toEqual([]);
    }
    for (const action of actions) expect(v.is(actionSchema, action)).toBe(true);
    expect((await parcels(shop, '2026-11-22')).map((parcel) => parcel.packedToday)).toEqual([true]);
    expect(done(await addNote(shop, anna, 'x')).stamp > actions.at(-1)!.stamp).toBe(true);
    const promise = example.tables.promises?.[0] as { readonly quote: string; readonly buyerId: string };
    const found = await searchBuyers(shop, promise.quote, 5);
    expect(found.map(({ buyer, by }) => [buyer.id, by])).toContainEqual([promise.buyerId, 'promises']);
    shop.close();
  });
});
