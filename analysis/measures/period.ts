import { addDays, type Day } from '@shared/calendar/day';
import { isoWeek } from '@shared/calendar/week';
import type { Book } from '@shared/records/book';
import type { Dataset } from '../dataset';
import type { ReviewOptions } from '../options';
import type { Review } from '../review';
import { answerTime } from './select';
import { dayEnd, dayStart, momentDay, wallDay } from './wall-clock';

/** From which day to which the review looks, and up to which day it knows. */
export interface Span {
  readonly asOf: Day;
  /** First and end midnight of what counts, wall clock; `start` is −∞ without `--from`. */
  readonly start: number;
  readonly end: number;
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * The review's last day: `--as-of`, else the last calendar day in the data between `--from` and `--to`, or the
 * day before it when that is today (today is not over). Data without any date: yesterday.
 */
export function spanOf(data: Dataset, options: ReviewOptions): Span {
  const { from, to } = options;
  const last = lastDay(data, from, to);
  const known = last === options.today ? addDays(last, -1) : last;
  const asOf = options.asOf ?? known ?? addDays(options.today, -1);
  const lastCounted = to !== null && to < asOf ? to : asOf;
  return { asOf, start: from === null ? -Infinity : dayStart(from), end: dayEnd(lastCounted), from, to };
}

/** The seven complete days that end on a day, and that day's ISO week. */
export function periodOf(asOf: Day): Review['period'] {
  return { from: addDays(asOf, -6), to: asOf, isoWeek: isoWeek(asOf) };
}

function lastDay(data: Dataset, from: Day | null, to: Day | null): Day | null {
  const start = from === null ? -Infinity : dayStart(from);
  const end = to === null ? Infinity : dayEnd(to);
  let latest = -Infinity;
  const look = (time: number) => {
    if (time > latest && time >= start && time < end) latest = time;
  };
  for (let index = 0; index < data.orders.count; index++) look(data.orders.time[index]!);
  for (let index = 0; index < data.answers.count; index++) look(answerTime(data.answers, index));
  const book = data.book === null ? null : lastBookDay(data.book, data.timeZone, from, to);
  const frames = latest === -Infinity ? null : wallDay(latest);
  if (book === null || frames === null) return book ?? frames;
  return book > frames ? book : frames;
}

/** The last day on which something was said, asked or settled; plans for later days don't count. */
function lastBookDay(book: Book, timeZone: string, from: Day | null, to: Day | null): Day | null {
  const moments = [
    ...book.promises.flatMap((one) => [one.saidAt, one.settledAt]),
    ...book.discounts.flatMap((one) => [one.saidAt, one.settledAt]),
    ...book.gifts.flatMap((one) => [one.saidAt, one.settledAt]),
    ...book.complaints.flatMap((one) => [one.openedAt, one.remedyAt, one.closedAt]),
    ...book.visits.flatMap((one) => [one.askedAt, one.answeredAt]),
    ...book.notes.map((one) => one.notedAt),
  ];
  let last: Day | null = null;
  for (const moment of moments) {
    if (moment === null) continue;
    const day = momentDay(moment, timeZone);
    const inside = (from === null || day >= from) && (to === null || day <= to);
    if (inside && (last === null || day > last)) last = day;
  }
  return last;
}
