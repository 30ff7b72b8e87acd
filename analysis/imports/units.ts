import type { OrderStatus } from '@shared/records/order';
import type { OrderFormat } from './formats/format';
import { withRoom } from './growing';
import { createInterner, type Interner } from './interner';
import type { SkipReason } from './reasons';
import { createSides, type SideColumns } from './sides';

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
 * The orders (or sub-orders) of one file as columns: one position per unit in every list; the typed ones have room
 * to spare, `numbers.length` says how many units there are. They are kept until all files are read, also those that
 * are no purchase: a newer file may say that an older file's order was cancelled.
 */
export interface Units {
  readonly format: OrderFormat;
  /** Whether the file has the buyer column its format knows. */
  readonly hasBuyer: boolean;
  readonly numbers: string[];
  readonly lineIds: string[];
  readonly buyers: Interner;
  /** Place of the buyer's key in `buyers`; '' unknown. */
  buyer: Int32Array;
  time: Float64Array;
  paid: Float64Array;
  refund: Float64Array;
  refundUnknown: Uint8Array;
  status: Uint8Array;
  /** Rows that make up the purchase. */
  rows: Int32Array;
  /** Why it is no purchase, '' where it is one. */
  readonly skip: (SkipReason | '')[];
  /** Rows left out because their buyer cell is empty. */
  withoutBuyer: Int32Array;
  /** Fingerprint of the row, for lists without order numbers. */
  readonly print: string[];
  /** Latest time seen in the file: which of two files is newer. */
  newest: number;
  readonly lines: LineColumns | null;
  readonly sides: SideColumns;
}

/** Lines of orders, kept where cancellations can be matched against them. */
export interface LineColumns {
  count: number;
  unit: Int32Array;
  item: Int32Array;
  readonly items: Interner;
  price: Float64Array;
  /** Negative: a cancellation. */
  quantity: Float64Array;
  time: Float64Array;
}

export function createUnits(format: OrderFormat, hasBuyer: boolean, withLines: boolean): Units {
  return {
    format,
    hasBuyer,
    numbers: [],
    lineIds: [],
    buyers: createInterner(),
    buyer: new Int32Array(),
    time: new Float64Array(),
    paid: new Float64Array(),
    refund: new Float64Array(),
    refundUnknown: new Uint8Array(),
    status: new Uint8Array(),
    rows: new Int32Array(),
    skip: [],
    withoutBuyer: new Int32Array(),
    print: [],
    sides: createSides(),
    newest: Number.NEGATIVE_INFINITY,
    lines: withLines
      ? {
          count: 0,
          unit: new Int32Array(),
          item: new Int32Array(),
          items: createInterner(),
          price: new Float64Array(),
          quantity: new Float64Array(),
          time: new Float64Array(),
        }
      : null,
  };
}

/** Puts a unit of which only its keys are known at the end, and gives its place. */
export function addUnit(units: Units, number: string, lineId: string, buyer: string): number {
  const unit = units.numbers.length;
  if (unit >= units.time.length) widen(units, unit);
  units.numbers.push(number);
  units.lineIds.push(lineId);
  units.skip.push('');
  units.buyer[unit] = units.buyers.of(buyer);
  units.time[unit] = Number.NaN;
  units.paid[unit] = Number.NaN;
  return unit;
}

function widen(units: Units, at: number): void {
  units.buyer = withRoom(units.buyer, at);
  units.time = withRoom(units.time, at);
  units.paid = withRoom(units.paid, at);
  units.refund = withRoom(units.refund, at);
  units.refundUnknown = withRoom(units.refundUnknown, at);
  units.status = withRoom(units.status, at);
  units.rows = withRoom(units.rows, at);
  units.withoutBuyer = withRoom(units.withoutBuyer, at);
}

/** Puts a line at the end. */
export function addLine(
  lines: LineColumns,
  unit: number,
  thing: number,
  price: number,
  quantity: number,
  time: number,
): void {
  const at = lines.count++;
  if (at >= lines.unit.length) {
    lines.unit = withRoom(lines.unit, at);
    lines.item = withRoom(lines.item, at);
    lines.price = withRoom(lines.price, at);
    lines.quantity = withRoom(lines.quantity, at);
    lines.time = withRoom(lines.time, at);
  }
  lines.unit[at] = unit;
  lines.item[at] = thing;
  lines.price[at] = price;
  lines.quantity[at] = quantity;
  lines.time[at] = time;
}
