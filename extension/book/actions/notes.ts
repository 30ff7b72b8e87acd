import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { record } from './common';

/** Writes a private note on a buyer. */
export function addNote(book: OpenBook, who: Who, text: string): Promise<Ack> {
  return record(book, 'add-note', who, (buyerId, { id, at, by }) => [
    creating('notes', id, { buyerId, text, notedAt: at, pinned: false, by }),
  ]);
}
