import type { Book } from '@shared/records/book';
import { orderPlatform } from '@shared/records/platform';
import type { Dataset } from '../dataset';
import type { OrderFrame } from '../frame/orders';
import type { TextLists } from '../frame/text-lists';
import { firstDiscounts, sideLabels } from './breakdown-labels';
import { pickAnswers, pickOrders } from './select';

/** What a cell of the notebook may be narrowed to, besides its period. */
export const FILTER_SIDES = ['platform', 'product', 'city', 'tag', 'grade', 'firstDiscount'] as const;
export type FilterSide = (typeof FILTER_SIDES)[number];

/** A side that is absent is not narrowed. Days are inclusive. */
export type Filter = Readonly<Partial<Record<'from' | 'to' | FilterSide, string>>>;

/** The labels each side offers, most orders first; sides the data tell nothing of are absent. */
export type FilterChoices = Readonly<Partial<Record<FilterSide, readonly string[]>>>;

/** A list to choose from by eye; a product beyond it is one nobody asks about. */
const MOST_CHOICES = 60;

/** What there is to choose from in some data. */
export function filterChoices({ orders, book }: Dataset): FilterChoices {
  const labels = sideLabels(orders, book);
  const told = FILTER_SIDES.map((side) => [side, mostFrequent(labels[side])] as const);
  return Object.fromEntries(told.filter(([, texts]) => texts.length > 0));
}

function mostFrequent(lists: TextLists | undefined): readonly string[] {
  if (lists === undefined) return [];
  const orders = new Uint32Array(lists.texts.length);
  for (const text of lists.at) orders[text]! += 1;
  return [...lists.texts.keys()]
    .filter((text) => orders[text]! > 0 && lists.texts[text] !== '')
    .sort((a, b) => orders[b]! - orders[a]! || a - b)
    .slice(0, MOST_CHOICES)
    .map((text) => lists.texts[text]!);
}

/**
 * The data narrowed to the sides of a filter (its days are the review's own options). Orders are those that
 * carry every label; of the book stays what belongs to buyers who fit: by tag, grade and platform as the book
 * has them, by product and city because they bought so.
 */
export function narrowed(data: Dataset, filter: Filter): Dataset {
  const sides = FILTER_SIDES.filter((side) => filter[side] !== undefined);
  if (sides.length === 0) return data;
  const orders = withLabels(data.orders, data.book, filter, sides);
  const people = data.book === null ? null : fitting(data.orders, data.book, filter, sides);
  const keys = new Set(people ?? []);
  for (const buyer of orders.buyer) if (buyer >= 0) keys.add(orders.buyers[buyer]!);
  const numbers = new Set(orders.number.filter((number) => number !== ''));
  const answers = data.answers.buyer.flatMap((buyer, index) =>
    keys.has(buyer) || numbers.has(data.answers.order[index]!) ? [index] : [],
  );
  return {
    ...data,
    orders,
    netted: data.netted === null ? null : withLabels(data.netted, data.book, filter, sides),
    answers: pickAnswers(data.answers, answers),
    // A ready summary tells nothing but counts: it can't be narrowed.
    summaries: null,
    book: data.book === null || people === null ? null : bookOf(data.book, people),
  };
}

/** Whether each order carries the wanted label of a side. */
function carries(lists: TextLists | undefined, wanted: string): (index: number) => boolean {
  const place = lists?.texts.indexOf(wanted) ?? -1;
  if (lists === undefined || place < 0) return () => false;
  return (index) => lists.at.subarray(lists.start[index]!, lists.start[index + 1]!).includes(place);
}

function withLabels(
  orders: OrderFrame,
  book: Book | null,
  filter: Filter,
  sides: readonly FilterSide[],
): OrderFrame {
  const labels = sideLabels(orders, book);
  const tests = sides.map((side) => carries(labels[side], filter[side]!));
  const kept: number[] = [];
  for (let index = 0; index < orders.count; index += 1) {
    if (tests.every((test) => test(index))) kept.push(index);
  }
  return kept.length === orders.count ? orders : pickOrders(orders, kept);
}

/** Ids of the book's buyers who fit every side. */
function fitting(
  orders: OrderFrame,
  book: Book,
  filter: Filter,
  sides: readonly FilterSide[],
): ReadonlySet<string> {
  const labels = sideLabels(orders, book);
  const bought = (side: FilterSide) => {
    const test = carries(labels[side], filter[side]!);
    const found = new Set<string>();
    for (let index = 0; index < orders.count; index += 1) {
      if (orders.buyer[index]! >= 0 && test(index)) found.add(orders.buyers[orders.buyer[index]!]!);
    }
    return found;
  };
  const discounts = sides.includes('firstDiscount') ? firstDiscounts(book) : new Map<string, string>();
  const onPlatform = new Set(
    book.accounts.flatMap(({ deleted, buyerId, platform }) =>
      !deleted && orderPlatform(platform) === filter.platform ? [buyerId] : [],
    ),
  );
  const tests = sides.map((side): ((buyer: Book['buyers'][number]) => boolean) => {
    if (side === 'tag') return ({ tags }) => tags.includes(filter.tag!);
    if (side === 'grade') return ({ grade }) => grade === filter.grade;
    const buyers = bought(side);
    if (side === 'platform') return ({ id }) => onPlatform.has(id) || buyers.has(id);
    if (side === 'firstDiscount')
      return ({ id }) => discounts.get(id) === filter.firstDiscount || buyers.has(id);
    return ({ id }) => buyers.has(id);
  });
  return new Set(book.buyers.filter((one) => tests.every((test) => test(one))).map(({ id }) => id));
}

/** What of the book belongs to some buyers; what belongs to nobody in particular is the shop's and stays. */
function bookOf(book: Book, buyers: ReadonlySet<string>): Book {
  const stays = (row: object) =>
    !('buyerId' in row) || (typeof row.buyerId === 'string' && buyers.has(row.buyerId));
  const tables = Object.entries(book).map(([table, rows]) => [
    table,
    (rows as readonly object[]).filter(stays),
  ]);
  return {
    ...(Object.fromEntries(tables) as unknown as Book),
    buyers: book.buyers.filter(({ id }) => buyers.has(id)),
  };
}
