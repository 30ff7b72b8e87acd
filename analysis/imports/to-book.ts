import type { Order, OrderStatus } from '@shared/records/order';
import { type Money, minorDigits } from '@shared/text/money';
import { cleanText } from '@shared/text/normalize';
import type { FileRefusal, RefusedRow } from '../dataset';
import { MONEY_SCALE } from '../frame/orders';
import type { Progress, ReadOptions } from '../options';
import { parseAmount } from './amount';
import { matchBuyers } from './buyer-columns';
import { type BuyerInput, createBuyerRows, isCustomerMatch } from './buyer-rows';
import { cleanCell, isRoundedId } from './cell';
import { columnIndex, isFooter } from './columns';
import { createFactReader, type Facts, isProblem } from './facts';
import type { InputFile } from './files/bytes';
import { openFile } from './files/open';
import type { Part } from './files/opened';
import type { Row } from './files/table';
import type { Column } from './formats/format';
import { isOrderMatch, type OrderMatch } from './match-orders';
import { createPause } from './pause';
import { addRows } from './read-table';
import { refuse } from './reasons';
import { type Recognition, recognise } from './recognise';
import { createTimeReader, type ReadTime } from './times';
import { STATUS_RANK } from './units';

/** An order as a platform tells it, ready to be put into the book: the record's own fields, no envelope. */
export type OrderInput = Omit<Order, 'id' | 'schema' | 'seat' | 'deleted' | 'stamps'>;

/** Orders and buyers found in files, and why the other files or rows were not taken. */
export interface OrderInputs {
  readonly orders: readonly OrderInput[];
  /** Of lists of buyers, in their order. */
  readonly buyers: readonly BuyerInput[];
  /** Rows that could not be read. */
  readonly refusedRows: number;
  /** The first of them, with place and reason. */
  readonly refused: readonly (RefusedRow & { readonly file: string })[];
  readonly refusals: readonly FileRefusal[];
}

/** Refused rows that are told one by one. */
const TOLD = 100;

type Draft = { -readonly [Key in keyof OrderInput]: OrderInput[Key] };

/**
 * Reads order exports and lists of buyers as inputs for the book: orders one per platform and order number, with what the shop itself
 * wrote beside them (items, memo, message). All states are kept: an order not paid today may be tomorrow. A file
 * given later, or a row further down, overrules what came before. Null when cancelled.
 */
export async function readOrderInputs(
  files: readonly InputFile[],
  options: ReadOptions,
  progress: Progress,
): Promise<OrderInputs | null> {
  const orders = new Map<string, Draft>();
  const buyers: BuyerInput[] = [];
  const refusals: FileRefusal[] = [];
  const refused: (RefusedRow & { readonly file: string })[] = [];
  let refusedRows = 0;
  const pause = createPause(progress, 'imports.stepReading');
  for (const file of files) {
    const opened = await openFile(file, pause, options.password);
    if (opened === null) return null;
    refusals.push(...opened.refusals);
    for (const part of opened.parts) {
      const found = part.kind === 'json' ? null : tablesOf(part, options);
      if (found === null) refusals.push(refuse(part.name, 'imports.refusedOtherJson'));
      else if (!found.ok) refusals.push(found.refusal);
      for (const { table, match } of found?.ok ? found.tables : []) {
        const rows = isOrderMatch(match)
          ? createInputRows(match, options, part.name)
          : isCustomerMatch(match)
            ? createBuyerRows(match, part.name)
            : null;
        if (rows === null) continue;
        let broken: FileRefusal | null = null;
        for (const batch of table.batches(match.cut)) {
          addRows(batch, match.header.line, rows);
          if (batch.brokenLine !== null)
            broken = refuse(part.name, 'imports.refusedQuote', { line: batch.brokenLine });
          if (broken ?? rows.refusal()) break;
          if (!(await pause.turn(batch.part))) return null;
        }
        refusedRows += rows.refusedRows();
        const told = rows.refused.slice(0, TOLD - refused.length);
        refused.push(...told.map((row) => ({ ...row, file: part.name })));
        const refusal = rows.refusal() ?? broken;
        if (refusal) refusals.push(refusal);
        else if ('orders' in rows) for (const [key, order] of rows.orders) orders.set(key, order);
        else buyers.push(...rows.buyers);
      }
    }
  }
  return { orders: [...orders.values()], buyers, refusedRows, refused, refusals };
}

/** What the tables of a part are; lists of buyers of the shop's own are known by what the owner said of them. */
function tablesOf(part: Extract<Part, { kind: 'tables' }>, options: ReadOptions): Recognition {
  const found = recognise(part, options.map, options.memory);
  if (found.ok) return found;
  const own = part.tables.flatMap((table) => {
    const match = matchBuyers(table, options.buyerMemory ?? {});
    return match ? [{ table, match }] : [];
  });
  return own.length > 0 ? { ok: true, tables: own } : found;
}

