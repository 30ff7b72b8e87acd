import { addDays, type Day } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import { standing } from '@shared/records/promise';
import type { OwedRow } from './rows';

const RANK = { late: 0, due: 1, near: 2, pending: 4 } as const;
/** A gift to pack goes into the next parcel: after what is near, before what has time. */
const GIFT_RANK = 3;
/** A discount about to expire is due like a promise. */
const EXPIRES_SOON_DAYS = 7;

interface Ranked extends OwedRow {
  readonly rank: number;
}

/**
 * What the shop owes on a day: open promises, gifts for the next parcel, discounts for the next order. Late
 * first, then by day. Gifts still waiting for an order are nobody's task (J3), surprises are owed to nobody (J9).
 */
export function owedRows(book: Book, names: ReadonlyMap<string, string>, today: Day): readonly OwedRow[] {
  const rows: Ranked[] = [
    ...promises(book, names, today),
    ...gifts(book, names),
    ...discounts(book, names, today),
  ];
  return rows
    .sort((a, b) => a.rank - b.rank || (a.due ?? '9').localeCompare(b.due ?? '9'))
    .map(({ rank: _, ...row }) => row);
}

function promises(book: Book, names: ReadonlyMap<string, string>, today: Day): readonly Ranked[] {
  return book.promises.flatMap((promise) => {
    const name = names.get(promise.buyerId);
    if (promise.deleted || promise.state !== 'open' || name === undefined) return [];
    const stands = standing(promise, today) as OwedRow['standing'];
    const due = promise.due.on === 'day' ? promise.due.day : null;
    const { buyerId: buyer, what } = promise;
    return [{ kind: 'promise', buyer, name, what, standing: stands, due, rank: RANK[stands] }];
  });
}

function gifts(book: Book, names: ReadonlyMap<string, string>): readonly Ranked[] {
  return book.gifts.flatMap((gift) => {
    const name = names.get(gift.buyerId);
    const withheld = gift.kind === 'surprise' || gift.coin === 'none';
    if (gift.deleted || gift.state !== 'to-pack' || withheld || name === undefined) return [];
    const { buyerId: buyer, what } = gift;
    return [{ kind: 'gift', buyer, name, what, standing: 'pending', due: null, rank: GIFT_RANK }];
  });
}

function discounts(book: Book, names: ReadonlyMap<string, string>, today: Day): readonly Ranked[] {
  return book.discounts.flatMap((discount) => {
    const name = names.get(discount.buyerId);
    if (discount.deleted || discount.state !== 'owed' || name === undefined) return [];
    const { buyerId: buyer, what, expires: due } = discount;
    if (due !== null && due < today) return [];
    const soon = due !== null && due <= addDays(today, EXPIRES_SOON_DAYS);
    const stands = soon ? 'near' : 'pending';
    return [{ kind: 'discount', buyer, name, what, standing: stands, due, rank: RANK[stands] }];
  });
}
