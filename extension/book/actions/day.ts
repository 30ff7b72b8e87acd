import { type Day, dayOf, daysBetween } from '@shared/calendar/day';
import type { Complaint } from '@shared/records/complaint';
import type { Ack } from '../ack';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { momentOf } from './common';
import { expireGifts } from './gifts';
import { dropUnsent } from './sent';

/** Days after the remedy from which a buyer who says nothing counts as "unconfirmed" (J12). */
const SILENT_DAYS = 7;

/** What a new day brings by itself; each is an action, so each can be undone. */
export async function beginDay(book: OpenBook, today: Day): Promise<readonly Ack[]> {
  return [
    await dropUnsent(book, today),
    await expireGifts(book, today),
    await expireDiscounts(book, today),
    await unconfirmComplaints(book, today),
    ...(await (await import('./day-care')).beginCareDay(book, today)),
  ];
}

/** Discounts whose last day is over hold no longer. */
export function expireDiscounts(book: OpenBook, today: Day): Promise<Ack> {
  return book.commit({
    name: 'expire-discounts',
    plan: async () => {
      const { at } = await momentOf(book);
      const owed = await book.db.discounts.where('state').equals('owed').toArray();
      const over = owed.filter((d) => !d.deleted && d.expires !== null && d.expires < today);
      return {
        buyerId: null,
        changes: over.map((discount) =>
          setting('discounts', discount.id, { state: 'expired', settledAt: at }),
        ),
      };
    },
  });
}

/** Only the buyer closes a complaint; one who stays silent is counted apart. */
export function unconfirmComplaints(book: OpenBook, today: Day): Promise<Ack> {
  return book.commit({
    name: 'unconfirm-complaints',
    plan: async () => {
      const remedied = await book.db.complaints.where('state').equals('remedied').toArray();
      const silent = remedied.filter((complaint) => !complaint.deleted && isSilent(book, complaint, today));
      return {
        buyerId: null,
        changes: silent.map((complaint) => setting('complaints', complaint.id, { state: 'unconfirmed' })),
      };
    },
  });
}

function isSilent({ world }: OpenBook, { remedyAt }: Complaint, today: Day): boolean {
  return remedyAt !== null && daysBetween(dayOf(Date.parse(remedyAt), world.timeZone), today) > SILENT_DAYS;
}
