import type { OrderStatus } from '@shared/records/order';
import { isMasked } from '@shared/text/mask';
import { MONEY_SCALE } from '../frame/orders';
import { currencyOfSign, parseAmount, timesQuantity } from './amount';
import { canonicalWord, cleanCell, cleanKey } from './cell';
import { columnIndex } from './columns';
import { couponOf, WITHOUT_CODE } from './coupon';
import type { Header } from './detect';
import type { Row } from './files/table';
import type { Column, OrderField, OrderFormat } from './formats/format';
import type { RowReason } from './reasons';
import type { LineColumns } from './same-order';
import type { ReadTime } from './times';
import { STATUS_RANK } from './units';

/** A cell that can't be read: which column, what stands there, why. */
export interface Problem {
  readonly reason: RowReason | 'ambiguous-date';
  readonly column: string;
  readonly found: string;
}

/** A cell that is cut out only when it is needed; the object may be another row's a moment later. */
export interface UncutCell {
  readonly row: Row | null;
  readonly column: number;
}

/** What one row says about an order. Amounts in 1/10,000; NaN where the cell is empty. */
export interface Facts {
  readonly number: string;
  readonly lineId: string;
  /** Key of the buyer, '' where empty or masked. */
  readonly buyer: string;
  readonly masked: boolean;
  readonly status: OrderStatus;
  /** How far that is: its place among `STATUS_RANK`. */
  readonly rank: number;
  /** The status as written, '' where the row has none. */
  readonly statusWord: string;
  readonly paidDate: boolean;
  readonly time: ReadTime | null;
  readonly paid: number;
  readonly refund: number;
  /** Refunded, says a word. */
  readonly refundSaid: boolean;
  readonly currency: string;
  readonly item: string;
  /** Number of the thing among the lines kept, where it is known already; −1 elsewhere. */
  readonly thing: number;
  readonly price: number;
  readonly quantity: number;
  /** Title of the thing, as written. */
  readonly title: string | UncutCell;
  /** City and what is around it, or an address; '' where the export has none. */
  readonly region: string;
  /** Code of the coupon used; `WITHOUT_CODE` where only an amount tells of one, '' without a discount. */
  readonly discount: string;
}

export interface FactReader {
  readonly at: (field: OrderField) => number;
  /** Whether any column tells amounts. */
  readonly hasAmounts: boolean;
  readonly read: (cells: readonly string[]) => Facts | Problem;
  /** Columns in which rows of one order may differ. */
  readonly lineColumns: Omit<LineColumns, 'alike'>;
  /** Every other column that is read. */
  readonly orderColumns: readonly number[];
}

type ReadTimeText = (text: string, zone?: string) => ReadTime | 'bad' | 'ambiguous';

