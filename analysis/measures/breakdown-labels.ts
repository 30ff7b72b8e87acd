import type { Book } from '@shared/records/book';
import { orderPlatform } from '@shared/records/platform';
import type { OrderFrame, OrderSides } from '../frame/orders';
import { type TextLists, textLists } from '../frame/text-lists';
import { cityOf } from '../imports/place';
import type { Side } from './breakdowns';
import { timeOrder } from './histories';

/** Labels of every order, on every side the data tell of. */
export type OrderLabels = Readonly<Partial<Record<Side, TextLists>>>;

type Labels = (index: number) => readonly string[];

/** What every order of a frame is called on each side that the exports or the book tell of. */
export function sideLabels(orders: OrderFrame, book: Book | null): OrderLabels {
  const known = book === null ? null : bookLabels(orders, book);
  const { sides } = orders;
  const product = orElse(orders, sides?.product, known?.product);
  const city = orElse(orders, sides?.city, known?.city);
  const firsts = firstOrders(orders, () => true);
  return {
    platform: { texts: orders.platforms, start: eachOne(orders.count), at: Int32Array.from(orders.platform) },
    ...(product === null ? {} : { product }),
    ...(city === null ? {} : { city }),
    ...(known === null ? {} : { tag: listed(orders, known.tag), grade: listed(orders, known.grade) }),
    ...(product === null ? {} : { firstProduct: ofFirst(orders, product, firsts) }),
    ...firstDiscountLabels(orders, sides, known?.firstDiscount),
  };
}

/** 0, 1, 2 …: every order has one label. */
const eachOne = (count: number) => Uint32Array.from({ length: count + 1 }, (_, index) => index);

/** Labels by function as lists. */
function listed(orders: OrderFrame, labels: Labels, also?: TextLists): TextLists {
  const places = new Map<string, number>();
  const order: number[] = [];
  const text: number[] = [];
  const add = (index: number, label: string) => {
    const place = places.get(label) ?? places.size;
    places.set(label, place);
    order.push(index);
    text.push(place);
  };
  for (let index = 0; index < orders.count; index += 1) {
    const [from, to] = also ? [also.start[index]!, also.start[index + 1]!] : [0, 0];
    for (let k = from; k < to; k += 1) add(index, also!.texts[also!.at[k]!]!);
    if (from === to) for (const label of labels(index)) add(index, label);
  }
  const told = { order: Int32Array.from(order), text: Int32Array.from(text), count: order.length };
  return textLists(orders.count, { texts: [...places.keys()], ...told });
}

/** What the export says; of orders it says nothing of, what the book knows. */
function orElse(orders: OrderFrame, told: TextLists | undefined, book: Labels | undefined): TextLists | null {
  if (book === undefined) return told ?? null;
  return listed(orders, book, told);
}

/** Labels that only the book knows: items and places of its orders, tags and grades of its buyers. */
function bookLabels(
  orders: OrderFrame,
  book: Book,
): Readonly<Record<'product' | 'city' | 'tag' | 'grade' | 'firstDiscount', Labels>> {
  const known = new Map(
    book.orders
      .filter((order) => !order.deleted)
      .map((order) => [`${orderPlatform(order.platform)}\n${order.number}`, order]),
  );
  const orderAt = (index: number) =>
    known.get(`${orders.platforms[orders.platform[index]!]}\n${orders.number[index]}`);
  const people = new Map(book.buyers.filter((one) => !one.deleted).map((one) => [one.id, one]));
  const personAt = (index: number) => {
    const column = orders.buyer[index]!;
    return column < 0 ? undefined : people.get(orders.buyers[column]!);
  };
  const filled = (text: string | undefined) => (text === undefined || text === '' ? [] : [text]);
  const discounts = firstDiscounts(book);
  return {
    product: (index) =>
      orderAt(index)
        ?.items.map((item) => item.title)
        .filter((title) => title !== '') ?? [],
    city: (index) => filled(cityOf(orderAt(index)?.region ?? '')),
    tag: (index) => personAt(index)?.tags ?? [],
    grade: (index) => filled(personAt(index)?.grade),
    firstDiscount: (index) => filled(discounts.get(personAt(index)?.id ?? '')),
  };
}

/** Position of each buyer's first order of a kind, −1 where there is none. */
function firstOrders(orders: OrderFrame, counts: (index: number) => boolean): Int32Array {
  const first = new Int32Array(orders.buyers.length).fill(-1);
  const order = timeOrder(orders.time);
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at]!;
    const column = orders.buyer[index]!;
    if (column >= 0 && first[column] === -1 && counts(index)) first[column] = index;
  }
  return first;
}

/** Every order under the labels of its buyer's first; none where nobody knows the buyer. */
function ofFirst(orders: OrderFrame, labels: TextLists, firsts: Int32Array): TextLists {
  const start = new Uint32Array(orders.count + 1);
  const firstOf = (index: number) => (orders.buyer[index]! < 0 ? -1 : firsts[orders.buyer[index]!]!);
  for (let index = 0; index < orders.count; index += 1) {
    const first = firstOf(index);
    start[index + 1] = start[index]! + (first < 0 ? 0 : labels.start[first + 1]! - labels.start[first]!);
  }
  const at = new Int32Array(start[orders.count]!);
  for (let index = 0; index < orders.count; index += 1) {
    const first = firstOf(index);
    if (first >= 0) at.set(labels.at.subarray(labels.start[first]!, labels.start[first + 1]!), start[index]!);
  }
  return { texts: labels.texts, start, at };
}

/** What the shop promised a buyer first, as the book has it; else the first coupon they used. */
function firstDiscountLabels(
  orders: OrderFrame,
  sides: OrderSides | undefined,
  book: Labels | undefined,
): { readonly firstDiscount?: TextLists } {
  const codes = sides?.discount;
  if (codes === undefined || codes.at.length === 0)
    return book === undefined ? {} : { firstDiscount: listed(orders, book) };
  const used = firstOrders(orders, (index) => codes.start[index + 1]! > codes.start[index]!);
  const coupons = ofFirst(orders, codes, used);
  if (book === undefined) return { firstDiscount: coupons };
  const coupon: Labels = (index) =>
    [...coupons.at.subarray(coupons.start[index]!, coupons.start[index + 1]!)].map((k) => coupons.texts[k]!);
  return {
    firstDiscount: listed(orders, (index) => {
      const said = book(index);
      return said.length > 0 ? said : coupon(index);
    }),
  };
}

/** The first discount said to each buyer: `now` (on that deal) or `next` (for the next one). */
export function firstDiscounts(book: Book): ReadonlyMap<string, string> {
  const first = new Map<string, { readonly at: string; readonly when: string }>();
  for (const { deleted, state, buyerId, saidAt, when } of book.discounts) {
    if (deleted || state === 'to-be-sent') continue;
    const known = first.get(buyerId);
    if (!known || saidAt < known.at) first.set(buyerId, { at: saidAt, when });
  }
  return new Map([...first].map(([buyer, { when }]) => [buyer, when]));
}
