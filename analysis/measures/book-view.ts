import type { Day } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import { momentDay } from './wall-clock';

/** The stretch of the book that a review looks at; days inclusive, in the shop's zone. */
export interface BookView {
  readonly from: Day | null;
  readonly asOf: Day;
  readonly timeZone: string;
}

/** Whether a record said at an instant falls into the view. */
export function inView(moment: string, view: BookView): boolean {
  const day = momentDay(moment, view.timeZone);
  return day <= view.asOf && (view.from === null || day >= view.from);
}

/** Whether something settled at an instant was settled by the end of the view: later settling is not known yet. */
export function settledInView(moment: string | null, view: BookView): boolean {
  return moment === null || momentDay(moment, view.timeZone) <= view.asOf;
}

/** The day of the book's first record of something said or done (J11); `null` for a book without any. */
export function bookSince(book: Book, view: BookView): Day | null {
  const moments = [
    ...book.promises.map((one) => one.saidAt),
    ...book.discounts.map((one) => one.saidAt),
    ...book.gifts.map((one) => one.saidAt),
    ...book.complaints.map((one) => one.openedAt),
    ...book.notes.map((one) => one.notedAt),
    ...book.visits.flatMap((one) => (one.askedAt === null ? [] : [one.askedAt])),
  ];
  if (moments.length === 0) return null;
  return momentDay(
    moments.reduce((first, moment) => (moment < first ? moment : first)),
    view.timeZone,
  );
}
