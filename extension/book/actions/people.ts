import type { Day } from '@shared/calendar/day';
import { type Ack, refuse } from '../ack';
import { creating, removing } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, missing, present, record } from './common';

export interface PersonInput {
  readonly name: string;
  /** Who they are to the buyer: baby, mother, colleague. */
  readonly relation: string;
  readonly born: Day | null;
  /** Where they stand: stage 2, size 110, third grade. */
  readonly stage: string;
  readonly note: string;
}

/** Writes down somebody behind a buyer (J19). */
export function recordPerson(book: OpenBook, who: Who, input: PersonInput): Promise<Ack> {
  return record(book, 'record-person', who, (buyerId, { id }) => [
    creating('people', id, { ...input, buyerId, graduatedOn: null }),
  ]);
}

/** Changes what is known of them. */
export function editPerson(book: OpenBook, id: string, fields: Partial<PersonInput>): Promise<Ack> {
  return amend(book, 'edit-person', 'people', id, () => fields);
}

/** Their need has come to its natural end on this day. The buyer is not lost: they grew out of it. */
export function graduatePerson(book: OpenBook, id: string, on: Day): Promise<Ack> {
  return amend(book, 'graduate-person', 'people', id, (person) =>
    person.graduatedOn === null
      ? { graduatedOn: on }
      : refuse('invalid', `${person.name} has graduated already`),
  );
}

/** Said too soon, or there is a need again. */
export function returnPerson(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'return-person', 'people', id, (person) =>
    person.graduatedOn === null
      ? refuse('invalid', `${person.name} has not graduated`)
      : { graduatedOn: null },
  );
}

/** Takes them off the buyer's file. */
export function removePerson(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'remove-person',
    plan: async () => {
      const person = await present(book, 'people', id);
      return person ? { buyerId: person.buyerId, changes: [removing('people', id)] } : missing('people', id);
    },
  });
}
