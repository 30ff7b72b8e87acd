import { addDays, type Day, dayOf } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import type { Complaint } from '@shared/records/complaint';
import type { Order } from '@shared/records/order';
import { boughtAgain, WATCHED_DAYS } from '@shared/records/recovery';
import type { OpenBook } from '../open';
import { linksOf, nameKey, nameOf, ordersNamed } from './orders';
import { byIds } from './rows';

/** A mended complaint, and what the buyer did afterwards (P16). */
export interface WatchedReturn {
  readonly complaint: Complaint;
  readonly buyer: Buyer;
  /** The shop's day of the remedy. */
  readonly mendedOn: Day;
  /** More was given than was asked for. */
  readonly beyond: boolean;
  /** The shop's day of the buyer's next order; `null`: none so far. */
  readonly againOn: Day | null;
}

/** Complaints remedied in the last 90 days, the newest first: did the buyer order again? */
export async function watchedReturns(book: OpenBook, today: Day): Promise<readonly WatchedReturn[]> {
  const { db, world } = book;
  const first = addDays(today, -WATCHED_DAYS);
  const day = (at: string) => dayOf(Date.parse(at), world.timeZone);
  const complaints = await db.complaints
    .where('state')
    .anyOf(['remedied', 'closed', 'unconfirmed'])
    .filter(({ deleted, remedyAt }) => !deleted && remedyAt !== null && day(remedyAt) >= first)
    .toArray();
  const ids = [...new Set(complaints.map(({ buyerId }) => buyerId))];
  const [buyers, links] = await Promise.all([byIds(db.buyers, ids), linksOf(book, ids)]);
  const orders = await ordersNamed(book, links.map(nameOf));
  const owner = new Map(links.map((link) => [nameKey(link), link.buyerId]));
  const ofBuyer = new Map<string, Order[]>();
  for (const order of orders) {
    const id = owner.get(nameKey(order));
    if (id !== undefined) ofBuyer.set(id, [...(ofBuyer.get(id) ?? []), order]);
  }
  return complaints
    .flatMap((complaint): readonly WatchedReturn[] => {
      const buyer = buyers.get(complaint.buyerId);
      const { remedyAt } = complaint;
      if (!buyer || buyer.sample || remedyAt === null) return [];
      const again = boughtAgain(remedyAt, ofBuyer.get(buyer.id) ?? []);
      const beyond = complaint.recovery !== '';
      return [{ complaint, buyer, mendedOn: day(remedyAt), beyond, againOn: again && day(again) }];
    })
    .sort((a, b) => (a.mendedOn < b.mendedOn ? 1 : -1));
}
