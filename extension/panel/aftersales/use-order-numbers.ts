import { findBuyer } from '@extension/book/reads/accounts';
import { linksOf } from '@extension/book/reads/orders';
import type { Who } from '@extension/book/who';
import { useLive } from '@extension/ui/use-live';
import { usePanel } from '../state/context';
import { identityOf } from '../state/subject';

/** The numbers of a buyer's orders, to be offered; the buyer may not be in the book yet. */
export function useOrderNumbers(who: Who): readonly string[] {
  const { book } = usePanel().session;
  const numbers = useLive(async () => {
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    return buyerId === undefined ? [] : (await linksOf(book, [buyerId])).map(({ number }) => number);
  }, [book, identityOf(who)]);
  return numbers ?? [];
}
