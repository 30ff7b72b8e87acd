import type { BookWords } from './book-words';
import { recordComplaints } from './complaints';
import { recordDiscounts } from './discounts';
import { recordGifts } from './gifts';
import { instantAt, later, momentAt, type Period } from './moments';
import type { Order } from './orders';
import { PARAMETERS } from './parameters';
import { recordPromises } from './promises';
import { OWNER, type Put } from './put';
import { chance, pick, type Random, stream } from './random';
import type { ShopBuyer } from './shop';
import type { Tally } from './tally';
import { recordVisits } from './visits';

/** What a shop does for one known buyer; each kind of record is drawn from a stream of its own. */
export interface Service {
  readonly buyer: ShopBuyer;
  readonly buyerId: string;
  /** Purchases only, oldest first. */
  readonly purchases: readonly Order[];
  readonly period: Period;
  readonly words: BookWords;
  /** Ids of the gift stock lines, in the order of `words.gifts`. */
  readonly stock: readonly string[];
  readonly put: Put;
  readonly tally: Tally;
}

/** Promises, discounts, gifts, visits, complaints, packing notes and notes of one buyer. */
export function recordService(service: Service, seed: string): void {
  const { index } = service.buyer.drawn;
  recordPromises(service, stream(seed, 'promises', index));
  recordDiscounts(service, stream(seed, 'discounts', index));
  recordGifts(service, stream(seed, 'gifts', index));
  recordVisits(service, stream(seed, 'visits', index));
  recordComplaints(service, stream(seed, 'complaints', index));
  recordPacking(service, stream(seed, 'packing', index));
  recordNote(service, stream(seed, 'notes', index));
}

function recordPacking({ purchases, period, words, put, buyerId }: Service, random: Random): void {
  for (const order of purchases) {
    if (!chance(random, PARAMETERS.packing.perOrder)) continue;
    const wish = pick(random, words.packing);
    const at = later(order.createdAt, 180);
    put(
      'packing',
      {
        buyerId,
        what: wish.what,
        kind: wish.kind,
        cardText: wish.card,
        orderNumber: order.number,
        standing: false,
        state: order.shippedAt ? 'packed' : 'open',
        notedAt: momentAt(period, at),
        settledAt: order.shippedAt ? momentAt(period, order.shippedAt) : null,
        by: OWNER,
      },
      instantAt(period, at),
    );
  }
}

function recordNote({ purchases, period, words, put, buyerId }: Service, random: Random): void {
  if (!chance(random, PARAMETERS.notes.perBuyer)) return;
  const at = later(pick(random, purchases).createdAt, 300);
  const note = { buyerId, text: pick(random, words.notes), pinned: false, by: OWNER };
  put('notes', { ...note, notedAt: momentAt(period, at) }, instantAt(period, at));
}
