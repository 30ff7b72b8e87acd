import { addNote } from '@extension/book/actions/notes';
import { isDue, keepOne } from '@extension/book/backups/keep-one';
import { changeMark, readMark } from '@extension/book/backups/mark';
import type { BackupPlace } from '@extension/book/backups/place';
import { remoteJobs } from '@extension/book/backups/remote';
import type { OpenBook } from '@extension/book/open';
import { backupText } from '@extension/book/save-backup';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, type TestWorld, testWorld } from '../desk';

// Tries F-16 of test/faults.md.

let world: TestWorld;
let book: OpenBook;
let files: Map<string, Blob>;
let store: Record<string, unknown>;
const small = {
  get: async (key: string) => ({ [key]: store[key] }),
  set: async (items: Record<string, unknown>) => void Object.assign(store, items),
  remove: async (key: string) => {
    delete store[key];
  },
};

/** A folder in memory; what it does with a file can be told. */
function folder(write: (file: Blob) => Blob = (file) => file): BackupPlace {
  return {
    kind: 'folder',
    names: async () => [...files.keys()],
    write: async (name, file) => void files.set(name, write(file)),
    readBack: async (name) => files.get(name) ?? null,
    remove: async (name) => void files.delete(name),
  };
}

const keep = (place = folder()) => keepOne(book, remoteJobs(book), place, small);

beforeEach(async () => {
  world = testWorld('2026-11-22T12:00:00Z');
  book = await freshBook(world);
  files = new Map();
  store = {};
  done(await addNote(book, anna, 'one'));
  await changeMark(small, { place: 'folder' });
});
afterEach(() => book.close());

describe('a backup by itself', () => {
  it('is the book, counted up, and remembered', async () => {
    expect(await keep()).toMatchObject({ ok: true });
    const [name, file] = [...files][0]!;
    expect(name).toBe('zhanggui-owner-000001-2026-11-22.json');
    expect(await file.text()).toBe(await backupText(book));
    expect((await readMark(small)).last).toMatchObject({ name, seq: 1, epoch: 1 });
  });

  it('is due once a day on which something was written', async () => {
    const due = async () => isDue(book, await readMark(small));
    expect(await due()).toBe(true);
    await keep();
    done(await addNote(book, anna, 'two'));
    expect(await due()).toBe(false);
    world.at('2026-11-23T12:00:00Z');
    expect(await due()).toBe(true);
    await keep();
    world.at('2026-11-30T12:00:00Z');
    expect(await due()).toBe(false);
    // A clock set back is another day too; nothing waits until it has caught up.
    done(await addNote(book, anna, 'three'));
    world.at('2025-11-30T12:00:00Z');
    expect(await due()).toBe(true);
    await changeMark(small, { place: null });
    expect(await due()).toBe(false);
  });

  it('takes older ones of this computer away, and nothing else', async () => {
    files.set('holiday.jpg', new Blob(['x']));
    files.set('zhanggui-other-000001-2020-01-01.json', new Blob(['theirs']));
    for (let day = 1; day <= 28; day++) {
      world.at(`2026-01-${String(day).padStart(2, '0')}T12:00:00Z`);
      done(await addNote(book, anna, `day ${day}`));
      expect(await keep()).toMatchObject({ ok: true });
    }
    expect(files.has('holiday.jpg')).toBe(true);
    expect(files.has('zhanggui-other-000001-2020-01-01.json')).toBe(true);
    expect(files.size).toBeLessThanOrEqual(2 + 7 + 4 + 1);
    expect(files.has('zhanggui-owner-000028-2026-01-28.json')).toBe(true);
  });

  it('that does not read back is taken away, told, and leaves the ones before it', async () => {
    await keep();
    const before = [...files.keys()];
    done(await addNote(book, anna, 'two'));
    const cut = await keep(folder((file) => file.slice(0, file.size - 1)));
    expect(cut).toMatchObject({ ok: false, fault: 'mismatch' });
    const changed = await keep(folder((file) => new Blob([file.slice(0, 300), 'x', file.slice(301)])));
    expect(changed).toMatchObject({ ok: false, fault: 'mismatch' });
    expect([...files.keys()]).toEqual(before);
    expect((await readMark(small)).fault).toBe('mismatch');
    expect(await keep()).toMatchObject({ ok: true });
    expect((await readMark(small)).fault).toBe(null);
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['NotFoundError', 'gone'],
    ['NotAllowedError', 'permission'],
    ['DataError', 'failed'],
  ])('that the disk refuses with %s is told as %s', async (name, fault) => {
    const refuse = () => {
      throw new DOMException('no', name);
    };
    expect(await keep(folder(refuse))).toMatchObject({ ok: false, fault });
    expect((await readMark(small)).fault).toBe(fault);
    expect(files.size).toBe(0);
  });
});
