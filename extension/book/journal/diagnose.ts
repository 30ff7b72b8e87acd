import type { Sentinel } from '../schema';
import type { JournalFacts } from './desk';

/** What the stored book says of itself at a start. */
export interface BookFacts {
  readonly generation: number;
  readonly sentinel: Sentinel;
  /** Each table holds as many records as the mark says. */
  readonly counted: boolean;
  readonly records: number;
}

/** How far the book had come at least, by a third place that is not durable: it may lag, it can't run ahead. */
export interface Bound {
  readonly epoch: number;
  readonly seq: number;
}

/**
 * - `fine`: both say the same.
 * - `begin`: the journal has to go on from the stored book: there is none yet, or it is behind or damaged.
 * - `replay`: the stored book lacks the newest entries, as after a kill between the journal and it.
 * - `rebuild`: the stored book is gone, emptied, damaged, or of another past; the journal has it.
 */
export type Verdict = 'fine' | 'begin' | 'replay' | 'rebuild';

/** Compares what the stored book and the journal say. Pure: every combination can be tried. */
export function diagnose(book: BookFacts, journal: JournalFacts | null): Verdict {
  if (!journal) return 'begin';
  const { sentinel, generation, counted, records } = book;
  const epoch = sentinel.epoch ?? generation;
  // A mark that says which book it is was put there with it: an empty one that was restored is meant to be empty.
  const empty = sentinel.seq === 0 && records === 0 && sentinel.epoch === null;
  const journalHas = journal.head.seq > 0 || !journal.fromEmpty;
  if (empty && journalHas) return 'rebuild';
  // A book restored while its journal could not be begun; or an older one, come back from somewhere.
  if (epoch !== journal.epoch) return epoch > journal.epoch ? 'begin' : 'rebuild';
  const { seq, crc, stamp } = sentinel;
  // Nothing to give back from: the stored book, whatever it is, is the best there is.
  if (!counted) return journal.whole && journal.head.seq >= seq ? 'rebuild' : 'begin';
  if (seq > journal.head.seq) return 'begin';
  const samePast = crc === journal.crcAtBook;
  if (seq === journal.head.seq) {
    if (samePast) return journal.whole ? 'fine' : 'begin';
    return crc === null ? 'begin' : rebuildOrBegin(journal);
  }
  if (samePast && journal.crcAtBook !== null) return 'replay';
  if (samePast && seq === 0) return 'replay';
  // Written without a journal since, and later than the journal's newest entry.
  if (crc === null && (stamp ?? '') > (journal.head.stamp ?? '')) return 'begin';
  return rebuildOrBegin(journal);
}

function rebuildOrBegin(journal: JournalFacts): Verdict {
  return journal.whole ? 'rebuild' : 'begin';
}

/** How many actions at least are in neither place any more. */
export function lostActions(bound: Bound | null, epoch: number, newest: number): number {
  if (!bound || bound.epoch < epoch) return 0;
  // The whole book that was here is gone.
  if (bound.epoch > epoch) return bound.seq;
  return Math.max(0, bound.seq - newest);
}
