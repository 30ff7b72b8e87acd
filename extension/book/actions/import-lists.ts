import type { Change } from '@shared/records/action';
import type { Ack } from '../ack';
import { besideBuyer, buyerFields, buyerNews, NOBODY } from '../buyer-news';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { knownOf, nameOfInput, type SortedBuyer } from '../reads/buyer-lists';
import { newAccount, newBuyer } from '../who';
import { momentOf } from './common';
import type { Taking } from './orders';

/**
 * Takes buyers of a list into the book, all of them or none: who is new gets a file, of who is known is written what
 * the book does not know yet. The name a shop has given is never overwritten, tags are only added. What is known is
 * read anew: between the look and the click somebody may have written.
 */
export function importBuyers(
  book: OpenBook,
  rows: readonly SortedBuyer[],
  { id, taking }: { readonly id: string; readonly taking: Taking },
): Promise<Ack> {
  return book.commit({
    id,
    name: 'import-buyers',
    plan: async () => {
      const moment = await momentOf(book);
      const known = await knownOf(
        book,
        rows.map(({ buyerId, input }) => [buyerId, input]),
      );
      const changes = rows.flatMap(({ buyerId, input, fate }): readonly Change[] => {
        const own = known.get(buyerId) ?? NOBODY;
        const wanted = taking === 'both' || (taking === 'create') === (own.buyer === null);
        if (fate === 'unclear' || !wanted) return [];
        const id = own.buyer?.id ?? buyerId;
        const fields = buyerFields(input, own);
        const file = newBuyer(book, id, nameOfInput(input));
        const news = new Set(buyerNews(input, own));
        return [
          ...(own.buyer
            ? Object.keys(fields).length > 0
              ? [setting('buyers', id, fields)]
              : []
            : [{ ...file, set: { ...file.set, ...fields } }]),
          ...(news.has('account') && input.platform !== null && input.key !== null
            ? [
                newAccount(id, {
                  platform: input.platform,
                  strength: 'platform',
                  key: input.key,
                  displayName: nameOfInput(input),
                }),
              ]
            : []),
          ...besideBuyer(input, id, own, moment),
        ];
      });
      return { buyerId: null, changes };
    },
  });
}
