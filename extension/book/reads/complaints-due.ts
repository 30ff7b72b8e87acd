import { addDays, type Day, dayOf } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import type { Complaint } from '@shared/records/complaint';
import { type ComplaintNeed, complaintNeeds, overdue } from '@shared/records/complaint-due';
import { ENDING_DAYS } from '@shared/records/guarantee-rule';
import type { OpenBook } from '../open';
import { livingBuyers } from './merged';

/** What is due after a sale: for a complaint, or for a guarantee that is about to end. */
export interface AfterSaleDue {
  /** One text per item, the same on every reading. */
  readonly key: string;
  readonly need: ComplaintNeed | 'guarantee';
  /** The complaint or the guarantee. */
  readonly id: string;
  readonly buyer: Buyer;
  readonly what: string;
  /** An instant, a day, or `null`: at once. */
  readonly until: string | null;
  /** The shop's day of it. */
  readonly on: Day | null;
  readonly late: boolean;
}

/** The most pressing first. */
const ORDER = ['first-answer', 'escalate', 'remedy', 'call-back', 'claim', 'guarantee'] as const;
/** Days after closing in which a call-back still makes sense; imported history asks for none. */
const CALL_BACK_DAYS = 30;

/** First answers missing, remedies and call-backs due, courier claims and guarantees about to end, at an instant. */
export async function complaintsDue(book: OpenBook, now: number): Promise<readonly AfterSaleDue[]> {
  const { db, world } = book;
  const today = dayOf(now, world.timeZone);
  const instant = new Date(now).toISOString();
  const since = new Date(now - CALL_BACK_DAYS * 86_400_000).toISOString();
  const [complaints, guarantees] = await Promise.all([
    db.complaints
      .where('state')
      .anyOf(['open', 'acknowledged', 'remedied', 'unconfirmed', 'closed'])
      .toArray(),
    db.guarantees.where('until').between(today, addDays(today, ENDING_DAYS), true, true).toArray(),
  ]);
  const asking = complaints
    .filter((complaint) => !complaint.deleted && stillAsks(complaint, since))
    .flatMap((complaint) =>
      complaintNeeds(complaint, today).map(({ need, until }) => ({
        need,
        until,
        id: complaint.id,
        buyerId: complaint.buyerId,
        what: complaint.what,
      })),
    );
  const ending = guarantees
    .filter(({ deleted, state }) => !deleted && (state === 'open' || state === 'repairing'))
    .map(({ id, buyerId, what, until }) => ({ need: 'guarantee', until, id, buyerId, what }) as const);
  const all = [...asking, ...ending];
  const buyers = await livingBuyers(
    db,
    all.map(({ buyerId }) => buyerId),
  );
  return all
    .flatMap(({ buyerId, ...item }): readonly AfterSaleDue[] => {
      const buyer = buyers.get(buyerId);
      const late = overdue(item.until, instant, today);
      const { until } = item;
      const on = until === null || until.length === 10 ? until : dayOf(Date.parse(until), world.timeZone);
      return buyer ? [{ ...item, on, key: `${item.need}/${item.id}`, buyer, late }] : [];
    })
    .sort(pressing);
}

function stillAsks({ state, closedAt, courier }: Complaint, since: string): boolean {
  if (state !== 'closed' && state !== 'unconfirmed') return true;
  const claims = courier !== null && courier.claimUntil !== null && courier.claimedAt === null;
  return claims || (closedAt !== null && closedAt >= since);
}

function pressing(a: AfterSaleDue, b: AfterSaleDue): number {
  if (a.late !== b.late) return a.late ? -1 : 1;
  const rank = ORDER.indexOf(a.need) - ORDER.indexOf(b.need);
  return rank !== 0 ? rank : (a.until ?? '') < (b.until ?? '') ? -1 : 1;
}
