import { readFileSync } from 'node:fs';
import { addNote } from '@extension/book/actions/notes';
import { MIGRATIONS } from '@extension/book/migrations';
import { openBook } from '@extension/book/open';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { until } from '../../setup/until';
import { anna, done, emptyDisk, testWorld } from './desk';

interface Example {
  readonly tables: Readonly<Record<string, readonly { readonly id: string }[]>>;
}
const example = JSON.parse(
  readFileSync(new URL('../../fixtures/book/v001.json', import.meta.url), 'utf8'),
) as Example;

/** A window of the first version that holds its book open, as a program of that time did. */
async function oldWindow(tables: Example['tables'] = example.tables): Promise<Dexie> {
  emptyDisk();
  const db = new Dexie('zhanggui-book-1');
  for (const step of MIGRATIONS.filter(({ version }) => version === 1))
    db.version(1).stores({ ...step.stores });
  await db.open();
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkAdd([...rows]);
  return db;
}

describe('an update while a window of the version before is open', () => {
  it('has that one let go, and goes on with all of it (F-29)', async () => {
    const old = await oldWindow();
    const shop = await openBook(testWorld(), 'owner');
    expect(old.isOpen()).toBe(false);
    expect(await shop.db.buyers.count()).toBe(example.tables.buyers!.length);
    done(await addNote(shop, anna, 'on the new one'));
    shop.close();
  });

  it('says that a window has to be closed where it will not let go, and goes on by itself once it is (F-30)', async () => {
    const old = await oldWindow();
    old.on('versionchange', () => false);
    let blocked = 0;
    const opening = openBook(testWorld(), 'owner', { onBlocked: () => void blocked++ });
    await until(async () => blocked > 0);
    old.close();
    const shop = await opening;
    expect(await shop.db.buyers.count()).toBe(example.tables.buyers!.length);
    shop.close();
  });

  it('that stops half-way leaves the book of the version before, whole (F-33)', async () => {
    // A row that the upgrade can't read stops it in the middle.
    const broken = { ...example.tables.visits![0]!, id: 'zzz', overall: 'very' };
    const tables = { ...example.tables, visits: [...example.tables.visits!, broken] };
    (await oldWindow(tables)).close();
    await expect(openBook(testWorld(), 'owner')).rejects.toThrow();
    const left = await new Dexie('zhanggui-book-1').open();
    expect(left.verno).toBe(1);
    for (const [table, rows] of Object.entries(tables)) {
      expect((await left.table(table).toArray()).toSorted(byId)).toEqual(rows.toSorted(byId));
    }
    left.close();
  });
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
