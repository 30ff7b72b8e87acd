import type { OrderStatus } from '@shared/records/order';
import type { OrderFormat } from './formats/format';
import type { SkipReason } from './reasons';

/** Gives texts numbers, so that a million rows hold each buyer once. */
export interface Interner {
  readonly texts: readonly string[];
  readonly of: (text: string) => number;
}

/** @example createInterner().of('anna') // => 0 */
export function createInterner(): Interner {
  const texts: string[] = [];
  const known = new Map<string, number>();
  return {
    texts,
    of(text) {
      let index = known.get(text);
      if (index === undefined) {
        index = texts.length;
        texts.push(text);
        known.set(text, index);
      }
      return index;
    },
  };
}

/** How far an order has come; across the rows of an order the furthest counts. */
export const STATUS_RANK: readonly OrderStatus[] = [
  'unknown',
  'unpaid',
  'paid',
  'shipped',
  'completed',
  'refunded',
  'cancelled',
];

/**
 * The orders (or sub-orders) of one file as columns: one position per unit in every list. They are kept until
 * all files are read, also those that are no purchase: a newer file may say that an older file's order was
 * cancelled.
 */
export interface Units {
  readonly format: OrderFormat;
  /** Whether the file has the buyer column its format knows. */
  readonly hasBuyer: boolean;
  readonly numbers: string[];
  readonly lineIds: string[];
  /** Buyer key; '' unknown. */
  readonly buyer: number[];
  readonly buyers: Interner;
  readonly time: number[];
  readonly paid: number[];
  readonly refund: number[];
  readonly refundUnknown: number[];
  readonly status: number[];
  /** Rows that make up the purchase. */
  readonly rows: number[];
  /** Why it is no purchase, '' where it is one. */
  readonly skip: (SkipReason | '')[];
  /** Rows left out because their buyer cell is empty. */
  readonly withoutBuyer: number[];
  /** Fingerprint of the row, for lists without order numbers. */
  readonly print: string[];
  /** Latest time seen in the file: which of two files is newer. */
  newest: number;
  readonly lines: LineColumns | null;
}

/** Lines of orders, kept where cancellations can be matched against them. */
export interface LineColumns {
  readonly unit: number[];
  readonly item: number[];
  readonly items: Interner;
  readonly price: number[];
  /** Negative: a cancellation. */
  readonly quantity: number[];
  readonly time: number[];
}

export function createUnits(format: OrderFormat, hasBuyer: boolean, withLines: boolean): Units {
  return {
    format,
    hasBuyer,
    numbers: [],
    lineIds: [],
    buyer: [],
    buyers: createInterner(),
    time: [],
    paid: [],
    refund: [],
    refundUnknown: [],
    status: [],
    rows: [],
    skip: [],
    withoutBuyer: [],
    print: [],
    newest: Number.NEGATIVE_INFINITY,
    lines: withLines
      ? { unit: [], item: [], items: createInterner(), price: [], quantity: [], time: [] }
      : null,
  };
}