/** Binds a format to the header of one file. */
export function createFactReader(format: OrderFormat, header: Header, readTime: ReadTimeText): FactReader {
  const { columns } = format;
  // Looked up once: comparing headers for every cell of a million rows took a third of the time.
  const places = new Map<OrderField, number>();
  for (const [field, column] of Object.entries(columns))
    if (field !== 'region') places.set(field as OrderField, columnIndex(header, column as Column));
  const at = (field: OrderField) => places.get(field) ?? -1;
  const place = {
    number: at('order'),
    line: at('line'),
    buyer: at('buyer'),
    buyerElse: at('buyerElse'),
    created: at('createdAt'),
    clock: at('clock'),
    zone: at('zone'),
    paidAt: at('paidAt'),
    cancelled: at('cancelledAt'),
    status: at('status'),
    afterSale: at('afterSale'),
    paid: at('paid'),
    refund: at('refund'),
    adjusted: at('adjusted'),
    currency: at('currency'),
    price: at('unitPrice'),
    quantity: at('quantity'),
    item: at('item'),
    title: at('title'),
    discount: at('discount'),
  };
  const regionAt = (columns.region ?? []).map((name) => columnIndex(header, name)).filter((i) => i >= 0);
  const plus = (format.paidParts?.plus ?? [])
    .map((name) => columnIndex(header, name))
    .filter((index) => index >= 0);
  const minus = (format.paidParts?.minus ?? [])
    .map((name) => columnIndex(header, name))
    .filter((index) => index >= 0);
  const discountAt = (format.discounts ?? [])
    .map((name) => columnIndex(header, name))
    .filter((index) => index >= 0);
  const priced = place.price >= 0;
  const noAmount = new Set(format.noAmount ?? []);
  const refundWords = new Set((format.refundWords ?? []).map(canonicalWord));
  const statuses = new Map(
    Object.entries(format.statuses).map(([word, status]) => [canonicalWord(word), status]),
  );
  const words = new Map<string, string>();
  const cell = (cells: readonly string[], index: number) => (index < 0 ? '' : cleanCell(cells[index] ?? ''));
  const word = (cells: readonly string[], index: number): string => {
    const text = index < 0 ? '' : (cells[index] ?? '');
    if (text === '') return '';
    let known = words.get(text);
    if (known === undefined) {
      known = canonicalWord(text);
      if (words.size < 1000) words.set(text, known);
    }
    return known;
  };
  const amount = (cells: readonly string[], index: number): number | null => {
    const text = cell(cells, index);
    if (text === '' || noAmount.has(text)) return Number.NaN;
    return parseAmount(text, format.decimalComma);
  };
  const problem = (reason: Problem['reason'], index: number, cells: readonly string[]): Problem => ({
    reason,
    column: header.names[index] ?? `#${index + 1}`,
    found: (cells[index] ?? '').slice(0, 100),
  });

  const read = (cells: readonly string[]): Facts | Problem => {
    const number = cleanKey(place.number < 0 ? '' : (cells[place.number] ?? ''));
    let buyer = cleanKey(place.buyer < 0 ? '' : (cells[place.buyer] ?? ''));
    if (buyer === '' && place.buyerElse >= 0) buyer = cleanKey(cells[place.buyerElse] ?? '');
    if (format.buyerInBrackets) buyer = /\(([^()]+)\)\s*$/.exec(buyer)?.[1] ?? buyer;
    const masked = buyer !== '' && isMasked(buyer);
    const statusWord = word(cells, place.status);
    const afterSale = word(cells, place.afterSale);
    const cancelled = cell(cells, place.cancelled) !== '';
    const status = cancelled ? 'cancelled' : (statuses.get(statusWord) ?? 'unknown');

    let quantity = priced || place.quantity >= 0 ? amount(cells, place.quantity) : Number.NaN;
    if (quantity === null && priced) return problem('bad-quantity', place.quantity, cells);
    let price = Number.NaN;
    let paid = Number.NaN;
    if (priced) {
      const read = amount(cells, place.price);
      if (read === null) return problem('bad-amount', place.price, cells);
      price = read;
      paid = timesQuantity(price, place.quantity < 0 || quantity === null ? 10_000 : quantity);
    } else if (plus.length > 0) {
      for (const [index, sign] of [
        ...plus.map((p) => [p, 1] as const),
        ...minus.map((m) => [m, -1] as const),
      ]) {
        const read = amount(cells, index);
        if (read === null) return problem('bad-amount', index, cells);
        if (!Number.isNaN(read)) paid = (Number.isNaN(paid) ? 0 : paid) + sign * read;
      }
    } else if (place.paid >= 0) {
      const read = amount(cells, place.paid);
      if (read === null) return problem('bad-amount', place.paid, cells);
      paid = read;
    }
    if (format.cancellationWords && !priced && !Number.isNaN(paid)) {
      // The whole row is taken back by one of the same amount below 0.
      price = Math.abs(paid);
      quantity = paid < 0 ? -MONEY_SCALE : MONEY_SCALE;
    }
    const given = amount(cells, place.refund);
    if (given === null) return problem('bad-amount', place.refund, cells);
    let refund = Math.abs(given);
    if (place.adjusted >= 0) {
      const adjusted = amount(cells, place.adjusted);
      if (adjusted === null) return problem('bad-amount', place.adjusted, cells);
      // 0 stands for "never adjusted".
      if (adjusted > 0) refund = paid - adjusted;
    }

    let time: ReadTime | null = null;
    const paidText = cell(cells, place.paidAt);
    const timeAt = paidText !== '' ? place.paidAt : place.created;
    const timeText = paidText !== '' ? paidText : withClock(cells);
    if (timeText !== '') {
      const read = readTime(timeText, cell(cells, place.zone));
      if (read === 'bad') return problem('bad-date', timeAt, cells);
      if (read === 'ambiguous') return problem('ambiguous-date', timeAt, cells);
      time = read;
    } else if (format.dayInNumber) {
      const day = /^(\d{2})(\d{2})(\d{2})/.exec(number);
      const read = day ? readTime(`20${day[1]}-${day[2]}-${day[3]}`) : 'bad';
      if (typeof read !== 'string') time = read;
    }
    return {
      number,
      lineId: cleanKey(place.line < 0 ? '' : (cells[place.line] ?? '')),
      buyer: masked ? '' : buyer,
      masked,
      status,
      rank: STATUS_RANK.indexOf(status),
      statusWord,
      paidDate: paidText !== '',
      time,
      paid,
      refund,
      refundSaid: status === 'refunded' || refundWords.has(afterSale) || refundWords.has(statusWord),
      currency: currency(cells),
      item: cell(cells, place.item),
      thing: -1,
      price,
      quantity: quantity ?? Number.NaN,
      title: place.title < 0 ? '' : (cells[place.title] ?? ''),
      region: regionOf(cells),
      discount: couponOf(cell(cells, place.discount)) || discounted(cells),
    };
  };
  const withClock = (cells: readonly string[]): string => {
    const day = cell(cells, place.created);
    return day === '' || place.clock < 0 ? day : `${day} ${cell(cells, place.clock)}`.trim();
  };
  const discounted = (cells: readonly string[]): string =>
    // Some write what is taken off below 0, some above.
    discountAt.some((index) => Math.abs(amount(cells, index) ?? 0) > 0) ? WITHOUT_CODE : '';
  const regionOf = (cells: readonly string[]): string => {
    let region = '';
    for (const index of regionAt) {
      const part = cell(cells, index);
      if (part !== '') region = region === '' ? part : `${region} ${part}`;
    }
    return region;
  };
  const signAt = place.paid < 0 ? (plus[0] ?? -1) : place.paid;
  const currency = (cells: readonly string[]): string => {
    if (format.currency === 'column') return cell(cells, place.currency).toUpperCase();
    if (format.currency === 'sign') return signAt < 0 ? '' : currencyOfSign(cells[signAt] ?? '');
    return format.currency ?? '';
  };
  const { item, price, quantity, title, ...shared } = place;
  // What stands in a column of its own may differ from row to row; without prices only the thing does.
  // An order goes to one place: its first row says where.
  const alike = priced ? Object.values(shared) : [...Object.values(shared), quantity, ...plus, ...minus];
  return {
    at,
    hasAmounts: priced || plus.length > 0 || place.paid >= 0,
    read,
    lineColumns: { item, title, price: priced ? price : -1, quantity: priced ? quantity : -1 },
    orderColumns: [...new Set(alike)].filter((index) => index >= 0),
  };
}

/** True for a row that says what it can't be read for. */
export function isProblem(facts: Facts | Problem): facts is Problem {
  return 'reason' in facts;
}
