import type { Facts } from './facts';
import type { OrderFormat } from './formats/format';
import { withRoom } from './growing';
import { createSideWriter } from './sides';
import { createTextIndex } from './text-index';
import { addLine, addUnit, createUnits } from './units';

export interface StoreRules {
  readonly hasBuyer: boolean;
  /** Whether rows carry an order number; without one each row is an order. */
  readonly numbered: boolean;
  /** Whether item, price and quantity are known, so that cancellations can be matched. */
  readonly withLines: boolean;
  /** Rows without numbers are fingerprinted, to find them again in overlapping lists. */
  readonly fingerprint: boolean;
}

/** Joins rows into units while a file is read: what repeats is taken once, what is each row's own is summed. */
export function createUnitStore(format: OrderFormat, rules: StoreRules) {
  const units = createUnits(format, rules.hasBuyer, rules.withLines);
  const tellSides = createSideWriter(units.sides);
  const bySubOrder = format.unit === 'line';
  const index = createTextIndex(units.numbers, bySubOrder ? units.lineIds : null);
  let paidDate = new Uint8Array();
  let masked = new Uint8Array();
  let firstLine = new Int32Array();
  let largest = new Float64Array();
  let uneven = false;
  let noted: Facts | null = null;
  let last = -1;

  /** The unit a row belongs to, made where it is the first. */
  function unitOf(row: Facts, line: number): number {
    // Rows of one order stand together in nearly every export.
    if (last >= 0 && isSame(last, row)) return last;
    last = findOrMake(row, line);
    return last;
  }

  function isSame(unit: number, row: Facts): boolean {
    if (!rules.numbered || units.numbers[unit] !== row.number) return false;
    return !bySubOrder || (row.lineId !== '' && units.lineIds[unit] === row.lineId);
  }

  function findOrMake(row: Facts, line: number): number {
    const unit = units.numbers.length;
    const joins = rules.numbered && (!bySubOrder || row.lineId !== '');
    const known = joins ? index.place(row.number, bySubOrder ? row.lineId : '', unit) : unit;
    if (known !== unit) return known;
    addUnit(units, row.number, row.lineId, row.buyer);
    paidDate = withRoom(paidDate, unit);
    masked = withRoom(masked, unit);
    firstLine = withRoom(firstLine, unit);
    largest = withRoom(largest, unit);
    firstLine[unit] = line;
    largest[unit] = Number.NaN;
    return unit;
  }

  /** Takes over what a row says about its unit besides time and money. */
  function note(unit: number, row: Facts): void {
    // Rows that only add a line say the same of their order in the same object.
    if (row === noted) return;
    noted = row;
    if (row.rank > units.status[unit]!) units.status[unit] = row.rank;
    if (row.masked) masked[unit] = 1;
    if (row.time && row.time.wall > units.newest) units.newest = row.time.wall;
    if (row.buyer === '') return;
    const before = buyerOf(unit);
    if (before === '' || row.buyer < before) units.buyer[unit] = units.buyers.of(row.buyer);
  }

  /** Dates a unit by a row of its purchase; rows that are no purchase do not. */
  function date(unit: number, row: Facts): void {
    // A paid time on one row beats the created times on the order's other rows.
    if (row.time && (row.paidDate || !paidDate[unit])) {
      const first = row.paidDate && !paidDate[unit];
      if (first || !(row.time.wall >= units.time[unit]!)) units.time[unit] = row.time.wall;
    }
    if (row.paidDate) paidDate[unit] = 1;
  }

  /** Adds a row that is part of a purchase (or may be: that is judged at the end). */
  function add(row: Facts, line: number, cells: readonly string[]): void {
    const unit = unitOf(row, line);
    note(unit, row);
    date(unit, row);
    units.rows[unit]!++;
    units.skip[unit] = '';
    const once = format.money === 'once' || (format.unit === 'line' && units.rows[unit]! > 1);
    if (!Number.isNaN(row.paid)) {
      const before = units.paid[unit]!;
      if (Number.isNaN(before)) {
        units.paid[unit] = row.paid;
        largest[unit] = row.paid;
      } else {
        if (row.paid !== largest[unit]) uneven = true;
        largest[unit] = Math.max(largest[unit]!, row.paid);
        units.paid[unit] = once ? Math.max(before, row.paid) : before + row.paid;
      }
    }
    if (row.refund > 0) {
      const before = units.refund[unit]!;
      const refundOnce = format.refunds ? format.refunds === 'once' : once;
      units.refund[unit] = refundOnce ? Math.max(before, row.refund) : before + row.refund;
    }
    if (row.refundSaid) units.refundUnknown[unit] = 1;
    if (!rules.numbered) fingerprint(cells);
    tellSides(unit, row, keepLine(unit, row));
  }

  /** Keeps a line for matching cancellations; the number of its thing, −1 where none was kept. */
  function keepLine(unit: number, row: Facts): number {
    const { lines } = units;
    if (!lines || row.time === null || (row.item === '' && row.thing < 0)) return -1;
    if (Number.isNaN(row.price) || Number.isNaN(row.quantity)) return -1;
    const thing = row.thing < 0 ? lines.items.of(row.item) : row.thing;
    addLine(lines, unit, thing, row.price, row.quantity, row.time.wall);
    return thing;
  }

  function fingerprint(cells: readonly string[]) {
    if (rules.fingerprint) units.print.push(cells.map((cell) => cell.trim()).join('\u001f'));
  }

  function buyerOf(unit: number): string {
    return units.buyers.texts[units.buyer[unit]!]!;
  }

  return {
    units,
    isPaidByDate: (unit: number) => paidDate[unit] === 1,
    isMasked: (unit: number) => masked[unit] === 1,
    firstLine: (unit: number) => firstLine[unit]!,
    largest: (unit: number) => largest[unit]!,
    /** Whether rows of one order tell of different amounts. */
    isUneven: () => uneven,
    unitOf,
    note,
    add,
    keepLine,
    fingerprint,
    buyerOf,
  };
}
export type UnitStore = ReturnType<typeof createUnitStore>;
