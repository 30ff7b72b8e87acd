import { saveGiftStock } from '@extension/book/actions/stock';
import type { OpenBook } from '@extension/book/open';
import type { Translate } from '@shared/i18n/shop';
import type { GiftStock } from '@shared/records/gift';
import { formatMoney, type Money, moneyToMajor } from '@shared/text/money';
import { matchKey } from '@shared/text/normalize';

/** The stock line of that name, however it was typed. */
export function stockNamed(stock: readonly GiftStock[], name: string): GiftStock | null {
  const key = matchKey(name);
  return key === '' ? null : (stock.find((line) => matchKey(line.name) === key) ?? null);
}

/** "6 left, ¥2 each" */
export function stockWords(line: GiftStock, lang: string, t: Translate): string {
  return line.cost
    ? t('panel.gift.leftAt', { n: line.count, cost: formatMoney(line.cost, lang) })
    : t('panel.gift.left', { n: line.count });
}

/** A cost as it is put into a text field. */
export function costText(cost: Money | null): string {
  return cost ? String(moneyToMajor(cost)) : '';
}

/**
 * The stock line a gift is taken from. A new name with a count becomes a new line first; without a count it is
 * a gift that is not kept in stock.
 */
export async function stockIdFor(
  book: OpenBook,
  known: GiftStock | null,
  fresh: { readonly name: string; readonly count: string; readonly cost: Money | null },
): Promise<string | null> {
  if (known) return known.id;
  if (!/^\d{1,6}$/.test(fresh.count.trim())) return null;
  const { name, cost } = fresh;
  const ack = await saveGiftStock(book, { id: null, name, count: Number(fresh.count), cost });
  return ack.ok ? (ack.action.changes[0]?.id ?? null) : null;
}
