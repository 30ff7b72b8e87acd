import type { Change } from '@shared/records/action';
import type { AnyRecord } from '@shared/records/apply';
import { newId } from '@shared/records/id';
import { SAMPLE_BUYER } from '@shared/records/sample';
import { type Ack, refuse } from '../ack';
import { BUYER_TABLES } from '../buyer-tables';
import { creating, removing } from '../changes';
import type { OpenBook } from '../open';
import { newBuyer } from '../who';
import { momentOf } from './common';

/** What the sample is called and what it was promised, in the reader's language. */
export interface SampleWords {
  readonly name: string;
  readonly promise: string;
  readonly quote: string;
  readonly gift: string;
  readonly reason: string;
  readonly packing: string;
}

/** Puts the sample buyer into the book with one promise, one gift and one packing note, to be tried out on (J22). */
export function addSample(book: OpenBook, words: SampleWords): Promise<Ack> {
  return book.commit({
    name: 'add-sample',
    plan: async () => {
      const stored = await book.db.buyers.get(SAMPLE_BUYER);
      if (stored && !stored.deleted) return refuse('invalid', 'the sample buyer is there already');
      const { at, day, by } = await momentOf(book);
      const buyerId = SAMPLE_BUYER;
      const buyer = newBuyer(book, buyerId, words.name);
      const changes: readonly Change[] = [
        { ...buyer, set: { ...buyer.set, sample: true } },
        creating('promises', newId(book.world), {
          buyerId,
          what: words.promise,
          kind: 'goods',
          state: 'open',
          due: { on: 'day', day },
          quote: words.quote,
          where: null,
          cost: null,
          orderNumber: null,
          saidAt: at,
          settledAt: null,
          settledOn: null,
          by,
        }),
        creating('gifts', newId(book.world), {
          buyerId,
          what: words.gift,
          kind: 'apology',
          state: 'to-pack',
          reason: words.reason,
          cost: null,
          stockId: null,
          waitSeconds: null,
          waitExact: null,
          place: null,
          quote: '',
          saidAt: at,
          saidOn: day,
          where: null,
          orderNumber: null,
          settledAt: null,
          by,
        }),
        creating('packing', newId(book.world), {
          buyerId,
          what: words.packing,
          kind: 'card',
          cardText: null,
          orderNumber: null,
          standing: false,
          state: 'open',
          notedAt: at,
          settledAt: null,
          by,
        }),
      ];
      return { buyerId, changes };
    },
  });
}

/** Takes the sample out again with everything that was tried on it: one action, and one undo brings it back. */
export function removeSample(book: OpenBook): Promise<Ack> {
  return book.commit({
    name: 'remove-sample',
    plan: async () => {
      const stored = await book.db.buyers.get(SAMPLE_BUYER);
      if (!stored || stored.deleted) return refuse('not-found', 'the book has no sample buyer');
      const hanging = await Promise.all(
        BUYER_TABLES.map(async (table) => {
          const rows: readonly AnyRecord[] = await book.db
            .table(table)
            .where('buyerId')
            .equals(SAMPLE_BUYER)
            .toArray();
          return rows.filter(({ deleted }) => !deleted).map(({ id }) => removing(table, id));
        }),
      );
      return { buyerId: null, changes: [removing('buyers', SAMPLE_BUYER), ...hanging.flat()] };
    },
  });
}
