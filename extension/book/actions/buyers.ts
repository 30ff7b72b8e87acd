import type { AccountKey } from '@shared/records/account';
import type { Ack } from '../ack';
import { type FieldsOf, setting } from '../changes';
import type { OpenBook } from '../open';
import { findAccount } from '../reads/accounts';
import { newAccount, type Who } from '../who';
import { missing, present, record } from './common';

/** Changes fields of a buyer's profile; a buyer met just now becomes known by it. */
export function editBuyer(book: OpenBook, who: Who, fields: Partial<FieldsOf<'buyers'>>): Promise<Ack> {
  return record(book, 'edit-buyer', who, (buyerId) => [setting('buyers', buyerId, fields)]);
}

/**
 * Gives an account to a buyer: the seller says that these two are one person. What was recorded under another
 * buyer stays there.
 */
export function linkAccount(
  book: OpenBook,
  buyerId: string,
  account: AccountKey & { readonly displayName: string },
): Promise<Ack> {
  return book.commit({
    name: 'link-account',
    plan: async () => {
      if (!(await present(book, 'buyers', buyerId))) return missing('buyers', buyerId);
      const known = await findAccount(book, account);
      if (known?.buyerId === buyerId) return { buyerId, changes: [] };
      const change = known ? setting('accounts', known.id, { buyerId }) : newAccount(buyerId, account);
      return { buyerId, changes: [change] };
    },
  });
}
