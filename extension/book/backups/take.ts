import type { RestoreOptions } from '../build';
import { bookBefore, bookName } from '../generations';
import type { OpenBook } from '../open';
import { type Builder, type Restored, replaceBook } from '../replace';
import { bookDb } from '../schema';
import type { FileRefusal } from './file';
import type { PutOrder, Secret, Written } from './jobs';
import type { RemoteJobs } from './remote';

/** The whole book as a backup of one consistent point in time, read back before it is handed out. */
export function saveFile(
  book: OpenBook,
  jobs: RemoteJobs,
  secret: Secret | null,
  onProgress: (part: number) => void = () => undefined,
): Promise<Written> {
  const made = new Date(book.world.now()).toISOString();
  return jobs.save(bookName(book.generation), made, secret, onProgress);
}

/** A restore that ended, or a file that turned out to be no backup after all. */
export type Taken = Restored | { readonly ok: false; readonly file: FileRefusal };

/** Puts the file that `jobs` has looked into in this book's place, or merges it into it. */
export async function takeFile(
  book: OpenBook,
  jobs: RemoteJobs,
  way: PutOrder['way'],
  options: RestoreOptions = {},
): Promise<Taken> {
  let refused: FileRefusal | null = null;
  const builder: Builder = {
    build: async (epoch, last) => {
      const { seat, generation } = book;
      const order = { way, stored: bookName(generation), name: bookName(epoch), epoch, seat, last };
      const put = await jobs.put(order, options);
      if (put.ok) return put.mark;
      refused = put;
      return { ok: false, reason: 'invalid', detail: put.reason };
    },
    install: (mark) => jobs.install(mark),
    drop: () => jobs.drop(),
    close: () => undefined,
  };
  const restored = await replaceBook(book, builder, options.signal);
  return refused ? { ok: false, file: refused } : restored;
}

/**
 * Goes back to the book that a restore put aside: it is put in place like any other, so that the way forward again
 * stays open too.
 */
export async function takeBookBefore(
  book: OpenBook,
  jobs: RemoteJobs,
  options: RestoreOptions = {},
): Promise<Taken> {
  const before = await bookBefore();
  if (!before) return { ok: false, reason: 'not-found', detail: 'no book was put aside' };
  // It may have the shape of an older program: it climbs first.
  const db = bookDb(bookName(before.generation));
  await db.open();
  db.close();
  const made = new Date(before.at).toISOString();
  const part = (from: number) => (done: number) => options.onProgress?.(from + done / 3);
  const { file } = await jobs.save(bookName(before.generation), made, null, part(0));
  const looked = await jobs.look(bookName(book.generation), file, null, part(1 / 3));
  if (!looked.ok) return { ok: false, file: looked };
  return takeFile(book, jobs, 'replace', { ...options, onProgress: part(2 / 3) });
}
