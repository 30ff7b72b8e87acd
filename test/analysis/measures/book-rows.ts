import { type Book, emptyBook } from '@shared/records/book';
import type { Complaint } from '@shared/records/complaint';
import type { Discount } from '@shared/records/discount';
import type { Gift } from '@shared/records/gift';
import type { Promised } from '@shared/records/promise';
import { recordOf } from '../../setup/record';

const ENVELOPE = { schema: 1, seat: 'owner', deleted: false, stamps: {} } as const;
let serial = 0;
const id = (kind: string) => `${kind}-${++serial}`;
/** The fields every record begins with. */
export const envelope = (kind: string) => ({ ...ENVELOPE, id: id(kind) });
export const yuan = (amount: number) => ({ minor: Math.round(amount * 100), currency: 'CNY' });

export function promise(parts: Partial<Promised> = {}): Promised {
  return recordOf('promises', {
    ...ENVELOPE,
    id: id('promise'),
    buyerId: 'anna',
    what: 'ship by Friday',
    kind: 'ship',
    state: 'open',
    due: { on: 'day', day: '2026-11-20' },
    quote: '',
    saidAt: '2026-11-10T04:00:00Z',
    where: null,
    cost: null,
    orderNumber: null,
    settledAt: null,
    settledOn: null,
    by: 'owner',
    ...parts,
  });
}

export function discount(parts: Partial<Discount> = {}): Discount {
  return recordOf('discounts', {
    ...ENVELOPE,
    id: id('discount'),
    buyerId: 'anna',
    what: '10 off the next order',
    amount: yuan(10),
    percentOff: null,
    when: 'next',
    state: 'owed',
    quote: '',
    saidAt: '2026-11-10T04:00:00Z',
    where: null,
    expires: null,
    settledAt: null,
    orderNumber: null,
    by: 'owner',
    ...parts,
  });
}

export function gift(parts: Partial<Gift> = {}): Gift {
  return recordOf('gifts', {
    ...ENVELOPE,
    id: id('gift'),
    buyerId: 'anna',
    what: 'tea sample',
    kind: 'apology',
    state: 'waiting-for-order',
    reason: '',
    cost: yuan(3),
    stockId: null,
    waitSeconds: 400,
    waitExact: true,
    place: 2,
    quote: '',
    saidAt: '2026-11-10T04:00:00Z',
    saidOn: '2026-11-10',
    where: null,
    orderNumber: null,
    settledAt: null,
    by: 'owner',
    ...parts,
  });
}

export function complaint(parts: Partial<Complaint> = {}): Complaint {
  return recordOf('complaints', {
    ...ENVELOPE,
    id: id('complaint'),
    buyerId: 'anna',
    what: 'broken cup',
    cause: 'transit',
    state: 'open',
    orderNumber: null,
    openedAt: '2026-11-10T04:00:00Z',
    firstAnswerAt: null,
    remedy: '',
    remedyAt: null,
    closedAt: null,
    cost: yuan(20),
    by: 'owner',
    ...parts,
  });
}

/** A book whose buyers are called by their ids, each with an account `k-<id>` on the platform `shop`. */
export function bookOf(buyers: readonly string[], parts: Partial<Book> = {}): Book {
  return {
    ...emptyBook(),
    buyers: buyers.map((buyer) =>
      recordOf('buyers', {
        ...ENVELOPE,
        id: buyer,
        name: buyer,
        attitude: '',
        source: '',
        grade: '',
        phone: '',
        address: '',
        tags: [],
        facts: [],
        caution: null,
        since: '2026-01-01',
      }),
    ),
    accounts: buyers.map((buyer) => ({
      ...ENVELOPE,
      id: `account-${buyer}`,
      buyerId: buyer,
      platform: 'shop',
      strength: 'platform' as const,
      key: `k-${buyer}`,
      displayName: buyer,
    })),
    ...parts,
  };
}
