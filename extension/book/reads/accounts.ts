import type { Account, AccountKey } from '@shared/records/account';
import type { Buyer } from '@shared/records/buyer';
import type { OpenBook } from '../open';
import { livingBuyer } from './merged';

/** The account with exactly this key. A display name alone never finds an account known by a stronger key. */
export async function findAccount({ db }: OpenBook, who: AccountKey): Promise<Account | null> {
  const found = await db.accounts
    .where('[platform+strength+key]')
    .equals([who.platform, who.strength, who.key])
    .filter((account) => !account.deleted)
    .first();
  return found ?? null;
}

/** The buyer of an account, if this shop knows them. */
export async function findBuyer(book: OpenBook, who: AccountKey): Promise<Buyer | null> {
  const account = await findAccount(book, who);
  return account && livingBuyer(book.db, account.buyerId);
}
