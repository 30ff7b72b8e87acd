import type { Change } from '@shared/records/action';
import type { Gift } from '@shared/records/gift';
import { newId } from '@shared/records/id';
import { type Ack, refuse } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import { apologyToday } from '../reads/apology-today';
import { meet, type Who } from '../who';
import { amend, type Moment, momentOf, record } from './common';
import type { GiftInput } from './gifts';

/** An apology made ready for somebody who waits. */
export interface PreparedApology {
  readonly who: Who;
  readonly gift: Omit<GiftInput, 'toBeSent' | 'alone'>;
}

/**
 * Makes an apology with its gift ready for everybody who waits, in one act (J2): each stands as to be sent until
 * its words are seen as sent, and what is never sent is let go when the day ends. Who has one from today keeps
 * that one.
 */
export function prepareQueue(book: OpenBook, apologies: readonly PreparedApology[]): Promise<Ack> {
  return book.commit({
    name: 'prepare-queue',
    plan: async () => {
      const { at, day, by } = await momentOf(book);
      const changes: Change[] = [];
      const served = new Set<string>();
      for (const { who, gift } of apologies) {
        const { buyerId, changes: met } = await meet(book, who);
        if (served.has(buyerId) || (await apologyToday(book, buyerId, day))) continue;
        served.add(buyerId);
        const fresh = { buyerId, state: 'to-be-sent', orderNumber: null, saidAt: at, saidOn: day } as const;
        if (gift.coin === 'none')
          changes.push(...met, ...(await plainToss(book, buyerId, gift, { at, day, by })));
        else
          changes.push(
            ...met,
            creating('gifts', newId(book.world), { ...gift, ...fresh, settledAt: null, by }),
          );
      }
      return { buyerId: served.size === 1 ? ([...served][0] ?? null) : null, changes };
    },
  });
}

/** An apology without a gift, because the coin of the gift test fell so: the toss is kept, nothing is promised. */
export function apologisePlain(book: OpenBook, who: Who, gift: PreparedApology['gift']): Promise<Ack> {
  return record(book, 'apologise-plain', who, (buyerId, moment) => plainToss(book, buyerId, gift, moment));
}

/** What the test needs of it, once per buyer: no cost, no stock, and let go from the start. */
async function plainToss(
  book: OpenBook,
  buyerId: string,
  gift: PreparedApology['gift'],
  { at, day, by }: Pick<Moment, 'at' | 'day' | 'by'>,
): Promise<readonly Change[]> {
  const mine = await book.db.gifts.where('buyerId').equals(buyerId).toArray();
  if (mine.some(({ coin, deleted }) => coin !== null && !deleted)) return [];
  return [
    creating('gifts', newId(book.world), {
      ...gift,
      coin: 'none',
      cost: null,
      stockId: null,
      quote: '',
      buyerId,
      state: 'released',
      orderNumber: null,
      saidAt: at,
      saidOn: day,
      settledAt: at,
      by,
    }),
  ];
}

/** The words of an apology that is not sent yet, worked out anew when they go into the reply box (J2). */
export function refillApology(
  book: OpenBook,
  id: string,
  said: Pick<Gift, 'quote' | 'waitSeconds' | 'waitExact' | 'place' | 'where'>,
): Promise<Ack> {
  return amend(book, 'refill-apology', 'gifts', id, (gift, { at }) =>
    gift.state === 'to-be-sent'
      ? { ...said, saidAt: at }
      : refuse('invalid', `the gift is already ${gift.state}`),
  );
}
