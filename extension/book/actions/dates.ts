import type { Day } from '@shared/calendar/day';
import type { SpecialDate } from '@shared/records/date';
import type { Ack } from '../ack';
import { creating, type FieldsOf } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, record, withdraw } from './common';

/** A date as the form gives it. */
export type DateInput = Omit<FieldsOf<'dates'>, 'buyerId' | 'greetedFor'>;

/** Writes down a day worth remembering (P11). */
export function recordDate(book: OpenBook, who: Who, input: DateInput): Promise<Ack> {
  return record(book, 'record-date', who, (buyerId, { id }) => [
    creating('dates', id, { ...input, buyerId, greetedFor: null }),
  ]);
}

/** Corrects a date. What was seen to stays seen to only while the day it falls on is the same. */
export function editDate(book: OpenBook, id: string, input: DateInput): Promise<Ack> {
  return amend(book, 'edit-date', 'dates', id, (stored) =>
    sameDay(stored, input) ? input : { ...input, greetedFor: null },
  );
}

/** Takes a date out: it was a mistake, or nobody wants to be reminded of it. */
export function dropDate(book: OpenBook, id: string): Promise<Ack> {
  return withdraw(book, 'drop-date', 'dates', id);
}

/** The occurrence of this day was seen to: a greeting went out, a parcel is on its way. The next one is after it. */
export function seeToDate(book: OpenBook, id: string, on: Day): Promise<Ack> {
  return amend(book, 'see-to-date', 'dates', id, () => ({ greetedFor: on }));
}

function sameDay(a: SpecialDate, b: DateInput): boolean {
  return a.calendar === b.calendar && a.month === b.month && a.day === b.day && a.leap === b.leap;
}
