import { addDays, type Day } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import { orderPlatform } from '@shared/records/platform';
import { identityOf } from '../../imports/identity';
import { unwillingBuyers } from '../../measures/unwilling';
import { momentDay } from '../../measures/wall-clock';
import type { VisitRow } from './rows';

/** A return visit is paid within a month of delivery (P13), and nobody is asked twice in one. */
const MONTH_DAYS = 30;
const AHEAD_DAYS = 7;

/**
 * Whom to ask how it was: visits planned up to a week ahead, then known buyers whose order was completed within
 * the month and who were not asked in it. A buyer with an open complaint has other news to expect and stays out, and
 * so does who said not to be written to unasked.
 */
export function visitRows(
  book: Book,
  names: ReadonlyMap<string, string>,
  today: Day,
  timeZone: string,
): readonly VisitRow[] {
  const unwilling = unwillingBuyers(book);
  const planned = plannedVisits(book, names, today).filter(({ buyer }) => !unwilling.has(buyer));
  const busy = new Set([
    ...unwilling,
    ...planned.map((row) => row.buyer),
    ...asked(book, today, timeZone),
    ...complaining(book),
  ]);
  return [...planned, ...received(book, names, busy, today, timeZone)];
}

function plannedVisits(book: Book, names: ReadonlyMap<string, string>, today: Day): readonly VisitRow[] {
  const until = addDays(today, AHEAD_DAYS);
  return book.visits
    .flatMap(({ deleted, state, planned: day, buyerId: buyer }): VisitRow[] => {
      const name = names.get(buyer);
      if (deleted || state !== 'planned' || day === null || day > until || name === undefined) return [];
      return [{ buyer, name, why: 'planned', day }];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

function asked(book: Book, today: Day, timeZone: string): readonly string[] {
  const since = addDays(today, -MONTH_DAYS);
  return book.visits
    .filter(({ deleted, askedAt }) => !deleted && askedAt !== null && momentDay(askedAt, timeZone) >= since)
    .map(({ buyerId }) => buyerId);
}

function complaining(book: Book): readonly string[] {
  return book.complaints
    .filter(({ deleted, state }) => !deleted && state !== 'closed' && state !== 'unconfirmed')
    .map(({ buyerId }) => buyerId);
}

/** Latest delivery first: it is freshest in mind. */
function received(
  book: Book,
  names: ReadonlyMap<string, string>,
  busy: ReadonlySet<string>,
  today: Day,
  timeZone: string,
): readonly VisitRow[] {
  const since = addDays(today, -MONTH_DAYS);
  const identity = identityOf(book);
  const latest = new Map<string, VisitRow>();
  for (const order of book.orders) {
    if (order.deleted || order.completedAt === null) continue;
    const day = momentDay(order.completedAt, timeZone);
    if (day < since || day > today) continue;
    const platform = orderPlatform(order.platform);
    const buyer = identity.byNumber(platform, order.number) ?? identity.byKey(platform, order.buyerKey ?? '');
    const name = buyer === null ? undefined : names.get(buyer);
    if (buyer === null || name === undefined || busy.has(buyer)) continue;
    const known = latest.get(buyer);
    if (!known || known.day < day) latest.set(buyer, { buyer, name, why: 'received', day });
  }
  return [...latest.values()].sort((a, b) => b.day.localeCompare(a.day));
}