function createInputRows({ format, header }: OrderMatch, options: ReadOptions, file: string) {
  const readTime = createTimeReader({
    offset: format.offset ?? null,
    dateOrder: format.dateOrder ?? options.dateOrder,
    tz: options.tz,
  });
  const facts = createFactReader(format, header, readTime);
  const orders = new Map<string, Draft>();
  let refusal: FileRefusal | null = null;
  const refused: RefusedRow[] = [];
  let refusedRows = 0;
  let last = '';
  const text = (row: Row, column: Column | undefined, limit: number) =>
    cleanText(cleanCell(row.cells[columnIndex(header, column)] ?? '')).slice(0, limit);
  const moment = (row: Row, column: Column | undefined): string | null => {
    const written = cleanCell(row.cells[columnIndex(header, column)] ?? '');
    const time: ReadTime | string = written === '' ? 'bad' : readTime(written);
    return typeof time === 'string' ? null : new Date(time.instant).toISOString();
  };

  function add(row: Row) {
    if (row.cells.every((cell) => cell.trim() === '') || isFooter(row.cells)) return;
    const read = facts.read(row.cells);
    if (isProblem(read)) {
      if (read.reason !== 'ambiguous-date') return leaveOut({ line: row.line, ...read });
      refusedRows++;
      const params = { line: row.line, column: read.column, found: read.found };
      return stop(refuse(file, 'imports.refusedDateOrder', params));
    }
    const number = read.number === '' && format.fillDown ? last : read.number;
    last = number;
    if (number === '') {
      const column = header.names[facts.at('order')] ?? '';
      return leaveOut({ line: row.line, column, found: '', reason: 'no-order' });
    }
    if (isRoundedId(number)) {
      const column = header.names[facts.at('order')] ?? '';
      return stop(refuse(file, 'imports.refusedRoundedIds', { line: row.line, column, found: number }));
    }
    const key = `${format.platform}\n${number}`;
    const known = orders.get(key);
    const order = known ?? blank(number);
    orders.set(key, order);
    fill(order, row, read, known !== undefined);
  }

  function leaveOut(row: RefusedRow) {
    refusedRows++;
    if (refused.length < TOLD) refused.push(row);
  }

  function stop(why: FileRefusal) {
    refusal ??= why;
  }

  function blank(number: string): Draft {
    return {
      platform: format.platform,
      number: number.slice(0, 500),
      buyerKey: null,
      buyerName: '',
      createdAt: null,
      paidAt: null,
      shippedAt: null,
      completedAt: null,
      status: 'unknown',
      paid: null,
      refund: null,
      refundUnknown: false,
      items: [],
      region: '',
      buyerMessage: '',
      sellerMemo: '',
      flag: '',
      courierNumber: '',
    };
  }

  function fill(order: Draft, row: Row, read: Facts, again: boolean): void {
    const { columns } = format;
    order.buyerKey ??= read.buyer === '' ? null : read.buyer.slice(0, 500);
    order.buyerName ||= text(row, columns.buyerName, 500);
    order.createdAt ??= moment(row, columns.createdAt);
    order.paidAt ??= moment(row, columns.paidAt);
    order.shippedAt ??= moment(row, columns.shippedAt);
    order.completedAt ??= moment(row, columns.completedAt);
    order.status = further(order.status, read, format.states === 'row' && again);
    const currency = read.currency || options.currency || order.paid?.currency || '';
    const sum = format.money === 'sum';
    order.paid = joined(order.paid, money(read.paid, currency), sum);
    if (read.refund > 0)
      order.refund = joined(order.refund, money(read.refund, currency), sum || format.refunds === 'sum');
    order.refundUnknown = order.refund === null && (order.refundUnknown || read.refundSaid);
    order.region ||= (columns.region ?? [])
      .map((name) => text(row, name, 200))
      .filter(Boolean)
      .join(' ')
      .slice(0, 500);
    order.buyerMessage ||= text(row, columns.buyerMessage, 10_000);
    order.sellerMemo ||= text(row, columns.sellerMemo, 10_000);
    order.flag ||= text(row, columns.flag, 100);
    order.courierNumber ||= text(row, columns.courier, 100);
    const title = [text(row, columns.title, 400), text(row, columns.variant, 90)].filter(Boolean).join(' ');
    if (title === '') return;
    const pieces = parseAmount(cleanCell(row.cells[facts.at('quantity')] ?? ''));
    const quantity = Math.max(0, Math.round((pieces ?? MONEY_SCALE) / MONEY_SCALE));
    order.items = [...order.items, { title, sku: text(row, columns.sku, 500), quantity }];
  }

  return { add, stop, orders, refused, refusal: () => refusal, refusedRows: () => refusedRows };
}

/**
 * The state of an order after one more row. Where each row has its own state, an order stays alive as long as
 * one of its rows does.
 */
function further(before: OrderStatus, read: Facts, rowwise: boolean): OrderStatus {
  const now: OrderStatus = read.status === 'unknown' && read.paidDate ? 'paid' : read.status;
  if (rowwise && now === 'cancelled') return before;
  if (rowwise && before === 'cancelled') return now;
  return STATUS_RANK.indexOf(now) > STATUS_RANK.indexOf(before) ? now : before;
}

function money(scaled: number, currency: string): Money | null {
  if (Number.isNaN(scaled) || !/^[A-Z]{3}$/.test(currency)) return null;
  return { minor: Math.round((scaled * 10 ** minorDigits(currency)) / MONEY_SCALE), currency };
}

function joined(before: Money | null, now: Money | null, sum: boolean): Money | null {
  if (before === null || now === null) return before ?? now;
  const minor = sum ? before.minor + now.minor : Math.max(before.minor, now.minor);
  return { minor, currency: before.currency };
}
