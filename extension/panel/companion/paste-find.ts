import { searchBuyers } from '@extension/book/reads/search';
import { matchKey } from '@shared/text/normalize';
import type { Session } from '../state/session';

/** Opens the one buyer a copied name or order number means; where it may be several, or nobody, the search shows it. */
export async function pasteFind(session: Session, text: string): Promise<void> {
  const found = await searchBuyers(session.book, text, 2);
  const [only] = found;
  const whole = only?.by === 'order' || matchKey(only?.buyer.name ?? '') === matchKey(text);
  if (only && found.length === 1 && whole) {
    session.find.value = '';
    session.openBuyer(only.buyer);
    return;
  }
  session.desk.value = null;
  session.find.value = text;
  document.getElementById('find')?.focus();
}
