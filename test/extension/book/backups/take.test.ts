import { addNote } from '@extension/book/actions/notes';
import { recordPromise } from '@extension/book/actions/promises';
import { undo } from '@extension/book/actions/undo';
import { remoteJobs } from '@extension/book/backups/remote';
import { saveFile, takeBookBefore, takeFile } from '@extension/book/backups/take';
import { bookBefore, bookName } from '@extension/book/generations';
import { type OpenBook, openBook } from '@extension/book/open';
import { searchBuyers } from '@extension/book/reads/search';
import { wholeBook, wholeBookAndHistory } from '@extension/book/reads/whole';
import { backupText } from '@extension/book/save-backup';
import { mergeActions, mergeBooks } from '@shared/records/merge';
import { afterEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, promiseOf, refusal, testWorld, wang } from '../desk';

const open: OpenBook[] = [];
const keep = (book: OpenBook): OpenBook => {
  open.push(book);
  return book;
};
afterEach(() => {
  for (const book of open.splice(0)) book.close();
});

/** A book of another computer, as a file and as it stood. */
async function otherBook() {
  const shop = await freshBook(testWorld('2027-03-01T00:00:00Z'));
  done(await recordPromise(shop, anna, promiseOf()));
  done(await addNote(shop, anna, 'from the old computer'));
  const { file } = await saveFile(shop, remoteJobs(shop), null);
  const before = await wholeBookAndHistory(shop);
  shop.close();
  return { ...before, file };
}

async function looked(book: OpenBook, file: Blob, passphrase: string | null = null) {
  const jobs = remoteJobs(book);
  const answer = await jobs.look(bookName(book.generation), file, passphrase, () => undefined);
  return { jobs, answer };
}

describe('a backup that is written in the background', () => {
  it('is byte for byte the one that is written at once, and counted', async () => {
    const shop = keep(await freshBook());
    const first = done(await addNote(shop, anna, 'one'));
    done(await recordPromise(shop, wang, promiseOf()));
    done(await undo(shop, first.id));
    const { file, seq, rows } = await saveFile(shop, remoteJobs(shop), null);
    expect(await file.text()).toBe(await backupText(shop));
    const { book, actions } = await wholeBookAndHistory(shop);
    const records = Object.values(book).reduce((sum, table) => sum + table.length, 0);
    expect({ seq, rows }).toEqual({ seq: actions.length, rows: records + actions.length });
  });

  it('sealed, opens with its passphrase only', async () => {
    const shop = keep(await freshBook());
    done(await addNote(shop, anna, 'one'));
    const jobs = remoteJobs(shop);
    const { file, rows } = await saveFile(shop, jobs, { passphrase: 'three green cups', code: null });
    expect(await jobs.check(file, 'three green cups')).toEqual({ ok: true, rows });
    expect(await jobs.check(file, 'two green cups')).toMatchObject({ reason: 'wrong-passphrase' });
    expect(await jobs.check(file, null)).toMatchObject({ reason: 'sealed' });
  });
});

describe('before a backup is taken', () => {
  it('it is said what would be added, changed and removed, either way', async () => {
    const other = await otherBook();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'only here'));
    const { answer } = await looked(shop, other.file);
    if (!answer.ok) throw new Error(answer.reason);
    const { replace, merge, newestHere, newestThere } = answer.looked;
    expect(replace.notes).toEqual({ here: 1, there: 1, added: 1, changed: 0, removed: 1 });
    expect(merge.notes).toEqual({ here: 1, there: 2, added: 1, changed: 0, removed: 0 });
    expect(replace.promises).toEqual({ here: 0, there: 1, added: 1, changed: 0, removed: 0 });
    expect(new Date(newestHere!).getUTCFullYear()).toBe(2026);
    expect(new Date(newestThere!).getUTCFullYear()).toBe(2027);
  });

  it('a copy of the same book changes nothing, an older one takes back what came since', async () => {
    const shop = keep(await freshBook());
    done(await recordPromise(shop, anna, promiseOf()));
    const { file } = await saveFile(shop, remoteJobs(shop), null);
    const same = await looked(shop, file);
    if (!same.answer.ok) throw new Error(same.answer.reason);
    for (const one of Object.values(same.answer.looked.replace)) {
      expect(one).toMatchObject({ added: 0, changed: 0, removed: 0 });
    }
    const [promise] = (await wholeBook(shop)).promises;
    done(
      await shop.commit({
        name: 'keep-promise',
        plan: { buyerId: null, changes: [{ table: 'promises', id: promise!.id, set: { state: 'kept' } }] },
      }),
    );
    const older = await looked(shop, file);
    if (!older.answer.ok) throw new Error(older.answer.reason);
    expect(older.answer.looked.replace.promises).toMatchObject({ changed: 1 });
    expect(older.answer.looked.merge.promises).toMatchObject({ changed: 0 });
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length - 200), 'truncated'],
    ['with one letter changed', (text: string) => text.replace('old computer', 'odd computer'), 'damaged'],
    ['of a newer program', (text: string) => text.replace('"version":1', '"version":9'), 'newer'],
    ['of another program', () => '{"format":"somebody/else"}', 'not-a-backup'],
    ['that holds no text', () => '\u0000\u0001', 'not-a-backup'],
  ])('one %s is refused, and nothing is touched', async (_, harm, reason) => {
    const other = await otherBook();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'only here'));
    const before = await backupText(shop);
    const { jobs, answer } = await looked(shop, new Blob([harm(await other.file.text())]));
    expect(answer).toMatchObject({ ok: false, reason });
    expect(await takeFile(shop, jobs, 'replace')).toMatchObject({ ok: false });
    expect(await backupText(shop)).toBe(before);
    expect(refusal(await addNote(shop, wang, 'and goes on'))).toBe(null);
  });
});

