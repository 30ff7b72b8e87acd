import type { Day } from '@shared/calendar/day';
import type { Ack } from '../ack';
import type { OpenBook } from '../open';
import { settleReferrals } from './referrals';
import { expireHolds } from './stock-waits';
import { renewSupplies } from './supplies';
import { expireVisits } from './visit-expiry';

/** What a new day brings to those the shop keeps in touch with; each is an action, so each can be undone. */
export async function beginCareDay(book: OpenBook, today: Day): Promise<readonly Ack[]> {
  return [
    await expireHolds(book, today),
    await expireVisits(book, today),
    await renewSupplies(book, today),
    await settleReferrals(book),
  ];
}
