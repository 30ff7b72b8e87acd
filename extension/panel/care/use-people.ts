import { findBuyer } from '@extension/book/reads/accounts';
import type { Who } from '@extension/book/who';
import { useLive } from '@extension/ui/use-live';
import type { Person } from '@shared/records/person';
import { usePanel } from '../state/context';
import { identityOf } from '../state/subject';

/** The people behind a buyer, who may not be in the book yet. */
export function usePeople(who: Who): readonly Person[] {
  const { book } = usePanel().session;
  const people = useLive(async () => {
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    if (buyerId === undefined) return [];
    const found = await book.db.people.where('buyerId').equals(buyerId).toArray();
    return found.filter(({ deleted }) => !deleted);
  }, [book, identityOf(who)]);
  return people ?? [];
}
