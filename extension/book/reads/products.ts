import type { Order } from '@shared/records/order';
import type { Product } from '@shared/records/product';
import { answers, isNameOf, namedIn } from '@shared/records/product-match';
import type { OpenBook } from '../open';

/** Every product card, by name. */
export async function products({ db }: OpenBook): Promise<readonly Product[]> {
  const all = await db.products.toArray();
  return all.filter((product) => !product.deleted).sort((a, b) => a.name.localeCompare(b.name));
}

/** The product that goes by this name or alias; `null` when none does. */
export async function productNamed(book: OpenBook, text: string): Promise<Product | null> {
  if (text.trim() === '') return null;
  return (await products(book)).find((product) => isNameOf(product, text)) ?? null;
}

/** How many cards are worth reading in the middle of a chat. */
const MOST = 5;

/**
 * The product cards that answer what a buyer asks, the best first (P21). Nothing asked, nothing suggested.
 */
export async function productsFor(book: OpenBook, question: string): Promise<readonly Product[]> {
  if (question.trim() === '') return [];
  const rated = (await products(book)).map((product) => ({ product, score: answers(product, question) }));
  return rated
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ product }) => product);
}

/**
 * The product card of a line of an order, by the longest name its title holds; `null` when no card fits.
 *
 * @example productOf([], { title: '面霜', sku: '', quantity: 1 }) // => null
 */
export function productOf(all: readonly Product[], item: Order['items'][number]): Product | null {
  let best: { readonly product: Product; readonly length: number } | null = null;
  for (const product of all) {
    const length = namedIn(product, `${item.title} ${item.sku}`);
    if (length > (best?.length ?? 0)) best = { product, length };
  }
  return best?.product ?? null;
}

/** What a buyer should know of something they bought. */
export interface CareTip {
  readonly product: string;
  readonly care: string;
  readonly taboos: string;
}

/** Care and taboos of what an order holds, each product once: the tips that go with the shipped notice (P21). */
export async function careTipsFor(book: OpenBook, items: Order['items']): Promise<readonly CareTip[]> {
  const all = await products(book);
  const found = new Map(items.map((item) => productOf(all, item)).map((one) => [one?.id, one] as const));
  return [...found.values()].flatMap((product): readonly CareTip[] => {
    if (!product || (product.care === '' && product.taboos === '')) return [];
    const { name, care, taboos } = product;
    return [{ product: name, care, taboos }];
  });
}
