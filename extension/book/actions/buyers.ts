import type { Ack } from '../ack';
import { type FieldsOf, setting } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { record } from './common';

/** Changes fields of a buyer's profile; a buyer met just now becomes known by it. */
export function editBuyer(book: OpenBook, who: Who, fields: Partial<FieldsOf<'buyers'>>): Promise<Ack> {
  return record(book, 'edit-buyer', who, (buyerId) => [setting('buyers', buyerId, fields)]);
}
