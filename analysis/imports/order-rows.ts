import { canonicalWord, isRoundedId } from './cell';
import { isFooter, isTwice } from './columns';
import type { Header } from './detect';
import { createFactReader, type Facts, isProblem } from './facts';
import type { Row } from './files/table';
import type { OrderField, OrderFormat } from './formats/format';
import { headerNames } from './header-names';
import { judgeUnits } from './judge';
import type { SkipReason } from './reasons';
import { createSameOrder } from './same-order';
import type { Tally } from './tally';
import { createTimeReader } from './times';
import { createUnitStore } from './unit-store';
import type { Units } from './units';
import { verdict } from './verdict';
import { createZoneEvidence } from './zone-evidence';

export interface OrderRowRules {
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly tz: string | null;
  readonly currency: string | null;
  /** Rows are fingerprinted, to find them again in overlapping lists that have no order numbers. */
  readonly fingerprint: boolean;
}

/** Rows with a number are never fingerprinted, so their cells are not asked for again. */
const NO_CELLS: readonly string[] = [];

/** Reads the rows of one order export into units; `finish` judges them. */
export function createOrderRows(format: OrderFormat, header: Header, rules: OrderRowRules, tally: Tally) {
  const evidence = createZoneEvidence();
  const timeRules = {
    offset: format.offset ?? null,
    dateOrder: format.dateOrder ?? rules.dateOrder,
    tz: rules.tz,
  };
  const readTime = createTimeReader(timeRules, evidence);
  const facts = createFactReader(format, header, readTime);
  const has = (field: OrderField) => facts.at(field) >= 0;
  const columnOf = (field: OrderField) => header.names[facts.at(field)] ?? '';
  const numbered = has('order');
  const paidKnown = has('paidAt');
  const counted = has('quantity');
  const priced = has('unitPrice');
  const rowwise = format.states === 'row';
  const orderAt = facts.at('order');
  const createdAt = facts.at('createdAt');
  const later = (['shippedAt', 'completedAt', 'cancelledAt'] as const).map(facts.at).filter((at) => at >= 0);
  const takenBack = new Set((format.cancellationWords ?? []).map(canonicalWord));
  const withLines = numbered && has('item') && ((priced && counted) || takenBack.size > 0);
  const joinsRows = numbered && !format.fillDown && !format.decimalComma && facts.at('adjusted') < 0;
  const store = createUnitStore(format, {
    hasBuyer: has('buyer'),
    numbered,
    withLines,
    fingerprint: rules.fingerprint,
  });
  const { units } = store;
  const sameOrder = createSameOrder(
    { alike: [...facts.orderColumns, ...later], ...facts.lineColumns },
    units.lines?.items ?? null,
  );
  const currencies = new Set<string>();
  const otherCurrency = new Set<string>();
  const broken = new Set<string>();
  let lastNumber = '';
  let lastSound = '';
  let anyMasked = false;
  let anyBuyer = false;

  if (!has('createdAt') && !has('paidAt') && !format.dayInNumber)
    tally.fatal('imports.refusedNoDate', headerNames(header));
  for (const column of Object.values(format.columns))
    if (isTwice(header, column as string | readonly string[])) tally.note('duplicate-column');
  if (!facts.hasAmounts) tally.note('no-amounts');

  function add(row: Row) {
    const like = joinsRows ? sameOrder.next(row) : null;
    if (like !== null) {
      tally.row();
      return take(like, row.line, NO_CELLS);
    }
    sameOrder.forget();
    const cells = filledDown(row.cells);
    const first = cells[numbered ? orderAt : 0] ?? '';
    if (first.trim() === '' && cells.every((cell) => cell.trim() === '')) return;
    if (isBelowData(cells, first)) return;
    if (format.fillDown) lastNumber = first;
    tally.row();
    const read = facts.read(cells);
    if (isProblem(read)) {
      if (read.reason === 'ambiguous-date')
        return tally.fatal('imports.refusedDateOrder', {
          line: row.line,
          column: read.column,
          found: read.found,
        });
      if (!rowwise) broken.add(first);
      return tally.refuse(row.line, read.column, read.found, read.reason);
    }
    // The order's amount stood on a row that can't be read: its other rows alone would make it too cheap.
    if (broken.size > 0 && broken.has(first))
      return tally.refuse(row.line, columnOf('order'), first, 'no-amount');
    if (!keysAreSound(read, row.line)) return;
    seeLater(cells);
    if (numbered && read.number === '') return tally.skip('no-order', row.line);
    if (isForeign(read)) return tally.skip('other-currency', row.line);
    if (joinsRows) sameOrder.keep(row, read);
    take(read, row.line, cells);
  }

  /** Counts a row in: as part of a purchase, or as none. */
  function take(read: Facts, line: number, cells: readonly string[]) {
    if (!rowwise) return store.add(read, line, cells);
    const reason = rowReason(read);
    if (reason !== '') return skipRow(read, line, reason, cells);
    if (read.time === null)
      return tally.refuse(line, columnOf(paidKnown ? 'paidAt' : 'createdAt'), '', 'no-date');
    if (facts.hasAmounts && Number.isNaN(read.paid))
      return tally.refuse(line, columnOf(priced ? 'unitPrice' : 'paid'), '', 'no-amount');
    store.add(read, line, cells);
  }

  function filledDown(cells: readonly string[]): readonly string[] {
    if (!format.fillDown || lastNumber === '' || (cells[orderAt] ?? '').trim() !== '') return cells;
    return cells.some((cell) => cell.trim() !== '') ? cells.with(orderAt, lastNumber) : cells;
  }

  /** Totals and record counts below the data; a row with a date is data, even if its buyer is called Total. */
  function isBelowData(cells: readonly string[], first: string): boolean {
    const short = cells.length < 3 && cells.length < header.names.length / 2;
    if ((!short && beginsWithDigit(first)) || !isFooter(cells)) return false;
    return short || typeof readTime((cells[createdAt] ?? '').trim()) === 'string';
  }

  /** Keys that a spreadsheet or a wrong encoding has destroyed would join strangers: no row can be trusted then. */
  function keysAreSound(read: Facts, line: number): boolean {
    const { number, buyer, lineId } = read;
    if (number !== lastSound && !isSound('order', number, line)) return false;
    if (buyer !== '' && !isSound('buyer', buyer, line)) return false;
    if (lineId !== '' && !isSound('line', lineId, line)) return false;
    lastSound = number;
    if (read.masked) anyMasked = true;
    else if (buyer !== '') anyBuyer = true;
    return true;
  }

  function isSound(field: OrderField, key: string, line: number): boolean {
    if (isRoundedId(key))
      tally.fatal('imports.refusedRoundedIds', { line, column: columnOf(field), found: key });
    else if (key.includes('\ufffd') || key.includes('锟斤拷')) tally.fatal('imports.refusedMojibake');
    else return true;
    return false;
  }

  /** Later times of an order tell which of two files is newer. */
  function seeLater(cells: readonly string[]): void {
    for (const index of later) {
      const text = (cells[index] ?? '').trim();
      const time = text.length < 6 ? 'bad' : readTime(text);
      if (typeof time !== 'string' && time.wall > units.newest) units.newest = time.wall;
    }
  }

  function isForeign(read: Facts): boolean {
    if (read.currency === '') return otherCurrency.has(read.number);
    if (rules.currency !== null && read.currency !== rules.currency) {
      otherCurrency.add(read.number);
      return true;
    }
    currencies.add(read.currency);
    return false;
  }

  function rowReason(read: Facts): SkipReason | '' {
    const nobody = units.hasBuyer && read.buyer === '' && !read.masked;
    if (nobody) return 'no-buyer';
    if (isCancellation(read.number) || takenBack.has(read.statusWord)) return 'cancellation-line';
    const { paidDate, paid, refund, rank: status } = read;
    const reason = verdict(format, paidKnown, { status, paidDate, paid, refund });
    if (reason === 'unknown-status') tally.note('unknown-status');
    if (reason !== '') return reason;
    if (counted && read.quantity <= 0) return 'quantity';
    return (priced ? read.price <= 0 : read.paid < 0) ? 'price' : '';
  }

  function isCancellation(number: string): boolean {
    const prefix = format.cancellationPrefix;
    if (prefix === undefined) return false;
    return number.startsWith(prefix) || number.startsWith(prefix.toLowerCase());
  }

  /** A row that is no purchase; its order is still known, so that it can overrule an older file. */
  function skipRow(read: Facts, line: number, reason: SkipReason, cells: readonly string[]) {
    tally.skip(reason, line);
    if (!numbered && reason !== 'no-buyer') return;
    const unit = store.unitOf(read, line);
    store.note(unit, read);
    if (!numbered) store.fingerprint(cells);
    if (reason === 'no-buyer') units.withoutBuyer[unit]!++;
    if (units.rows[unit] === 0) units.skip[unit] = reason;
    if (reason === 'cancellation-line' || reason === 'quantity') store.keepLine(unit, read);
  }

  function finish(): Units {
    const found = [...currencies].sort();
    if (found.length > 1)
      tally.fatal('imports.refusedTwoCurrencies', { found: found.join(', '), first: found[0] ?? '' });
    if (keyless()) tally.note('no-buyer-key');
    return judgeUnits(format, store, { has, columnOf, hasAmounts: facts.hasAmounts }, tally);
  }

  /** True where the file says of nobody who bought. */
  const keyless = () => !units.hasBuyer || (anyMasked && !anyBuyer);
  return { add, finish, keyless, currencies, zone: evidence.zone };
}

/** True for text whose first letter or digit is a digit: most first cells of data, and no word below it. */
function beginsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 48 && code <= 57) || /^\W*\d/.test(text);
}
