import type { Account, AccountKey } from '@shared/records/account';
import type { Change } from '@shared/records/action';
import { newId } from '@shared/records/id';
import { isMasked } from '@shared/text/mask';
import { type Ack, refuse } from '../ack';
import { buyerIdOf } from '../buyer-id';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { findAccount } from '../reads/accounts';
import { belongingsOf, type RecordRef } from '../reads/belongings';
import { newAccount, newBuyer } from '../who';
import { missing, present } from './common';

type NamedAccount = AccountKey & { readonly displayName: string };

/** A mask fits many people; an account known by nothing else proves nobody. */
export function provesNobody({ strength, key }: Pick<AccountKey, 'strength' | 'key'>): boolean {
  return strength === 'name' && isMasked(key);
}

/**
 * Gives an account to a buyer: the seller says that these two are one person. Orders of the account's platform
 * come with it; records said there when `bring` says so, else they stay with the other buyer. A masked name
 * alone is refused.
 */
export function linkAccount(
  book: OpenBook,
  buyerId: string,
  account: NamedAccount,
  bring = false,
): Promise<Ack> {
  return book.commit({
    name: 'link-account',
    plan: async () => {
      if (!(await present(book, 'buyers', buyerId))) return missing('buyers', buyerId);
      if (provesNobody(account)) return refuse('invalid', `the masked name ${account.key} is nobody's alone`);
      const known = await findAccount(book, account);
      if (known?.buyerId === buyerId) return { buyerId, changes: [] };
      const changes = known ? await moved(book, known, buyerId, bring) : [newAccount(buyerId, account)];
      return { buyerId, changes };
    },
  });
}

/**
 * Takes an account off a buyer. It gets a file of its own, or goes back to the one it came from, with the orders
 * of its platform; records said there go along when `bring` says so. What the seller wrote in the profile stays.
 */
export function unlinkAccount(book: OpenBook, accountId: string, bring: boolean): Promise<Ack> {
  return book.commit({
    name: 'unlink-account',
    plan: async () => {
      const account = await present(book, 'accounts', accountId);
      if (!account) return missing('accounts', accountId);
      const home = await homeOf(book, account);
      return {
        buyerId: account.buyerId,
        changes: [...(await moved(book, account, home.buyerId, bring)), ...home.changes],
      };
    },
  });
}

async function moved(
  book: OpenBook,
  account: Account,
  buyerId: string,
  bring: boolean,
): Promise<readonly Change[]> {
  const { orders, said } = await belongingsOf(book, account);
  const going: readonly RecordRef[] = [
    { table: 'accounts', id: account.id },
    ...orders,
    ...(bring ? said : []),
  ];
  return going.map(({ table, id }) => ({ table, id, set: { buyerId } }));
}

/** Where an account goes when it leaves its buyer. */
export interface Home {
  readonly buyerId: string;
  readonly changes: readonly Change[];
}

/**
 * The file that was opened when this account was first met, when it still stands or was merged into the buyer it
 * leaves; else a new one.
 */
export async function homeOf(book: OpenBook, account: Account): Promise<Home> {
  const { platform, strength, key, displayName } = account;
  const first = await buyerIdOf(book.db, platform, strength, key);
  const stored = await book.db.buyers.get(first);
  const name = displayName || key;
  if (first !== account.buyerId) {
    if (!stored || stored.deleted) return { buyerId: first, changes: [newBuyer(book, first, name)] };
    if (stored.mergedInto === null) return { buyerId: first, changes: [] };
    if (stored.mergedInto === account.buyerId)
      return { buyerId: first, changes: [setting('buyers', first, { mergedInto: null })] };
  }
  const fresh = newId(book.world);
  return { buyerId: fresh, changes: [newBuyer(book, fresh, name)] };
}
