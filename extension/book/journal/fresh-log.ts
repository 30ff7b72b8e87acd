/**
 * Chromium's usual database goes on writing behind the end of its log, also where a power cut has torn that end. It
 * finds out at the start after the next one, can't read past the tear, and throws every database away. A log that
 * is full is put away whole, and a new one is begun: so it is filled once, before anything is saved behind a tear.
 */
const SCRATCH = 'zhanggui-scratch';
/** The log is full at 4 MB; a value above 64 KB would be kept as a file beside it. */
const PIECES = 96;
const PIECE = 'x'.repeat(48 * 1024);
/** Less room than this, in bytes, and nothing is filled: a full disk is the greater danger. */
const ROOM = 256 * 1024 * 1024;
const DONE = 'log-fresh';

/** The part of `storage.session` that is used: it is forgotten when the browser ends. */
export interface SessionStore {
  get(key: string): Promise<Readonly<Record<string, unknown>>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Has the browser begin a new log, once in each of its lives. Harmless where databases are kept in another way. */
export async function freshLog(
  session: SessionStore,
  idb: IDBFactory,
  room: () => Promise<number>,
): Promise<void> {
  if ((await session.get(DONE))[DONE] === true || (await room()) < ROOM) return;
  const db = await opened(idb);
  try {
    await new Promise<void>((resolve, reject) => {
      // Into the log is enough; whether the disk has it does not matter.
      const transaction = db.transaction('pieces', 'readwrite', { durability: 'relaxed' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      const store = transaction.objectStore('pieces');
      for (let piece = 0; piece < PIECES; piece++) store.put(PIECE, piece);
    });
  } finally {
    db.close();
    idb.deleteDatabase(SCRATCH);
  }
  await session.set({ [DONE]: true });
}

function opened(idb: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = idb.open(SCRATCH, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('pieces');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
