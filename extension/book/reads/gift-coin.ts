import type { Gift } from '@shared/records/gift';
import { buyerIdOf } from '../buyer-id';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { findBuyer } from './accounts';
import { setting } from './settings';

/** Whether the gift test runs stands in the setting of this name; it is off until the shop switches it on. */
export const GIFT_TEST = 'giftTest';

const STANDING: ReadonlySet<Gift['state']> = new Set(['to-be-sent', 'waiting-for-order', 'to-pack']);

/**
 * The side of the sealed coin for an apology to this buyer (J22): tossed once per buyer and then kept, also over
 * an undo, or tossing until it falls as one likes would spoil the test. `null` outside the test: it is off, or
 * something was promised to them already, which no coin may touch.
 */
export async function coinSide(book: OpenBook, who: Who): Promise<Gift['coin']> {
  if (!(await setting(book, GIFT_TEST, false))) return null;
  const buyerId = await buyerOf(book, who);
  const [gifts, promises] = await Promise.all([
    book.db.gifts.where('buyerId').equals(buyerId).toArray(),
    book.db.promises.where('buyerId').equals(buyerId).toArray(),
  ]);
  const promised =
    gifts.some(({ deleted, state, kind }) => !deleted && kind !== 'surprise' && STANDING.has(state)) ||
    promises.some(({ deleted, state, kind }) => !deleted && state === 'open' && kind === 'goods');
  if (promised) return null;
  const tossed = gifts.filter(({ coin }) => coin !== null).sort((a, b) => (a.saidAt < b.saidAt ? -1 : 1))[0];
  if (tossed) return tossed.coin;
  return (book.world.random(1)[0]! & 1) === 1 ? 'gift' : 'none';
}

/** Also of a buyer whom an undo took out again: their toss stands where it stood. */
async function buyerOf(book: OpenBook, who: Who): Promise<string> {
  if ('buyerId' in who) return who.buyerId;
  const { platform, strength, key } = who.account;
  return (await findBuyer(book, who.account))?.id ?? buyerIdOf(book.db, platform, strength, key);
}
