import { type Examined, UNEXAMINED } from '../examined';
import { refusalOf } from '../failure';
import type { BookDb, Sentinel } from '../schema';
import { sentinelOf } from '../write';
import type { Counted, JournalFacts } from './desk';
import type { RemoteDesk } from './protocol';

/** Compares what the stored book adds up to with what it should, between two writes. */
export function judge(
  found: Counted | 'broken' | null,
  sentinel: Sentinel | null,
  journal: JournalFacts | null,
): Examined {
  const records = found && found !== 'broken' ? found.records : 0;
  return { book: bookOf(found, sentinel), journal: journalOf(sentinel, journal), records, repaired: false };
}

function bookOf(found: Counted | 'broken' | null, sentinel: Sentinel | null): Examined['book'] {
  if (found === 'broken' || sentinel === null) return 'damaged';
  if (found === null || found.seq !== sentinel.seq) return 'busy';
  if (sentinel.sum === null) return 'unknown';
  return sentinel.sum === found.sum ? 'sound' : 'damaged';
}

function journalOf(sentinel: Sentinel | null, journal: JournalFacts | null): Examined['journal'] {
  if (!journal) return 'none';
  const level =
    sentinel === null || (journal.head.seq === sentinel.seq && journal.crcAtBook === sentinel.crc);
  return journal.whole && level ? 'whole' : 'part';
}

/**
 * The mark of a stored book; `null` where it can't be read: a browser that has found its own file damaged refuses
 * everything. A book that was closed, by a page that goes or for another program, is not a damaged one.
 */
export async function sentinelIn(db: BookDb): Promise<Sentinel | 'closed' | null> {
  try {
    return await sentinelOf(db);
  } catch (error) {
    return refusalOf(error).reason === 'moved' ? 'closed' : null;
  }
}

/** Adds the stored book up beside whoever writes, then looks at the marks between two writes. */
export async function examineBook(
  db: BookDb,
  desk: Pick<RemoteDesk, 'open'>,
  addUp: () => Promise<Counted | 'broken' | null>,
  between: <T>(work: () => Promise<T>) => Promise<T>,
  repair: (found: Examined, journal: JournalFacts | null) => Promise<boolean>,
): Promise<Examined> {
  const found = await addUp();
  return between(async () => {
    const sentinel = await sentinelIn(db);
    if (sentinel === 'closed') return UNEXAMINED;
    const journal = await desk.open(sentinel?.seq ?? null);
    const verdict = judge(found, sentinel, journal);
    return { ...verdict, repaired: await repair(verdict, journal) };
  });
}
