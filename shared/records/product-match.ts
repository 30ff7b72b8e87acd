import { fold, squeeze } from '../text/fold';
import type { Product } from './product';

/** What is looked at to tell which product a text speaks of. */
export type NamedProduct = Pick<Product, 'name' | 'aliases'>;
/** A product card as a question is compared with it. */
type AskedProduct = NamedProduct & Pick<Product, 'care' | 'taboos' | 'suits' | 'goesWith' | 'weakPoints'>;

/** A named product outweighs any number of words that merely stand on its card. */
const NAMED = 1000;
/** Characters every other question has; alone they point at nothing. */
const EVERYDAY = /^[的了吗呢吧啊呀哦么吗我你您他她它这那有没是不在和跟亲请问可以怎什多少就也都还要能会想]+$/;

/** A text as two of them are compared: folded, without the gaps people put between characters. */
function keyOf(text: string): string {
  return squeeze(fold(text)).text.trim();
}

function namesOf({ name, aliases }: NamedProduct): readonly string[] {
  return [name, ...aliases].map(keyOf).filter((key) => key !== '');
}

/**
 * Whether a text is a name of the product: its own name or one of its aliases, however it is typed.
 *
 * @example isNameOf({ name: '面霜', aliases: ['Cream 50ml'] }, 'ｃream 50ML') // => true
 */
export function isNameOf(product: NamedProduct, text: string): boolean {
  return namesOf(product).includes(keyOf(text));
}

/**
 * How strongly a longer text (an order's title, a question) names the product: the length of the longest name
 * found in it, 0 when none is. A Latin name counts only as whole words.
 *
 * @example namedIn({ name: '面霜', aliases: ['补水面霜'] }, '【官方】补水面霜 50ml') // => 4
 * @example namedIn({ name: 'pan', aliases: [] }, 'a Japanese teapot') // => 0
 */
export function namedIn(product: NamedProduct, text: string): number {
  const folded = keyOf(text);
  return Math.max(0, ...namesOf(product).map((name) => (holds(folded, name) ? name.length : 0)));
}

function holds(text: string, name: string): boolean {
  const cuts = (at: number) => /[a-z0-9]/.test(text[at - 1] ?? ' ') && /[a-z0-9]/.test(text[at] ?? ' ');
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!cuts(at) && !cuts(at + name.length)) return true;
  }
  return false;
}

/** The words of a text: Latin words whole, Chinese in pairs of neighbours. */
function wordsOf(text: string): ReadonlySet<string> {
  const folded = keyOf(text);
  const latin = folded.match(/[a-z0-9]{3,}/g) ?? [];
  const runs = folded.match(/[\u3400-\u9fff]+/g) ?? [];
  const pairs = runs.flatMap((run) =>
    [...run].flatMap((char, index, all) => (index + 1 < all.length ? [char + all[index + 1]!] : [])),
  );
  return new Set([...latin, ...pairs.filter((pair) => !EVERYDAY.test(pair))]);
}

/**
 * How well a product card answers a question: 0 when it does not. A card whose name or alias the question says
 * comes before one that only shares words with it.
 *
 * @example answers({ name: '面霜', aliases: [], care: '', taboos: '敏感肌先试用', suits: '', goesWith: '', weakPoints: '' }, '敏感肌能用面霜吗') > 1000 // => true
 */
export function answers(product: AskedProduct, question: string): number {
  const named = namedIn(product, question);
  const asked = wordsOf(question);
  const title = wordsOf([product.name, ...product.aliases].join(' '));
  const { care, taboos, suits, goesWith, weakPoints } = product;
  const card = wordsOf([care, taboos, suits, goesWith, weakPoints].join(' '));
  let shared = 0;
  for (const word of asked) shared += title.has(word) ? 3 : card.has(word) ? 1 : 0;
  return (named > 0 ? NAMED + named : 0) + shared;
}
