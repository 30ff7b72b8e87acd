import type { Book } from '@shared/records/book';
import { type BookView, inView } from './book-view';

/** What buyers wished for, counted (P21). */
export interface WishRow {
  /** In the words of the first who said it. */
  readonly what: string;
  readonly productId: string | null;
  readonly wishes: number;
  readonly buyers: number;
  readonly answered: number;
}

const MOST = 20;

/** Words that differ only in case, spaces or the marks around them are one wish: what they have in common. */
export function sameWish(what: string): string {
  return what
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
}

/** Wishes by what was wished for (of the same product), most buyers first. */
export function wishRows(book: Book, view: BookView): readonly WishRow[] {
  const groups = new Map<
    string,
    { what: string; productId: string | null; buyers: Set<string>; wishes: number; answered: number }
  >();
  const wishes = book.wishes
    .filter((wish) => !wish.deleted && inView(wish.notedAt, view))
    .sort((a, b) => (a.notedAt < b.notedAt ? -1 : a.notedAt > b.notedAt ? 1 : 0));
  for (const { what, productId, buyerId, answer } of wishes) {
    const key = `${productId ?? ''}\n${sameWish(what)}`;
    const group = groups.get(key) ?? { what, productId, buyers: new Set(), wishes: 0, answered: 0 };
    group.buyers.add(buyerId);
    group.wishes += 1;
    group.answered += answer === '' ? 0 : 1;
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, buyers: group.buyers.size }))
    .sort((a, b) => b.buyers - a.buyers || b.wishes - a.wishes || (a.what < b.what ? -1 : 1))
    .slice(0, MOST);
}
