import type { Wish } from '@shared/records/wish';
import { fold, squeeze } from '@shared/text/fold';
import type { OpenBook } from '../open';
import { byIds } from './rows';

/** One thing that buyers wished for, however often they said it. */
export interface CountedWish {
  /** Stays the same while the list is drawn anew. */
  readonly key: string;
  /** In the words it was last said in. */
  readonly what: string;
  /** Name of the product it is about; `null` when it is about none of them. */
  readonly product: string | null;
  /** How many different buyers wished for it. */
  readonly buyers: number;
  /** When it was last wished for, ISO 8601. */
  readonly lastAt: string;
  /** What the shop did about it; '' while nothing. */
  readonly answer: string;
  readonly ids: readonly string[];
}

/** Wishes that say the same of the same product are one; the one most buyers have comes first (P21). */
export async function wishesCounted({ db }: OpenBook): Promise<readonly CountedWish[]> {
  const wishes = (await db.wishes.toArray()).filter((wish) => !wish.deleted);
  const products = await byIds(
    db.products,
    wishes.flatMap(({ productId }) => productId ?? []),
  );
  const groups = new Map<string, Wish[]>();
  for (const wish of wishes) groups.set(keyOf(wish), [...(groups.get(keyOf(wish)) ?? []), wish]);
  return [...groups]
    .map(([key, group]): CountedWish => {
      const newest = group.toSorted((a, b) => (a.notedAt < b.notedAt ? 1 : -1));
      const { what, productId, notedAt } = newest[0]!;
      return {
        key,
        what,
        product: (productId !== null && products.get(productId)?.name) || null,
        buyers: new Set(group.map(({ buyerId }) => buyerId)).size,
        lastAt: notedAt,
        answer: newest.find(({ answer }) => answer !== '')?.answer ?? '',
        ids: group.map(({ id }) => id),
      };
    })
    .sort((a, b) => b.buyers - a.buyers || (a.lastAt < b.lastAt ? 1 : -1));
}

function keyOf({ what, productId }: Wish): string {
  const said = squeeze(fold(what)).text.replace(/[\s\p{P}]+/gu, '');
  return JSON.stringify([productId, said]);
}
