import type { TodayItem } from '@extension/book/reads/today';
import { type Day, dayOf } from '@shared/calendar/day';

/** Before the rest is one click away (J5). */
export const TODAY_MOST = 7;

/** A line of Today as it is drawn. */
export interface TodayRow {
  readonly id: string;
  readonly tag: 'late' | 'due' | 'near' | 'complaint' | 'unsent' | 'gift';
  readonly what: string;
  readonly day: Day | null;
}

/** The words of a line of Today, whatever it is about. */
export function todayRow(item: TodayItem, timeZone: string): TodayRow {
  if (item.kind === 'promise') {
    const { promise, standing } = item;
    const tag = standing === 'late' || standing === 'due' ? standing : 'near';
    return {
      id: promise.id,
      tag,
      what: promise.what,
      day: promise.due.on === 'day' ? promise.due.day : null,
    };
  }
  if (item.kind === 'complaint') {
    const { id, what, remedyDue, callBackDue, remedyAt } = item.complaint;
    const until = remedyAt === null ? remedyDue : callBackDue;
    return { id, tag: 'complaint', what, day: until && dayOf(Date.parse(until), timeZone) };
  }
  if (item.kind === 'gift') return { id: item.gift.id, tag: 'gift', what: item.gift.what, day: null };
  return { id: item.unsent.record.id, tag: 'unsent', what: item.unsent.record.what, day: null };
}
