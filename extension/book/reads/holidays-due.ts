import { type Day, daysBetween } from '@shared/calendar/day';
import { type Holiday, type HolidayId, nextHolidays } from '@shared/calendar/holidays';
import { lunarToSolar } from '@shared/calendar/lunar-to-solar';
import type { Buyer } from '@shared/records/buyer';
import type { OpenBook } from '../open';
import type { CareItem } from './care-due';
import { careSettings } from './care-settings';
import { reachable, spokenFor, writable } from './contact';

/** So many days ahead the list of a holiday stands ready. */
export const HOLIDAY_AHEAD_DAYS = 5;

/** What a message for a holiday is about: one text per holiday and year, for every buyer. */
export function holidayAbout({ id, on }: Holiday): string {
  return `holiday:${id}:${on.slice(0, 4)}`;
}

/** The next of the holidays a shop keeps, the nearest first. */
export function holidaysAhead(ids: readonly HolidayId[], today: Day): readonly Holiday[] {
  return nextHolidays(ids, today, lunarToSolar);
}

/** Whom a holiday's greeting is for: buyers of the chosen grades who may be written to and have none prepared. */
export async function holidayBuyers(book: OpenBook, holiday: Holiday, today: Day): Promise<readonly Buyer[]> {
  const { holidayGrades } = await careSettings(book);
  const ids = await book.db.buyers
    .where('grade')
    .anyOf([...holidayGrades])
    .primaryKeys();
  const about = holidayAbout(holiday);
  const prepared = await book.db.messages.where('aboutId').equals(about).toArray();
  const done = new Set(
    prepared.filter(({ deleted, state }) => !deleted && state !== 'released').map(({ buyerId }) => buyerId),
  );
  const buyers = await reachable(
    book,
    ids.filter((id) => !done.has(id)),
  );
  const open = await writable(book, buyers, today);
  return [...buyers.values()].filter(({ id }) => open.has(id)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One line for a holiday that comes near, while nothing was prepared for it. */
export async function holidaysDue(book: OpenBook, today: Day): Promise<readonly CareItem[]> {
  const { holidays } = await careSettings(book);
  if (holidays.length === 0) return [];
  const ahead = holidaysAhead(holidays, today).filter(
    ({ on }) => daysBetween(today, on) <= HOLIDAY_AHEAD_DAYS,
  );
  const underWay = await spokenFor(book, ahead.map(holidayAbout));
  const items = await Promise.all(
    ahead
      .filter((holiday) => !underWay.has(holidayAbout(holiday)))
      .map(async (holiday): Promise<readonly CareItem[]> => {
        const { id, on } = holiday;
        const count = (await holidayBuyers(book, holiday, today)).length;
        const reason = { kind: 'holiday', id, on, inDays: daysBetween(today, on), count } as const;
        return count === 0 ? [] : [{ key: `holiday/${id}/${on}`, reason, buyer: null, what: '', by: on }];
      }),
  );
  return items.flat();
}
