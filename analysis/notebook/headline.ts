import type { WordKey } from '@shared/i18n';
import type { Params } from '@shared/i18n/translate';
import type { Behind } from '../findings/rows/behind';
import type { Review } from '../review';
import type { Writer } from './text/writer';

/** Buyers from which a rate is news. */
const ENOUGH_BUYERS = 30;

interface Headline {
  readonly key: WordKey;
  readonly params: Params;
  /** The rows that a number counts, by the name of its parameter. */
  readonly rows: Readonly<Record<string, Behind>>;
}

/** The one sentence over the letter: what is owed first, then what went well, then what came in. */
export function headline(review: Review, writer: Writer): Headline {
  const { count, percent, money } = writer;
  const { promises, repeat, orders, goodwill } = review;
  if (promises !== null && promises.late > 0) {
    return {
      key: 'notebook.headline.late',
      params: { late: count(promises.late) },
      rows: { late: 'promisesLate' },
    };
  }
  const due = promises === null ? 0 : promises.keptOnTime + promises.keptLate + promises.broken;
  if (promises !== null && due > 0 && promises.keptOnTime === due) {
    return { key: 'notebook.headline.kept', params: { due: count(due) }, rows: { due: 'promisesKept' } };
  }
  if (goodwill !== null && goodwill.outstanding > 0) {
    return {
      key: 'notebook.headline.owed',
      params: { amount: money(goodwill.outstanding) },
      rows: { amount: 'discountsOwed' },
    };
  }
  // Of three buyers no rate is worth a headline.
  if (repeat !== null && repeat.rate !== null && repeat.buyers >= ENOUGH_BUYERS) {
    return {
      key: 'notebook.headline.repeat',
      params: {
        buyers: count(repeat.buyers),
        repeat: count(repeat.repeatBuyers),
        rate: percent(repeat.rate),
      },
      rows: { buyers: 'buyers', repeat: 'repeatBuyers', rate: 'onceBuyers' },
    };
  }
  if (orders !== null) {
    return {
      key: 'notebook.headline.orders',
      params: { orders: count(orders.count), revenue: money(orders.revenue) },
      rows: { orders: 'orders', revenue: 'orders' },
    };
  }
  return { key: 'notebook.headline.quiet', params: {}, rows: {} };
}
