import type { Day } from '@shared/calendar/day';
import { lunarToSolar } from '@shared/calendar/lunar-to-solar';
import { comingDate, DATE_READY_DAYS, MOST_LEAD_DAYS, monthsAhead } from '@shared/records/coming-date';
import type { OpenBook } from '../open';
import type { CareItem } from './care-due';
import { reachable, spokenFor } from './contact';

/**
 * Dates near enough to send something for. The owner asked to be reminded of each, so a message of last week
 * silences none of them.
 */
export async function datesDue(book: OpenBook, today: Day): Promise<readonly CareItem[]> {
  const months = monthsAhead(today, MOST_LEAD_DAYS + DATE_READY_DAYS);
  const stored = await book.db.dates
    .where('month')
    .anyOf([...months])
    .toArray();
  const dates = stored.filter(({ deleted }) => !deleted);
  const near = dates.flatMap((date) => {
    const coming = comingDate(date, today, lunarToSolar);
    return coming?.due ? [{ date, coming }] : [];
  });
  const [buyers, underWay] = await Promise.all([
    reachable(
      book,
      near.map(({ date }) => date.buyerId),
    ),
    spokenFor(
      book,
      near.map(({ date }) => date.id),
    ),
  ]);
  return near
    .sort((a, b) => (a.coming.sendBy < b.coming.sendBy ? -1 : 1))
    .flatMap(({ date, coming: { on, inDays, sendBy } }): readonly CareItem[] => {
      const buyer = buyers.get(date.buyerId);
      if (!buyer || underWay.has(date.id)) return [];
      const reason = { kind: 'date', id: date.id, on, inDays, sendBy } as const;
      return [{ key: `date/${date.id}`, reason, buyer, what: date.title, by: sendBy >= today ? sendBy : on }];
    });
}
