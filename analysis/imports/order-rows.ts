import { isRoundedId } from './cell';
import { isFooter, isTwice } from './columns';
import { type Header, isMojibake } from './detect';
import { createFactReader, type Facts, isProblem } from './facts';
import type { Row } from './files/table';
import type { OrderFormat } from './formats/format';
import type { SkipReason } from './reasons';
import type { Tally } from './tally';
import { createTimeReader } from './times';
import { createUnits, STATUS_RANK, type Units } from './units';
import { verdict } from './verdict';

export interface OrderRowRules {
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly tz: string | null;
  readonly currency: string | null;
  /** Rows are fingerprinted, to find them again in overlapping lists that have no order numbers. */
  readonly fingerprint: boolean;
}

/** From so many orders of several rows on, equal amounts on all rows of each are the order's total repeated. */
const ENOUGH_REPEATS = 3;

/** Reads the rows of one order export into units; `finish` judges them. */
export function createOrderRows(format: OrderFormat, header: Header, rules: OrderRowRules, tally: Tally) {
  const readTime = createTimeReader({
    offset: format.offset ?? null,
    dateOrder: format.dateOrder ?? rules.dateOrder,
    tz: rules.tz,
  });
  const facts = createFactReader(format, header, readTime);
  const has = (field: Parameters<typeof facts.at>[0]) => facts.at(field) >= 0;
  const numbered = has('order');
  const rowwise = format.states === 'row';
  const hasPaidColumn = has('paidAt');
  const later = (['shippedAt', 'completedAt', 'cancelledAt'] as const)
    .map(facts.at)
    .filter((index) => index >= 0);
  const units = createUnits(
    format,
    has('buyer'),
    numbered && has('item') && has('unitPrice') && has('quantity'),
  );
  const byKey = new Map<string, number>();
  const paidDate: boolean[] = [];
  const masked: boolean[] = [];
  const allRows: number[] = [];
  const firstLine: number[] = [];
  const largest: number[] = [];
  const uneven = new Set<number>();
  const currencies = new Set<string>();
  const otherCurrency = new Set<string>();
  const broken = new Set<string>();
  let lastNumber = '';
  let anyMasked = false;
  let anyBuyer = false;

  if (!has('createdAt') && !has('paidAt') && !format.dayInNumber)
    tally.fatal('imports.refusedNoDate', list(header));
  for (const column of Object.values(format.columns))
    if (isTwice(header, column as string | readonly string[])) tally.note('duplicate-column');
  if (!facts.hasAmounts) tally.note('no-amounts');

  function unitOf(row: Facts, line: number): number {
    const key = format.unit === 'line' ? `${row.number}\n${row.lineId}` : row.number;
    const joins = numbered && (format.unit === 'order' || row.lineId !== '');
    const known = joins ? byKey.get(key) : undefined;
    if (known !== undefined) return known;
    const unit = units.numbers.length;
    if (joins) byKey.set(key, unit);
    units.numbers.push(row.number);
    units.lineIds.push(row.lineId);
    units.buyer.push(units.buyers.of(row.buyer));
    units.time.push(Number.NaN);
    units.paid.push(Number.NaN);
    units.refund.push(0);
    units.refundUnknown.push(0);
    units.status.push(0);
    units.rows.push(0);
    units.skip.push('');
    units.withoutBuyer.push(0);
    paidDate.push(false);
    masked.push(false);
    allRows.push(0);
    firstLine.push(line);
    largest.push(Number.NaN);
    return unit;
  }

  /** A row that is no purchase; its order is still known, so that it can overrule an older file. */
  function skipRow(row: Facts, line: number, reason: SkipReason, cells: readonly string[]) {
    tally.skip(reason);
    if (!numbered && reason !== 'no-buyer') return;
    const unit = unitOf(row, line);
    note(unit, row);
    if (!numbered) fingerprint(cells);
    if (reason === 'no-buyer') units.withoutBuyer[unit]!++;
    if (units.rows[unit] === 0) units.skip[unit] = reason;
    if (reason === 'cancellation-line' || reason === 'quantity') keepLine(unit, row);
  }

  function keepLine(unit: number, row: Facts): void {
    const { lines } = units;
    if (
      !lines ||
      row.time === null ||
      row.item === '' ||
      Number.isNaN(row.price) ||
      Number.isNaN(row.quantity)
    )
      return;
    lines.unit.push(unit);
    lines.item.push(lines.items.of(row.item));
    lines.price.push(row.price);
    lines.quantity.push(row.quantity);
    lines.time.push(row.time.wall);
  }

  function note(unit: number, row: Facts): void {
    const status = STATUS_RANK.indexOf(row.status);
    if (status > units.status[unit]!) units.status[unit] = status;
    if (row.masked) masked[unit] = true;
    // A paid time on one row beats the created times on the order's other rows.
    if (row.time && (row.paidDate || !paidDate[unit])) {
      const first = row.paidDate && !paidDate[unit];
      if (first || !(row.time.wall >= units.time[unit]!)) units.time[unit] = row.time.wall;
    }
    if (row.paidDate) paidDate[unit] = true;
    if (row.time && row.time.wall > units.newest) units.newest = row.time.wall;
    if (row.buyer !== '') {
      const before = units.buyers.texts[units.buyer[unit]!]!;
      if (before === '' || row.buyer < before) units.buyer[unit] = units.buyers.of(row.buyer);
    }
  }

  function add(unit: number, row: Facts, cells: readonly string[]): void {
    note(unit, row);
    units.rows[unit]!++;
    allRows[unit]!++;
    units.skip[unit] = '';
    const once = format.money === 'once' || (format.unit === 'line' && units.rows[unit]! > 1);
    if (!Number.isNaN(row.paid)) {
      const before = units.paid[unit]!;
      if (!Number.isNaN(before) && row.paid !== largest[unit]) uneven.add(unit);
      largest[unit] = Number.isNaN(before) ? row.paid : Math.max(largest[unit]!, row.paid);
      units.paid[unit] = Number.isNaN(before)
        ? row.paid
        : once
          ? Math.max(before, row.paid)
          : before + row.paid;
    }
    if (row.refund > 0) {
      const before = units.refund[unit]!;
      units.refund[unit] = (format.refunds ? format.refunds === 'once' : once)
        ? Math.max(before, row.refund)
        : before + row.refund;
    }
    if (row.refundSaid) units.refundUnknown[unit] = 1;
    if (!numbered) fingerprint(cells);
    keepLine(unit, row);
  }

  function fingerprint(cells: readonly string[]) {
    if (rules.fingerprint) units.print.push(cells.map((cell) => cell.trim()).join('\u001f'));
  }

  function add1(row: Row) {
    let { cells } = row;
    const blankNumber = numbered && (cells[facts.at('order')] ?? '').trim() === '';
    if (format.fillDown && blankNumber && lastNumber !== '' && cells.some((cell) => cell.trim() !== ''))
      cells = cells.with(facts.at('order'), lastNumber);
    const orderText = numbered ? (cells[facts.at('order')] ?? '') : (cells[0] ?? '');
    if (orderText.trim() === '' && cells.every((cell) => cell.trim() === '')) return;
    if (format.fillDown) lastNumber = orderText;
    if (!/^\W*\d/.test(orderText) && isFooter(cells)) return;
    if (cells.length < 3 && cells.length < header.names.length / 2 && isFooter(cells)) return;
    tally.row();
    const read = facts.read(cells);
    if (isProblem(read)) {
      if (read.reason === 'ambiguous-date') {
        tally.fatal('imports.refusedDateOrder', { line: row.line, column: read.column, found: read.found });
        return;
      }
      tally.refuse(row.line, read.column, read.found, read.reason);
      if (!rowwise) broken.add(orderText);
      return;
    }
    if (broken.size > 0 && broken.has(orderText)) {
      tally.refuse(row.line, columnOf('order'), orderText, 'no-amount');
      return;
    }
    if (!checkKeys(read, row.line)) return;
    for (const index of later) {
      const text = (cells[index] ?? '').trim();
      const time = text.length < 6 ? 'bad' : readTime(text);
      if (typeof time !== 'string' && time.wall > units.newest) units.newest = time.wall;
    }
    if (numbered && read.number === '') return tally.skip('no-order');
    if (foreign(read)) return tally.skip('other-currency');
    if (!rowwise) return add(unitOf(read, row.line), read, cells);
    const reason = rowReason(read);
    if (reason !== '') return skipRow(read, row.line, reason, cells);
    if (read.time === null)
      return tally.refuse(row.line, columnOf(hasPaidColumn ? 'paidAt' : 'createdAt'), '', 'no-date');
    if (facts.hasAmounts && Number.isNaN(read.paid))
      return tally.refuse(row.line, columnOf(has('unitPrice') ? 'unitPrice' : 'paid'), '', 'no-amount');
    add(unitOf(read, row.line), read, cells);
  }

  function columnOf(field: Parameters<typeof facts.at>[0]): string {
    return header.names[facts.at(field)] ?? '';
  }

  /** Keys that a spreadsheet or a wrong encoding has destroyed would join strangers: no row can be trusted then. */
  function checkKeys(read: Facts, line: number): boolean {
    for (const [field, key] of [
      ['order', read.number],
      ['buyer', read.buyer],
      ['line', read.lineId],
    ] as const) {
      if (key === '') continue;
      if (isRoundedId(key))
        tally.fatal('imports.refusedRoundedIds', { line, column: columnOf(field), found: key });
      else if (key.includes('\ufffd') || key.includes('锟斤拷')) tally.fatal('imports.refusedMojibake');
      else continue;
      return false;
    }
    if (read.masked) anyMasked = true;
    else if (read.buyer !== '') anyBuyer = true;
    return true;
  }

  function foreign(read: Facts): boolean {
    if (read.currency === '') return otherCurrency.has(read.number);
    if (rules.currency === null) currencies.add(read.currency);
    else if (read.currency !== rules.currency) {
      otherCurrency.add(read.number);
      return true;
    } else currencies.add(read.currency);
    return false;
  }

  function rowReason(read: Facts): SkipReason | '' {
    if (units.hasBuyer && read.buyer === '' && !read.masked) {
      const known = numbered ? byKey.get(read.number) : undefined;
      if (known === undefined || units.buyers.texts[units.buyer[known]!] === '') return 'no-buyer';
    }
    if (format.cancellationPrefix && read.number.toUpperCase().startsWith(format.cancellationPrefix))
      return 'cancellation-line';
    const status = STATUS_RANK.indexOf(read.status);
    const state = verdict(format, hasPaidColumn, {
      status,
      paidDate: read.paidDate,
      paid: read.paid,
      refund: read.refund,
    });
    if (state !== '') {
      if (state === 'unknown-status') tally.note('unknown-status');
      return state;
    }
    if (has('quantity') && read.quantity <= 0) return 'quantity';
    if (has('unitPrice') ? read.price <= 0 : read.paid < 0) return 'price';
    return '';
  }

  /** Judges every unit once all rows are read. */
  function finish(): Units {
    if (currencies.size > 1) {
      const found = [...currencies].sort();
      tally.fatal('imports.refusedTwoCurrencies', { found: found.join(', '), first: found[0] ?? '' });
    }
    const multi = allRows.reduce((count, rows) => count + (rows > 1 ? 1 : 0), 0);
    const repeated =
      format.name === 'mapped' && numbered && has('paid') && uneven.size === 0 && multi >= ENOUGH_REPEATS;
    if (repeated) tally.note('paid-repeated');
    let unknownRefunds = 0;
    for (let unit = 0; unit < units.numbers.length; unit++) {
      if (units.rows[unit] === 0) continue;
      if (repeated && !Number.isNaN(largest[unit]!)) units.paid[unit] = largest[unit]!;
      if (!facts.hasAmounts) units.paid[unit] = 0;
      if (units.refund[unit]! > 0) units.refundUnknown[unit] = 0;
      judge(unit);
      if (units.skip[unit] === '') unknownRefunds += units.refundUnknown[unit]!;
    }
    if (unknownRefunds > 0) tally.note('refund-amount-unknown');
    if (!units.hasBuyer || (anyMasked && !anyBuyer)) tally.note('no-buyer-key');
    return units;
  }

  function judge(unit: number) {
    const rows = units.rows[unit]!;
    const judged = {
      status: units.status[unit]!,
      paidDate: paidDate[unit]!,
      paid: units.paid[unit]!,
      refund: units.refund[unit]!,
    };
    let reason: SkipReason | '' = '';
    if (!rowwise) {
      if (units.hasBuyer && units.buyers.texts[units.buyer[unit]!] === '' && !masked[unit])
        reason = 'no-buyer';
      else reason = verdict(format, hasPaidColumn, judged);
      if (reason === '' && judged.paid < 0) reason = 'price';
      if (reason === 'unknown-status') tally.note('unknown-status');
    } else if (judged.paid > 0 && judged.refund >= judged.paid) reason = 'refunded';
    if (reason !== '') {
      units.skip[unit] = reason;
      if (reason === 'no-buyer') units.withoutBuyer[unit] = rows;
      tally.skip(reason, rows);
      return;
    }
    const noTime = Number.isNaN(units.time[unit]!);
    if (!noTime && !Number.isNaN(judged.paid)) return;
    const column = noTime ? columnOf(hasPaidColumn ? 'paidAt' : 'createdAt') : columnOf('paid');
    tally.refuse(firstLine[unit]!, column, '', noTime ? 'no-date' : 'no-amount', rows);
    units.rows[unit] = 0;
    units.skip[unit] = 'unknown-status';
  }

  const keyless = () => !units.hasBuyer || (anyMasked && !anyBuyer);
  return { add: add1, finish, keyless, currencies };
}

/** The names of a header, for a sentence; a header can be long. */
export function list(header: Header | null): { columns: string } {
  const names = (header?.names ?? []).filter((name) => name !== '');
  return {
    columns: names.length === 0 ? '–' : names.slice(0, 40).join(', ') + (names.length > 40 ? ' …' : ''),
  };
}

/** True when a header looks as if it had been read in a wrong encoding. */
export function headerIsMojibake(header: Header | null): boolean {
  return header !== null && header.names.filter(isMojibake).length > header.names.length / 4;
}
