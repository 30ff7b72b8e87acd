import type { CareRule } from '@shared/records/rule';
import { matchKey } from '@shared/text/normalize';
import type { OpenBook } from '../open';
import { giftStock } from './stock';

/** What is put into the parcel. */
export interface ChosenGift {
  readonly what: string;
  readonly stockId: string | null;
}

/**
 * The gift a rule gives a buyer: its own, unless they had it before; then the one of the stock they never had of
 * which there is most. `null` when they had everything: a gift given twice is no surprise (P8).
 */
export async function giftForRule(
  book: OpenBook,
  rule: CareRule,
  buyerId: string,
): Promise<ChosenGift | null> {
  const [given, stock] = await Promise.all([
    book.db.gifts.where('buyerId').equals(buyerId).toArray(),
    giftStock(book),
  ]);
  const had = new Set(
    given.filter(({ deleted, state }) => !deleted && state !== 'released').map(({ what }) => matchKey(what)),
  );
  const line = stock.find(({ name }) => matchKey(name) === matchKey(rule.what));
  const left = line === undefined || line.count > 0;
  if (rule.what !== '' && left && !had.has(matchKey(rule.what))) {
    return { what: rule.what, stockId: line?.id ?? null };
  }
  const other = stock
    .filter(({ name, count }) => count > 0 && !had.has(matchKey(name)))
    .sort((a, b) => b.count - a.count)[0];
  return other ? { what: other.name, stockId: other.id } : null;
}
