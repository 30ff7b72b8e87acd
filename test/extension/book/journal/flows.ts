import type { Ack } from '@extension/book/ack';
import { editBuyer } from '@extension/book/actions/buyers';
import { recordComplaint } from '@extension/book/actions/complaints';
import { recordDiscount, redeemDiscount } from '@extension/book/actions/discounts';
import { giveGift } from '@extension/book/actions/gifts';
import { addNote } from '@extension/book/actions/notes';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { keepPromise, recordPromise, renegotiatePromise } from '@extension/book/actions/promises';
import { restoreBook } from '@extension/book/actions/restore';
import { saveSetting } from '@extension/book/actions/settings';
import { undo } from '@extension/book/actions/undo';
import { remoteJobs } from '@extension/book/backups/remote';
import { takeFile } from '@extension/book/backups/take';
import { creating, setting as set } from '@extension/book/changes';
import { bookName } from '@extension/book/generations';
import type { OpenBook } from '@extension/book/open';
import { wholeBookAndHistory } from '@extension/book/reads/whole';
import { writeBackup } from '@shared/backup/write';
import type { Book } from '@shared/records/book';
import { anna, discountOf, done, giftOf, orderOf, promiseOf, wang } from '../desk';

/** Something an owner does, of which every storage call is made to fail once. */
export interface Flow {
  readonly name: string;
  /** What has to be there for it, acknowledged. */
  readonly before?: (book: OpenBook) => Promise<unknown>;
  readonly run: (book: OpenBook) => Promise<Ack | { readonly ok: boolean }>;
}

const MADE = '2026-11-22T12:00:00.000Z';

/** The stored book with something taken away or added, as a file of another computer. */
async function fileOf(book: OpenBook, change: (now: Book) => Book): Promise<Blob> {
  const { book: now, actions } = await wholeBookAndHistory(book);
  return new Blob([writeBackup(change(now), actions, MADE)]);
}

async function take(book: OpenBook, way: 'replace' | 'merge', file: Blob) {
  const jobs = remoteJobs(book);
  const looked = await jobs.look(bookName(book.generation), file, null, () => undefined);
  return looked.ok ? takeFile(book, jobs, way) : looked;
}

const first = async (book: OpenBook, table: 'promises' | 'discounts') =>
  (await book.db.table(table).toArray())[0]!.id as string;

/** Tried at every test. */
export const EVERY_DAY: readonly Flow[] = [
  { name: 'a promise to a new buyer', run: (book) => recordPromise(book, anna, promiseOf()) },
  {
    name: 'one less in stock',
    run: (book) =>
      book.commit({
        name: 'pack-parcel',
        plan: async () => {
          const line = await book.db.giftStock.get('tea');
          return { buyerId: null, changes: [set('giftStock', 'tea', { count: line!.count - 1 })] };
        },
      }),
  },
  {
    name: 'an undo',
    run: async (book) => undo(book, (await book.db.actions.toArray()).at(-1)!.id),
  },
  {
    name: 'another book put in place',
    run: async (book) => {
      const { book: now } = await wholeBookAndHistory(book);
      return restoreBook(book, { ...now, notes: [] }, []);
    },
  },
  {
    name: 'a backup merged into the book',
    run: async (book) => {
      const another = (now: Book) => ({
        ...now,
        notes: [...now.notes, { ...now.notes[0]!, id: 'zz', text: 'another' }],
      });
      return take(book, 'merge', await fileOf(book, another));
    },
  },
];

/** The rest of an evening: tried in the long rounds. */
export const LONG_ROUNDS: readonly Flow[] = [
  {
    name: 'a backup taken in place of the book',
    run: async (book) => take(book, 'replace', await fileOf(book, (now) => ({ ...now, notes: [] }))),
  },
  { name: 'a note', run: (book) => addNote(book, anna, 'a note') },
  { name: 'a discount', run: (book) => recordDiscount(book, anna, discountOf()) },
  {
    name: 'a discount redeemed',
    before: async (book) => done(await recordDiscount(book, anna, discountOf())),
    run: async (book) => redeemDiscount(book, await first(book, 'discounts'), '241122-0001'),
  },
  {
    name: 'a promise kept',
    before: async (book) => done(await recordPromise(book, anna, promiseOf())),
    run: async (book) => keepPromise(book, await first(book, 'promises')),
  },
  {
    name: 'a promise renegotiated',
    before: async (book) => done(await recordPromise(book, anna, promiseOf())),
    run: async (book) =>
      renegotiatePromise(book, await first(book, 'promises'), { on: 'day', day: '2026-12-24' }),
  },
  { name: 'a gift from the stock', run: (book) => giveGift(book, anna, giftOf({ stockId: 'tea' })) },
  {
    name: 'a complaint',
    run: (book) =>
      recordComplaint(book, anna, {
        what: 'arrived broken',
        cause: 'transit',
        cost: null,
        orderNumber: null,
      }),
  },
  { name: 'a buyer described', run: (book) => editBuyer(book, wang, { attitude: 'patient', phone: '138' }) },
  { name: 'orders imported', run: (book) => importOrders(book, [orderOf(), orderOf({ number: 'two' })]) },
  {
    name: 'orders linked to a buyer',
    before: async (book) => done(await importOrders(book, [orderOf()])),
    run: async (book) => {
      const [buyer] = await book.db.buyers.toArray();
      return linkOrders(book, buyer!.id, 'pdd', ['241122-0001'], 'seen');
    },
  },
  { name: 'a setting', run: (book) => saveSetting(book, 'shopName', 'Kiln') },
  {
    name: 'an import of fifty buyers',
    run: (book) =>
      book.commit({
        name: 'import-orders',
        plan: {
          buyerId: null,
          changes: Array.from({ length: 50 }, (_, index) =>
            creating('giftStock', `line-${index}`, { name: `line ${index}`, count: index, cost: null }),
          ),
        },
      }),
  },
];
