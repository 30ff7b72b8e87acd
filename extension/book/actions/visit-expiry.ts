import { addDays, type Day, dayOf } from '@shared/calendar/day';
import type { Ack } from '../ack';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { careSettings } from '../reads/care-settings';

/** Askings without an answer for so many days count as unanswered, as the shop's settings say. */
export function expireVisits(book: OpenBook, today: Day): Promise<Ack> {
  return book.commit({
    name: 'visit-unanswered',
    plan: async () => {
      const { noAnswerDays } = await careSettings(book);
      const { timeZone } = book.world;
      const asked = await book.db.visits.where('state').equals('asked').toArray();
      const over = asked.filter(
        ({ deleted, askedAt }) =>
          !deleted && askedAt !== null && addDays(dayOf(Date.parse(askedAt), timeZone), noAnswerDays) < today,
      );
      return { buyerId: null, changes: over.map(({ id }) => setting('visits', id, { state: 'no-answer' })) };
    },
  });
}
