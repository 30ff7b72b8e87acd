import { addDays, type Day } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import type { Complaint } from '@shared/records/complaint';
import type { Gift } from '@shared/records/gift';
import { NEAR_DAYS, type Promised, type Standing, standing } from '@shared/records/promise';
import { ofSample } from '@shared/records/sample';
import { type Unsent, unsent } from '../actions/sent';
import type { OpenBook } from '../open';
import { droppedOn } from './dropped';
import { duePromises } from './due';
import { livingBuyers } from './merged';

/** Something of today with the buyer it is about. */
export type With<T> = T & { readonly buyer: Buyer };
export type DuePromise = With<{ readonly promise: Promised; readonly standing: Standing }>;

/** One line of Today, whatever it is about. */
export type TodayItem =
  | ({ readonly kind: 'promise' } & DuePromise)
  | ({ readonly kind: 'complaint' } & With<{ readonly complaint: Complaint }>)
  | ({ readonly kind: 'unsent' } & With<{ readonly unsent: Unsent }>)
  | ({ readonly kind: 'gift' } & With<{ readonly gift: Gift }>);

/** The shop's day when no buyer is open. */
export interface TodayView {
  readonly late: readonly DuePromise[];
  readonly due: readonly DuePromise[];
  readonly near: readonly DuePromise[];
  readonly toBeSent: readonly With<{ readonly unsent: Unsent }>[];
  /** What was filled, never sent, and dropped when the day began (J2). */
  readonly dropped: readonly With<{ readonly unsent: Unsent }>[];
  /** Discounts owed for next time that still hold. */
  readonly discountsOwed: number;
  readonly giftsToPack: readonly With<{ readonly gift: Gift }>[];
  /** Queue gifts that wait for an order: a count to look into, nothing to do today (J3). */
  readonly giftsWaiting: readonly With<{ readonly gift: Gift }>[];
  readonly openComplaints: readonly With<{ readonly complaint: Complaint }>[];
  /** All there is to do today in one order: late and due promises, then what is not a promise, then near ones (J5). */
  readonly ranked: readonly TodayItem[];
}

/** What today asks for. Everything is found by index; nothing grows with the number of buyers. */
export async function todayView(book: OpenBook, today: Day): Promise<TodayView> {
  const { db } = book;
  const [promises, filled, dropped, gifts, complaints, discountsOwed] = await Promise.all([
    duePromises(book, addDays(today, NEAR_DAYS), today),
    unsent(book),
    droppedOn(book, today),
    db.gifts.where('state').anyOf(['to-pack', 'waiting-for-order']).toArray(),
    db.complaints.where('state').anyOf(['open', 'acknowledged', 'remedied']).toArray(),
    db.discounts
      .where('state')
      .equals('owed')
      .filter(
        (discount) =>
          !discount.deleted &&
          !ofSample(discount) &&
          (discount.expires === null || discount.expires >= today),
      )
      .count(),
  ]);
  const all = [...promises, ...gifts, ...complaints, ...[...filled, ...dropped].map((item) => item.record)];
  const buyers = await livingBuyers(
    db,
    all.map((row) => row.buyerId),
  );
  const withBuyer = <T extends object>(buyerId: string, item: T): readonly With<T>[] => {
    const buyer = buyers.get(buyerId);
    return buyer && !buyer.sample ? [{ ...item, buyer }] : [];
  };
  const standings = promises
    .flatMap((promise) => withBuyer(promise.buyerId, { promise, standing: standing(promise, today) }))
    .sort(byMoneyThenDate);
  const giftsIn = (state: Gift['state']) =>
    gifts
      .filter((gift) => !gift.deleted && gift.state === state)
      .flatMap((gift) => withBuyer(gift.buyerId, { gift }));
  const lists = {
    late: standings.filter((item) => item.standing === 'late'),
    due: standings.filter((item) => item.standing === 'due'),
    near: standings.filter((item) => item.standing === 'near'),
    toBeSent: filled.flatMap((item) => withBuyer(item.record.buyerId, { unsent: item })),
    dropped: dropped.flatMap((item) => withBuyer(item.record.buyerId, { unsent: item })),
    discountsOwed,
    giftsToPack: giftsIn('to-pack'),
    giftsWaiting: giftsIn('waiting-for-order'),
    openComplaints: complaints
      .filter((complaint) => !complaint.deleted)
      .toSorted((a, b) => (deadline(a) < deadline(b) ? -1 : 1))
      .flatMap((complaint) => withBuyer(complaint.buyerId, { complaint })),
  };
  return { ...lists, ranked: rank(lists) };
}

/** What runs out first stands first; what has no deadline comes after, in the order it was opened. */
function deadline({ remedyAt, remedyDue, callBackDue, openedAt }: Complaint): string {
  return (remedyAt === null ? remedyDue : callBackDue) ?? `9999 ${openedAt}`;
}

/** What is at risk in money, the most first; then what was due first; then what was said first. */
function byMoneyThenDate(a: DuePromise, b: DuePromise): number {
  const money = (b.promise.cost?.minor ?? 0) - (a.promise.cost?.minor ?? 0);
  if (money !== 0) return money;
  const key = ({ promise }: DuePromise) =>
    `${promise.due.on === 'day' ? promise.due.day : ''} ${promise.saidAt}`;
  return key(a) < key(b) ? -1 : 1;
}

function rank(view: Omit<TodayView, 'ranked'>): readonly TodayItem[] {
  const promise = (item: DuePromise): TodayItem => ({ kind: 'promise', ...item });
  return [
    ...view.late.map(promise),
    ...view.due.map(promise),
    ...view.openComplaints.map((item): TodayItem => ({ kind: 'complaint', ...item })),
    ...view.toBeSent.map((item): TodayItem => ({ kind: 'unsent', ...item })),
    ...view.giftsToPack.map((item): TodayItem => ({ kind: 'gift', ...item })),
    ...view.near.map(promise),
  ];
}

/**
 * Whether a line stands before everything that comes with the second half (`rankedToday`): it can be drawn at first
 * sight and is not moved afterwards.
 */
export function standsFirst(item: TodayItem): boolean {
  return item.kind === 'complaint' || (item.kind === 'promise' && item.standing !== 'near');
}
