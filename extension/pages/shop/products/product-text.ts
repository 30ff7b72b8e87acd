import type { ProductInput } from '@extension/book/actions/products';
import type { AnyKey } from '@extension/ui/more';
import type { Product } from '@shared/records/product';
import { isNameOf } from '@shared/records/product-match';
import { type Money, moneyToMajor, parseMoney } from '@shared/text/money';

const TEXTS = ['name', 'aliases', 'care', 'taboos', 'suits', 'goesWith', 'weakPoints'] as const;
const NUMBERS = ['price', 'floor', 'lastsDays', 'endsAtMonths'] as const;

/** A product card as it is typed. */
export type ProductText = Readonly<Record<(typeof TEXTS)[number] | (typeof NUMBERS)[number], string>>;

export const PRODUCT_LABELS: Readonly<Record<keyof ProductText, AnyKey>> = {
  name: 'people.product.name',
  aliases: 'people.product.aliases',
  care: 'people.product.care',
  taboos: 'people.product.taboos',
  suits: 'people.product.suits',
  goesWith: 'people.product.goesWith',
  weakPoints: 'people.product.weakPoints',
  price: 'people.product.price',
  floor: 'people.product.floor',
  lastsDays: 'people.product.lastsDays',
  endsAtMonths: 'people.product.endsAt',
};

/** A card as its owner edits it; `null`: an empty one. */
export function productText(product: Product | null): ProductText {
  const money = (amount: Money | null | undefined) => (amount ? String(moneyToMajor(amount)) : '');
  return {
    name: product?.name ?? '',
    aliases: product?.aliases.join(', ') ?? '',
    care: product?.care ?? '',
    taboos: product?.taboos ?? '',
    suits: product?.suits ?? '',
    goesWith: product?.goesWith ?? '',
    weakPoints: product?.weakPoints ?? '',
    price: money(product?.price),
    floor: money(product?.floor),
    lastsDays: String(product?.lastsDays ?? ''),
    endsAtMonths: String(product?.endsAtMonths ?? ''),
  };
}

/** Money as typed: nothing is `null`, what is no amount is `undefined`. */
export function readMoney(text: string, currency: string): Money | null | undefined {
  if (text.trim() === '') return null;
  const money = parseMoney(text, currency);
  return money && money.minor >= 0 ? money : undefined;
}

/** A number as typed: nothing is `null`, what is none (or not above 0) is `undefined`. */
export function readNumber(text: string, whole: boolean): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  if (!/^\d{1,5}(\.\d)?$/.test(plain)) return undefined;
  const number = Number(plain);
  return number > 0 && (!whole || Number.isInteger(number)) ? number : undefined;
}

/** Why a card can't be saved yet, or null. `all`: the cards there are; `id`: this one's own. */
export function checkProduct(
  text: ProductText,
  id: string | null,
  all: readonly Product[],
  currency: string,
): AnyKey | null {
  if (text.name.trim() === '') return 'people.product.nameMissing';
  if (all.some((other) => other.id !== id && isNameOf(other, text.name))) return 'people.product.nameTaken';
  const [price, floor] = [readMoney(text.price, currency), readMoney(text.floor, currency)];
  if (price === undefined || floor === undefined) return 'panel.form.moneyUnknown';
  if (price && floor && floor.minor > price.minor) return 'people.product.floorAbove';
  const unread =
    readNumber(text.lastsDays, false) === undefined || readNumber(text.endsAtMonths, true) === undefined;
  return unread ? 'people.product.numberUnknown' : null;
}

/** The card as the book keeps it; `checkProduct` has found nothing wrong. */
export function readProduct(text: ProductText, product: Product | null, currency: string): ProductInput {
  const aliases = text.aliases.split(/[,，、;；\n]/).map((alias) => alias.trim());
  return {
    id: product?.id ?? null,
    name: text.name.trim(),
    aliases: [...new Set(aliases.filter((alias) => alias !== ''))],
    care: text.care.trim(),
    taboos: text.taboos.trim(),
    suits: text.suits.trim(),
    goesWith: text.goesWith.trim(),
    weakPoints: text.weakPoints.trim(),
    price: readMoney(text.price, currency) ?? null,
    floor: readMoney(text.floor, currency) ?? null,
    lastsDays: readNumber(text.lastsDays, false) ?? null,
    endsAtMonths: readNumber(text.endsAtMonths, true) ?? null,
    soldOut: product?.soldOut ?? false,
  };
}
