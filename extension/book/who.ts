import { dayOf } from '@shared/calendar/day';
import type { AccountKey } from '@shared/records/account';
import type { Change } from '@shared/records/action';
import { derivedId } from '@shared/records/id';
import { cleanText } from '@shared/text/normalize';
import { buyerIdOf } from './buyer-id';
import { creating } from './changes';
import type { OpenBook } from './open';
import { findAccount } from './reads/accounts';
import { livingBuyer } from './reads/merged';

/** Whom an action is about: a buyer of the book, or the account the chat shows, perhaps met for the first time. */
export type Who =
  | { readonly buyerId: string }
  | { readonly account: AccountKey & { readonly displayName: string } };

export interface Met {
  readonly buyerId: string;
  /** What makes the buyer known, when this account was not; part of the same action. */
  readonly changes: readonly Change[];
}

/**
 * The buyer of an account. The identifiers of a new buyer and account are derived from the platform's own key,
 * so that two windows, or two seats that never met, write one buyer and not two.
 */
export async function meet(book: OpenBook, who: Who): Promise<Met> {
  if ('buyerId' in who) return { buyerId: await living(book, who.buyerId), changes: [] };
  const known = await findAccount(book, who.account);
  if (known) return { buyerId: await living(book, known.buyerId), changes: [] };
  const { platform, strength, key, displayName } = who.account;
  const buyerId = await buyerIdOf(book.db, platform, strength, key);
  const stored = await book.db.buyers.get(buyerId);
  if (stored && !stored.deleted) {
    const owner = await living(book, buyerId);
    return { buyerId: owner, changes: [newAccount(owner, who.account)] };
  }
  const account = newAccount(buyerId, who.account);
  return { buyerId, changes: [newBuyer(book, buyerId, displayName || key), account] };
}

/** A file that was merged into another one takes no more records: they belong to the buyer it leads to. */
async function living({ db }: OpenBook, buyerId: string): Promise<string> {
  return (await livingBuyer(db, buyerId))?.id ?? buyerId;
}

/** The change that opens a file for somebody. */
export function newBuyer({ world }: OpenBook, id: string, displayName: string): Change {
  return creating('buyers', id, {
    name: nameLine(displayName),
    attitude: '',
    source: '',
    grade: '',
    phone: '',
    address: '',
    tags: [],
    facts: [],
    caution: null,
    since: dayOf(world.now(), world.timeZone),
    cautionEvidence: '',
    moves: [],
    custom: [],
    area: '',
    mayBeMentioned: false,
    mayBeWritten: true,
    mergedInto: null,
    sample: false,
  });
}

/** The change that gives an account to a buyer. */
export function newAccount(
  buyerId: string,
  { platform, strength, key, displayName }: AccountKey & { readonly displayName: string },
): Change {
  const id = derivedId('account', platform, strength, key);
  return creating('accounts', id, { buyerId, platform, strength, key, displayName: nameLine(displayName) });
}

/** A name from a page: hostile until cleaned, and never longer than a line. */
function nameLine(name: string): string {
  return [...cleanText(name)].slice(0, 200).join('');
}
