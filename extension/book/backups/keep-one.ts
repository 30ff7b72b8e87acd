import { dayOf } from '@shared/calendar/day';
import type { SmallStore } from '../journal/news';
import type { OpenBook } from '../open';
import { howFar } from './how-far';
import { type BackupFault, type BackupMark, changeMark, readMark } from './mark';
import type { BackupPlace } from './place';
import type { RemoteJobs } from './remote';
import { backupName, readBackupName, seatTag, superfluous } from './rotation';
import { saveFile } from './take';

export type KeptOne =
  | { readonly ok: true; readonly mark: BackupMark }
  | { readonly ok: false; readonly fault: BackupFault; readonly detail: string };

/**
 * Whether today's backup is still to be made: the place is known, the book has changed since the newest one, and that
 * one is of another day.
 */
export async function isDue(book: OpenBook, mark: BackupMark): Promise<boolean> {
  if (mark.place === null) return false;
  const { epoch, seq } = await howFar(book);
  if (seq === 0) return false;
  const { last } = mark;
  if (last === null) return true;
  if (last.epoch === epoch && last.seq === seq) return false;
  const { timeZone } = book.world;
  return dayOf(last.at, timeZone) !== dayOf(book.world.now(), timeZone);
}

/**
 * Writes one backup, reads it back and only then takes away what is no longer needed. Whatever fails, the backups
 * before it stay as they are, and the owner is told by the mark.
 */
export async function keepOne(
  book: OpenBook,
  jobs: RemoteJobs,
  place: BackupPlace,
  small: SmallStore,
  onProgress: (part: number) => void = () => undefined,
): Promise<KeptOne> {
  try {
    const before = await readMark(small);
    const tag = seatTag(book.seat);
    const own = (names: readonly string[]) =>
      names.flatMap((name) => readBackupName(name) ?? []).filter(({ seat }) => seat === tag);
    const there = own(await place.names());
    const number = Math.max(before.number, ...there.map((one) => one.number)) + 1;
    const at = book.world.now();
    const { epoch } = await howFar(book);
    const { file, rows, seq } = await saveFile(book, jobs, null, onProgress);
    const name = backupName(tag, number, dayOf(at, book.world.timeZone));
    await place.write(name, file);
    const wrong = await readBackWrong(jobs, place, name, file.size, rows);
    if (wrong !== null) {
      await place.remove(name).catch(() => undefined);
      return await failed(small, 'mismatch', wrong);
    }
    for (const old of superfluous([...there, ...own([name])])) await place.remove(old.name);
    const last = { at, epoch, seq, rows, name };
    const mark = await changeMark(small, { last, number, fault: null, detail: '' });
    return { ok: true, mark };
  } catch (error) {
    const [fault, detail] = faultOf(error);
    return failed(small, fault, detail);
  }
}

/** What is wrong with the file as it lies there; `null` for nothing. */
async function readBackWrong(
  jobs: RemoteJobs,
  place: BackupPlace,
  name: string,
  size: number,
  rows: number,
): Promise<string | null> {
  const back = await place.readBack(name, size);
  if (back === null) return null;
  if (back.size !== size) return `${back.size} of ${size} bytes are there`;
  const found = await jobs.check(back, null);
  if (!found.ok) return found.reason;
  return found.rows === rows ? null : `${found.rows} of ${rows} records are there`;
}

async function failed(small: SmallStore, fault: BackupFault, detail: string): Promise<KeptOne> {
  await changeMark(small, { fault, detail }).catch(() => undefined);
  return { ok: false, fault, detail };
}

function faultOf(error: unknown): readonly [BackupFault, string] {
  const detail = error instanceof Error ? error.message : String(error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return ['permission', detail];
  if (name === 'NotFoundError') return ['gone', detail];
  if (name === 'QuotaExceededError') return ['full', detail];
  return ['failed', detail];
}
