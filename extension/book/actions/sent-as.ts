import type { Change } from '@shared/records/action';
import type { Due } from '@shared/records/promise';
import type { Money } from '@shared/text/money';
import { type Ack, refuse } from '../ack';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { momentOf } from './common';
import { firstAnswers, sentChange, type Unsent, unsent } from './sent';

/** What was sent in place of a filled text. */
export interface SentWords {
  readonly id: string;
  readonly words: string;
  readonly due?: Due;
  readonly amount?: Money | null;
  readonly percentOff?: number | null;
}

/**
 * A filled text was seen as sent in other words (J2): the record holds from now on, by the words that went out.
 * Until then nothing was said, so nothing that is evidence changes.
 */
export function markSentAs(book: OpenBook, table: Unsent['table'], sent: SentWords): Promise<Ack> {
  return book.commit({
    name: 'mark-sent',
    plan: async () => {
      const { at } = await momentOf(book);
      const item = (await unsent(book)).find((one) => one.table === table && one.record.id === sent.id);
      if (!item) return refuse('not-found', `${table} has nothing to be sent under ${sent.id}`);
      const change = await sentChange(book, item, at);
      return {
        buyerId: item.record.buyerId,
        changes: [
          { ...change, set: { ...change.set, ...wordsOf(item, sent) } },
          ...(await firstAnswers(book, [item], at)),
        ],
      };
    },
  });
}

function wordsOf({ table, record }: Unsent, sent: SentWords): Change['set'] {
  const { id, words, due, amount, percentOff } = sent;
  const own = record.what.trim() === record.quote.trim() ? { quote: words, what: words } : { quote: words };
  if (table === 'promises') return setting(table, id, due ? { ...own, due } : own).set;
  if (table === 'discounts' && amount !== undefined && percentOff !== undefined)
    return setting(table, id, { ...own, amount, percentOff }).set;
  return setting(table, id, own).set;
}
