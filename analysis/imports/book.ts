import { readBackup } from '@shared/backup/read';
import type { Book } from '@shared/records/book';
import type { Order } from '@shared/records/order';
import { orderPlatform } from '@shared/records/platform';
import { isMasked } from '@shared/text/mask';
import { type Money, minorDigits } from '@shared/text/money';
import type { FileRefusal, InputReport } from '../dataset';
import { MONEY_SCALE } from '../frame/orders';
import type { OrderFormat } from './formats/format';
import { refuse } from './reasons';
import { createTally, type Tally } from './tally';
import { addUnit, createUnits, STATUS_RANK, type Units } from './units';
import { verdict } from './verdict';
import { zoneOffsets } from './zone';

/** Between a list of items (1) and an export of whole orders (2). */
const BOOK_AUTHORITY = 1.5;

/** Name of the book's backup among the formats. */
export const BACKUP = 'zhanggui-backup';

/** A text in JSON is the book's backup or nothing we read. */
export function readBook(
  name: string,
  text: string,
): { readonly ok: true; readonly book: Book } | { readonly ok: false; readonly refusal: FileRefusal } {
  const ours = /^[\s\ufeff]*\{\s*"format"\s*:\s*"zhanggui\//.test(text);
  if (!ours) return { ok: false, refusal: refuse(name, 'imports.refusedOtherJson') };
  const read = readBackup(text);
  if (read.ok) return { ok: true, book: read.book };
  return { ok: false, refusal: refuse(name, `records.backup.${read.reason}`, read.params) };
}

function settingText(book: Book, key: string): string | null {
  const found = book.settings.find((setting) => !setting.deleted && setting.key === key);
  return typeof found?.value === 'string' && found.value !== '' ? found.value : null;
}

/** The zone the shop counts its days in, as the book has it. */
export function zoneOfBook(book: Book): string | null {
  const zone = settingText(book, 'timeZone');
  if (zone === null) return null;
  try {
    zoneOffsets(zone)(0);
    return zone;
  } catch {
    return null;
  }
}

/** The shop's currency, as the book has it. */
export function currencyOfBook(book: Book): string | null {
  const currency = settingText(book, 'currency');
  return currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null;
}

function scaled(money: Money | null): number {
  return money === null ? Number.NaN : (money.minor * MONEY_SCALE) / 10 ** minorDigits(money.currency);
}

function formatOf(platform: string): OrderFormat {
  return {
    kind: 'orders',
    name: BACKUP,
    platform,
    signature: { all: [] },
    unit: 'order',
    money: 'once',
    states: 'order',
    currency: 'column',
    // The book's orders are copies: better than a list of items, but the platform's own export is believed.
    authority: BOOK_AUTHORITY,
    columns: {},
    statuses: {},
  };
}

export interface BookOrders {
  readonly units: readonly Units[];
  readonly report: InputReport;
  readonly currencies: ReadonlySet<string>;
}

/** The orders a book holds, one list per platform, judged like those of an export. */
export function ordersOfBook(
  name: string,
  book: Book,
  tz: string | null,
  currency: string | null,
): BookOrders {
  const tally = createTally(name);
  const offsetAt = tz === null ? () => 0 : zoneOffsets(tz);
  const lists = new Map<string, Units>();
  const currencies = new Set<string>();
  const wall = (moment: string) => {
    const instant = Date.parse(moment);
    return instant + offsetAt(instant) * 60_000;
  };
  for (const [index, order] of book.orders.entries()) {
    if (order.deleted) continue;
    tally.row();
    const money = order.paid?.currency;
    if (money !== undefined && currency !== null && money !== currency) {
      tally.skip('other-currency', index + 1);
      continue;
    }
    if (money !== undefined) currencies.add(money);
    const platform = orderPlatform(order.platform);
    const units = lists.get(platform) ?? createUnits(formatOf(platform), true, false);
    lists.set(platform, units);
    addOrder(units, order, index + 1, wall, tally);
  }
  return { units: [...lists.values()], report: tally.report(BACKUP, 'certain', 'utf-8'), currencies };
}

function addOrder(units: Units, order: Order, line: number, wall: (moment: string) => number, tally: Tally) {
  const when = order.paidAt ?? order.createdAt;
  const paid = scaled(order.paid);
  const status = STATUS_RANK.indexOf(order.status);
  const judged = {
    status,
    paidDate: order.paidAt !== null,
    paid,
    refund: order.refund ? scaled(order.refund) : 0,
  };
  const reason = verdict(units.format, order.status === 'unpaid', judged);
  if (reason !== '') tally.skip(reason, line);
  else if (when === null) return tally.refuse(line, 'paidAt', '', 'no-date');
  else if (Number.isNaN(paid)) return tally.refuse(line, 'paid', '', 'no-amount');
  const key = order.buyerKey !== null && !isMasked(order.buyerKey) ? order.buyerKey : '';
  const unit = addUnit(units, order.number, '', key);
  units.time[unit] = when === null ? Number.NaN : wall(when);
  units.paid[unit] = paid;
  units.refund[unit] = judged.refund;
  units.refundUnknown[unit] = order.refundUnknown ? 1 : 0;
  units.status[unit] = status;
  units.rows[unit] = 1;
  units.skip[unit] = reason;
  for (const moment of [order.createdAt, order.paidAt, order.shippedAt, order.completedAt])
    if (moment !== null) units.newest = Math.max(units.newest, wall(moment));
}