describe('a backup that is taken', () => {
  it('in place of the book gives back byte for byte what was saved', async () => {
    const other = await otherBook();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'only here'));
    const { jobs } = await looked(shop, other.file);
    const told: number[] = [];
    const onProgress = (part: number) => told.push(part);
    expect(await takeFile(shop, jobs, 'replace', { onProgress })).toEqual({ ok: true, generation: 2 });
    expect(told.at(-1)).toBe(1);
    const restored = keep(await openBook(testWorld('2027-03-01T00:00:00Z'), 'owner'));
    expect(await backupText(restored)).toBe(await other.file.text());
    expect((await searchBuyers(restored, 'ann', 5)).map(({ buyer }) => buyer.name)).toEqual(['Anna']);
  });

  it('laid out by hand does as well', async () => {
    const other = await otherBook();
    const shop = keep(await freshBook());
    const anew = new Blob([JSON.stringify(JSON.parse(await other.file.text()), null, 2)]);
    const { jobs } = await looked(shop, anew);
    expect(await takeFile(shop, jobs, 'replace')).toMatchObject({ ok: true });
    const restored = keep(await openBook(testWorld(), 'owner'));
    expect(await wholeBookAndHistory(restored)).toEqual({ book: other.book, actions: other.actions });
  });

  it('into the book makes one of both, also when something was saved since it was looked into', async () => {
    const other = await otherBook();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'only here'));
    const { jobs } = await looked(shop, other.file);
    done(await addNote(shop, wang, 'since'));
    const here = await wholeBookAndHistory(shop);
    expect(await takeFile(shop, jobs, 'merge')).toMatchObject({ ok: true });
    const both = keep(await openBook(testWorld(), 'owner'));
    const { book, actions } = await wholeBookAndHistory(both);
    expect(book).toEqual(mergeBooks(here.book, other.book));
    expect(mergeActions(actions, [])).toEqual(mergeActions(here.actions, other.actions));
    expect(book.notes.map(({ text }) => text).toSorted()).toEqual([
      'from the old computer',
      'only here',
      'since',
    ]);
  });

  it('can be taken back, and that as well', async () => {
    const other = await otherBook();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'only here'));
    const before = await wholeBookAndHistory(shop);
    const { jobs } = await looked(shop, other.file);
    await takeFile(shop, jobs, 'replace');
    const after = keep(await openBook(testWorld(), 'owner'));
    expect(await bookBefore()).toMatchObject({ generation: 1 });
    expect(await takeBookBefore(after, remoteJobs(after))).toEqual({ ok: true, generation: 3 });
    const back = keep(await openBook(testWorld(), 'owner'));
    expect(await wholeBookAndHistory(back)).toEqual(before);
    expect(await takeBookBefore(back, remoteJobs(back))).toMatchObject({ ok: true });
    const forth = keep(await openBook(testWorld(), 'owner'));
    expect(await wholeBookAndHistory(forth)).toEqual({ book: other.book, actions: other.actions });
  });

  it('stopped on the way leaves the book as it was', async () => {
    const other = await otherBook();
    const shop = keep(await freshBook());
    done(await addNote(shop, wang, 'only here'));
    const before = await backupText(shop);
    const { jobs } = await looked(shop, other.file);
    const stop = new AbortController();
    const taken = await takeFile(shop, jobs, 'replace', {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(taken).toMatchObject({ ok: false, reason: 'cancelled' });
    expect(await backupText(shop)).toBe(before);
    expect(await bookBefore()).toBe(null);
  });
});
