import { downloadsPlace, mayDownload } from '@extension/platform/downloads';
import { pickedFolder } from '../generations';
import { smallStore } from '../journal/ways';
import type { OpenBook } from '../open';
import { howFar } from './how-far';
import { isDue, type KeptOne, keepOne } from './keep-one';
import { type BackupMark, changeMark, readMark } from './mark';
import { type BackupPlace, folderPlace } from './place';
import { remoteJobs } from './remote';

const LOCK = 'zhanggui-backup';
/** A page that was just opened has other things to do, in milliseconds. */
const FIRST = 4_000;
/** How often a page that stays open looks whether today's backup is due. */
const AGAIN = 10 * 60_000;

/** What the browser knows of a stored folder and its type does not say everywhere. */
interface Permitted {
  queryPermission?(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

/** The place the owner has chosen, ready to be written; or what is missing. */
export async function placeNow(mark: BackupMark): Promise<BackupPlace | 'permission' | 'gone' | null> {
  if (mark.place === null) return null;
  if (mark.place === 'downloads') return (await mayDownload()) ? downloadsPlace() : 'permission';
  const folder = await pickedFolder().catch(() => null);
  if (!folder) return 'gone';
  const state = await (folder as Permitted).queryPermission?.({ mode: 'readwrite' });
  return state === undefined || state === 'granted' ? folderPlace(folder) : 'permission';
}

/** Asks the browser once more for a folder it has forgotten. Must be called directly in a click. */
export async function allowFolder(): Promise<boolean> {
  const folder = (await pickedFolder().catch(() => null)) as Permitted | null;
  return (await folder?.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}

/** Makes a backup now, in the place that was chosen. One page at a time; `null` while another one does. */
export async function backUpNow(
  book: OpenBook,
  onProgress?: (part: number) => void,
): Promise<KeptOne | null> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return null;
    const mark = await readMark(smallStore);
    const place = await placeNow(mark);
    if (place === null || typeof place === 'string') {
      const fault = place ?? 'gone';
      await changeMark(smallStore, { fault, detail: '' });
      return { ok: false, fault, detail: '' };
    }
    const jobs = remoteJobs(book);
    try {
      return await keepOne(book, jobs, place, smallStore, onProgress);
    } finally {
      jobs.close();
    }
  });
}

/** Begins to make backups by themselves, for as long as the page lives. */
export function startBackups(book: OpenBook): void {
  if (book.readOnly || !('locks' in navigator)) return;
  const look = async (): Promise<void> => {
    const mark = await readMark(smallStore);
    if (mark.since === null && (await howFar(book)).seq > 0) {
      await changeMark(smallStore, { since: book.world.now() });
    }
    if (!(await isDue(book, mark))) return;
    const place = await placeNow(mark);
    if (place === 'permission' && mark.place === 'folder') onNextClick(() => void resume(book));
    await backUpNow(book);
  };
  // The database may be closed under it: a page that is about to load again makes no backup.
  const quietly = () => void look().catch(() => undefined);
  const first = setTimeout(quietly, FIRST);
  const timer = setInterval(quietly, AGAIN);
  book.onClosed(() => {
    clearTimeout(first);
    clearInterval(timer);
  });
}

let waiting = false;

/** The browser asks only upon a click: the first one there is will do. */
function onNextClick(act: () => void): void {
  if (waiting) return;
  waiting = true;
  document.addEventListener('click', act, { once: true, capture: true });
}

async function resume(book: OpenBook): Promise<void> {
  waiting = false;
  if (await allowFolder().catch(() => false)) await backUpNow(book).catch(() => undefined);
}
