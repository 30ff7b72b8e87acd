import type { Change } from '@shared/records/action';
import { erasureHash } from '@shared/records/erased-ids';
import { type PartOfBook, type Traces, tracesOf } from '@shared/records/erasing';
import { derivedId } from '@shared/records/id';
import { SAMPLE_BUYER } from '@shared/records/sample';
import { liveQuery } from 'dexie';
import { type Ack, refuse } from '../ack';
import { creating, setting } from '../changes';
import { erasingDue, partAbout } from '../erasing';
import type { OpenBook } from '../open';
import { livingBuyer } from '../reads/merged';
import { missing, momentOf } from './common';

/** How long a page waits to say that the journal is clean as well, in milliseconds; it gets clean in any case. */
const PATIENCE = 20_000;

/**
 * Erases a buyer on request: what is written through the door is that it was done, a hash for the buyer and for
 * each of their orders and a line in the log. By that alone the rows go, from the book, its search, its history
 * and its journal (`cleanBook`, `journal/purge.ts`), here or, after a crash, at the next start. It can't be
 * undone: there is nothing left to undo it with.
 */
export function eraseBuyer(book: OpenBook, buyerId: string): Promise<Ack> {
  return book.commit({
    name: 'erase-buyer',
    plan: async () => {
      const buyer = await livingBuyer(book.db, buyerId);
      if (!buyer) return missing('buyers', buyerId);
      if (buyer.id === SAMPLE_BUYER) return refuse('invalid', 'the sample buyer is taken out as a sample');
      const part = await partAbout(book.db, [buyer.id]);
      const traces = tracesOf(part, [buyer.id]);
      const records = [...traces.own.values()].reduce((sum, ids) => sum + ids.size, 0);
      const { at, day, by } = await momentOf(book);
      const salt = (await book.db.erasures.limit(1).toArray())[0]?.salt ?? newSalt(book);
      const ids = [...traces.buyers, ...orderIds(part, traces)];
      const erasures = ids.map((id): Change => {
        const hash = erasureHash(id, salt);
        return creating('erasures', derivedId('erasure', hash), { hash, salt, erasedOn: day });
      });
      const asked = await book.db.requests
        .filter((one) => !one.deleted && one.kind === 'erasure' && !one.doneAt && one.aboutId === buyer.id)
        .toArray();
      const done = { records, doneAt: at };
      const lines: readonly Change[] =
        asked.length > 0
          ? asked.map(({ id }) => setting('requests', id, done))
          : [
              creating('requests', derivedId('request', salt, ids[0]!, at), {
                ...done,
                kind: 'erasure',
                at,
                by,
                dueOn: day,
              }),
            ];
      return { buyerId: buyer.id, changes: [...erasures, ...lines] };
    },
  });
}

/** Also of orders that were only seen in the chat, and of any that an old export would bring. */
function orderIds({ orders = [], orderLinks = [] }: PartOfBook, { own }: Traces): ReadonlySet<string> {
  const theirs = orders.filter(({ id }) => own.get('orders')?.has(id));
  const links = orderLinks.filter(({ id }) => own.get('orderLinks')?.has(id));
  const named = [...theirs, ...links].map(({ platform, number }) => derivedId('order', platform, number));
  return new Set([...theirs.map(({ id }) => id), ...named]);
}

function newSalt({ world }: OpenBook): string {
  return [...world.random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Waits until nothing is left to be cleaned; `false` when the journal is still busy with it. */
export function erasingDone({ db }: OpenBook): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (clean: boolean) => {
      clearTimeout(timer);
      watch.unsubscribe();
      resolve(clean);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    const watch = liveQuery(() => erasingDue(db)).subscribe({
      next: ({ book, journal }) => {
        if (!book && !journal) queueMicrotask(() => end(true));
      },
      error: () => end(false),
    });
  });
}
