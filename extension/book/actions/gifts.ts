import type { Day } from '@shared/calendar/day';
import type { Place } from '@shared/records/fields';
import { type Gift, type GiftKind, giftExpired } from '@shared/records/gift';
import type { Money } from '@shared/text/money';
import { type Ack, refuse } from '../ack';
import { creating, setting } from '../changes';
import type { OpenBook } from '../open';
import { parcelOf } from '../reads/orders';
import type { Who } from '../who';
import { amend, momentOf, record } from './common';

export interface GiftInput {
  readonly what: string;
  readonly kind: GiftKind;
  readonly reason: string;
  readonly cost: Money | null;
  readonly stockId: string | null;
  readonly waitSeconds: number | null;
  readonly waitExact: boolean | null;
  readonly place: number | null;
  readonly quote: string;
  readonly where: Place | null;
  readonly toBeSent: boolean;
  /** In a parcel of its own, without an order (P8). */
  readonly alone?: boolean;
  /** The side on which the coin of the gift test fell for this buyer; left out outside the test. */
  readonly coin?: Gift['coin'];
}

/** A gift that still has to be put into a parcel. */
const STANDING: ReadonlySet<Gift['state']> = new Set(['to-be-sent', 'waiting-for-order', 'to-pack']);

/**
 * Where a gift stands once it is promised: in a parcel of its own, when it travels alone; in the parcel that
 * still lies in the shop, if this buyer has one; else it waits for their next order (J3).
 */
export async function promisedState(book: OpenBook, buyerId: string, alone = false) {
  if (alone) return { state: 'to-pack', orderNumber: null } as const;
  const order = await parcelOf(book, buyerId);
  return order
    ? ({ state: 'to-pack', orderNumber: order.number } as const)
    : ({ state: 'waiting-for-order', orderNumber: null } as const);
}

/** Promises a gift (P8, P10). It goes with the buyer's next parcel. */
export function giveGift(book: OpenBook, who: Who, input: GiftInput): Promise<Ack> {
  const { toBeSent, ...said } = input;
  return record(book, 'give-gift', who, async (buyerId, { id, at, day, by }) => [
    creating('gifts', id, {
      ...said,
      ...(toBeSent
        ? { state: 'to-be-sent' as const, orderNumber: null }
        : await promisedState(book, buyerId, said.alone)),
      buyerId,
      saidAt: at,
      saidOn: day,
      settledAt: null,
      by,
    }),
  ]);
}

/** Not given after all. */
export function releaseGift(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'release-gift', 'gifts', id, (gift, { at }) =>
    STANDING.has(gift.state)
      ? { state: 'released' as const, settledAt: at }
      : refuse('invalid', `the gift is already ${gift.state}`),
  );
}

/** How it was received, in the buyer's words or the seller's (P8); an empty text takes it away again. */
export function noteReceived(book: OpenBook, id: string, received: string): Promise<Ack> {
  return amend(book, 'note-gift-received', 'gifts', id, (gift) =>
    gift.state === 'packed' ? { received } : refuse('invalid', `the gift is ${gift.state}, not packed`),
  );
}

/** The gift goes with this order; `null`: with a parcel of its own. */
export function attachGift(book: OpenBook, id: string, orderNumber: string | null): Promise<Ack> {
  return amend(book, 'attach-gift', 'gifts', id, (gift) =>
    STANDING.has(gift.state) || gift.state === 'expired'
      ? { state: 'to-pack' as const, orderNumber, settledAt: null }
      : refuse('invalid', `the gift is already ${gift.state}`),
  );
}

/** Gifts whose order never came expire; nobody broke a word (J3). */
export function expireGifts(book: OpenBook, today: Day): Promise<Ack> {
  return book.commit({
    name: 'expire-gifts',
    plan: async () => {
      const { at } = await momentOf(book);
      const waiting = await book.db.gifts.where('state').equals('waiting-for-order').toArray();
      const over = waiting.filter((gift) => !gift.deleted && giftExpired(gift, today));
      return {
        buyerId: null,
        changes: over.map((gift) => setting('gifts', gift.id, { state: 'expired', settledAt: at })),
      };
    },
  });
}
