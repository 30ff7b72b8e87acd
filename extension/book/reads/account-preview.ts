import type { Account, AccountKey } from '@shared/records/account';
import type { Buyer } from '@shared/records/buyer';
import { provesNobody } from '../actions/accounts';
import { buyerIdOf } from '../buyer-id';
import type { OpenBook } from '../open';
import { findAccount } from './accounts';
import { belongingsOf, type Counts, countsOf } from './belongings';
import { livingBuyer } from './merged';
import { searchBuyers } from './search';

/** What would come together if an account were linked to a buyer. */
export type LinkPreview =
  /** A masked name and nothing else: it fits many people. */
  | { readonly kind: 'masked' }
  /** It is this buyer's already. */
  | { readonly kind: 'own' }
  /** The book knows nothing of it yet. */
  | { readonly kind: 'fresh' }
  /** It is somebody's only account: then the two files are one person's. */
  | { readonly kind: 'whole'; readonly from: Buyer }
  /** It is one of several accounts of somebody else. */
  | { readonly kind: 'part'; readonly from: Buyer; readonly orders: Counts; readonly said: Counts };

/** Asked before an account is linked. */
export async function linkPreview(
  book: OpenBook,
  buyerId: string,
  account: AccountKey,
): Promise<LinkPreview> {
  if (provesNobody(account)) return { kind: 'masked' };
  const known = await findAccount(book, account);
  const from = known && (await livingBuyer(book.db, known.buyerId));
  if (!known || !from) return { kind: 'fresh' };
  if (from.id === buyerId) return { kind: 'own' };
  const all = await book.db.accounts.where('buyerId').equals(from.id).toArray();
  if (all.filter((one) => !one.deleted).length === 1) return { kind: 'whole', from };
  const { orders, said } = await belongingsOf(book, known);
  return { kind: 'part', from, orders: countsOf(orders), said: countsOf(said) };
}

/** What would go where if an account were taken off its buyer. */
export interface UnlinkPreview {
  /** The file it goes back to; `null`: one of its own is opened. */
  readonly backTo: Buyer | null;
  /** The account came with a whole file, which can be parted again as a whole. */
  readonly merged: boolean;
  readonly orders: Counts;
  readonly said: Counts;
}

/** Asked before an account is unlinked; `null` when the book has no such account. */
export async function unlinkPreview(book: OpenBook, accountId: string): Promise<UnlinkPreview | null> {
  const account = await book.db.accounts.get(accountId);
  if (!account || account.deleted) return null;
  const { platform, strength, key, buyerId } = account;
  const first = await buyerIdOf(book.db, platform, strength, key);
  const stored = first === buyerId ? undefined : await book.db.buyers.get(first);
  const merged = stored?.deleted === false && stored.mergedInto === buyerId;
  const stands = stored?.deleted === false && stored.mergedInto === null;
  const { orders, said } = await belongingsOf(book, account);
  return {
    backTo: stored && (merged || stands) ? stored : null,
    merged,
    orders: countsOf(orders),
    said: countsOf(said),
  };
}

/** A buyer found, with the accounts they write from. */
export interface FoundFile {
  readonly buyer: Buyer;
  readonly accounts: readonly Account[];
}

/** Other buyers who fit what was typed, each with their accounts. */
export async function otherFiles(
  book: OpenBook,
  buyerId: string,
  query: string,
): Promise<readonly FoundFile[]> {
  const found = (await searchBuyers(book, query, 8)).filter(({ buyer }) => buyer.id !== buyerId);
  return Promise.all(
    found.map(async ({ buyer }) => {
      const accounts = await book.db.accounts.where('buyerId').equals(buyer.id).toArray();
      return { buyer, accounts: accounts.filter((account) => !account.deleted) };
    }),
  );
}
