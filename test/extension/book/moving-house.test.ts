import { readFileSync } from 'node:fs';
import { forgetAllowed, rememberAllowed } from '@extension/book/actions/allowed-sites';
import { restoreBook } from '@extension/book/actions/restore';
import { MIGRATIONS } from '@extension/book/migrations';
import { type OpenBook, openBook } from '@extension/book/open';
import { allowedSites } from '@extension/book/reads/allowed-sites';
import { nothingRecorded } from '@extension/book/reads/empty';
import { searchBuyers } from '@extension/book/reads/search';
import { wholeBookAndHistory } from '@extension/book/reads/whole';
import { backupText } from '@extension/book/save-backup';
import { readBackup } from '@shared/backup/read';
import { openBackup, sealBackup } from '@shared/backup/seal';
import { BOOK_TABLES, TABLE_NAMES, type TableName } from '@shared/records/book';
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { done, emptyDisk, freshBook, testWorld } from './desk';

// Tries F-11 of test/faults.md.

const PDD = ['https://mms.pinduoduo.com/*'];
const TAOBAO = ['https://myseller.taobao.com/*'];
const open: OpenBook[] = [];
const keep = (book: OpenBook): OpenBook => {
  open.push(book);
  return book;
};
afterEach(() => {
  for (const book of open.splice(0)) book.close();
});

/** Records as today's program writes them: with the fields that came after the example was frozen. */
function written(table: string, rows: readonly unknown[]): readonly unknown[] {
  const schema = table in BOOK_TABLES ? BOOK_TABLES[table as TableName] : null;
  return schema ? rows.map((row) => v.parse(schema, row)) : rows;
}

/** A book with something in every table: the frozen example, and the sites its owner allowed. */
async function fullBook(): Promise<OpenBook> {
  const path = new URL('../../fixtures/book/v002.json', import.meta.url);
  const { tables } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly tables: Readonly<Record<string, readonly unknown[]>>;
  };
  emptyDisk();
  const db = new Dexie('zhanggui-book-1');
  for (const { version, stores } of MIGRATIONS.filter((step) => step.version <= 2)) {
    db.version(version).stores({ ...stores });
  }
  await db.open();
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkAdd(written(table, rows));
  db.close();
  const book = keep(await openBook(testWorld('2026-11-23T04:00:00Z'), 'owner'));
  done(await rememberAllowed(book, PDD));
  return book;
}

describe('moving house', () => {
  it('a full book restored on another computer is the same book', async () => {
    const old = await fullBook();
    const before = await wholeBookAndHistory(old);
    expect(TABLE_NAMES.filter((table) => before.book[table].length === 0)).toEqual([]);
    const text = await backupText(old);
    const sealed = await sealBackup(text, 'a long passphrase', old.world.random);
    const opened = await openBackup(sealed, 'a long passphrase');
    if (!opened.ok) throw new Error(opened.reason);
    const read = readBackup(opened.text);
    if (!read.ok) throw new Error(read.reason);

    const world = testWorld('2026-11-23T04:00:00Z');
    const empty = keep(await freshBook(world));
    expect(await restoreBook(empty, read.book, read.actions)).toMatchObject({ ok: true });
    const moved = keep(await openBook(world, 'owner'));
    expect(await wholeBookAndHistory(moved)).toEqual(before);
    expect(await backupText(moved)).toBe(text);
    expect(await allowedSites(moved)).toEqual(PDD);
    expect((await searchBuyers(moved, 'Anna', 5)).map(({ buyer }) => buyer.name)).toEqual(['Anna']);
  });
});

describe('the sites that were allowed', () => {
  it('are remembered once each, and forgotten when they are withdrawn', async () => {
    const book = keep(await freshBook());
    done(await rememberAllowed(book, TAOBAO));
    done(await rememberAllowed(book, PDD));
    done(await rememberAllowed(book, PDD));
    expect(await allowedSites(book)).toEqual([...PDD, ...TAOBAO]);
    expect(await book.db.actions.count()).toBe(2);
    done(await forgetAllowed(book, TAOBAO));
    expect(await allowedSites(book)).toEqual(PDD);
  });

  it('do not make a new book one with buyers in it', async () => {
    const book = keep(await freshBook());
    done(await rememberAllowed(book, PDD));
    expect(await nothingRecorded(book)).toBe(true);
  });
});
