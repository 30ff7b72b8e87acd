import { addDays, type Day } from '@shared/calendar/day';
import { lunarToSolar } from '@shared/calendar/lunar-to-solar';
import type { Book } from '@shared/records/book';
import { comingDate } from '@shared/records/coming-date';
import type { OrderFrame } from '../../frame/orders';
import type { Histories } from '../../measures/histories';
import { nextPurchases } from '../../measures/next-purchase';
import { unwillingBuyers } from '../../measures/unwilling';
import { dayEnd, MS_PER_DAY, wallDay } from '../../measures/wall-clock';
import type { PurchaseDays } from '../../models/summary';
import type { Cut } from './rows';

/** Somebody to know of this week. */
export interface PersonRow {
  /** The buyer's key; the id of the book's buyer where they stand in it. */
  readonly buyer: string;
  readonly name: string;
  /** Whether the book has a file of them. */
  readonly known: boolean;
  /** The day it is about: of the order, expected, of the birthday, when it runs out. */
  readonly day: Day;
  /** What it is about, in the book's words; '' where there is nothing to add. */
  readonly what: string;
}

/** Who was new, came back, is nearly lost or has graduated; birthdays and run-outs from the book. */
export interface PeopleSection {
  readonly new: Cut<PersonRow> | null;
  readonly returned: Cut<PersonRow> | null;
  readonly nearlyLost: Cut<PersonRow> | null;
  readonly graduated: Cut<PersonRow> | null;
  readonly birthdays: Cut<PersonRow> | null;
  readonly runOuts: Cut<PersonRow> | null;
}

/** Two printed columns of them. */
export const MOST_PEOPLE = 12;
/** How far ahead days and run-outs are told: this week's parcels and the next one's. */
const AHEAD_DAYS = 14;
const WEEK_DAYS = 7;

interface Seen {
  readonly orders: OrderFrame;
  readonly histories: Histories;
  readonly days: PurchaseDays;
  readonly book: Book | null;
  readonly graduated: ReadonlySet<string>;
  readonly asOf: Day;
}

/** The people of the week; `null` when nobody is known and the book has no day to tell. */
export function peopleOf(seen: Seen, names: ReadonlyMap<string, string>): PeopleSection | null {
  const { book, histories } = seen;
  if (book === null && histories.buyers === 0) return null;
  const row = rowOf(names);
  const listed = (rows: readonly Dated[]) => cutTo(rows.map(([buyer, day]) => row(buyer, day)));
  const ofBook = (list: PeopleList) => (book === null ? null : cutTo(peopleIn(list, seen, names)));
  const [graduated, birthdays, runOuts] = [ofBook('graduated'), ofBook('birthdays'), ofBook('runOuts')];
  // Where the exports hide every buyer, "nobody came back" would be a lie.
  if (histories.buyers === 0) {
    const some = [graduated, birthdays, runOuts].some((list) => list !== null && list.count > 0);
    return some ? { new: null, returned: null, nearlyLost: null, graduated, birthdays, runOuts } : null;
  }
  const week = buyersOfWeek(seen);
  return {
    new: listed(week.new),
    returned: listed(week.returned),
    nearlyLost: cutTo(peopleIn('nearlyLost', seen, names)),
    graduated,
    birthdays,
    runOuts,
  };
}

/** A buyer taken out of the book is in no list of it; who wants no message unasked in none that calls for one. */
function listable(list: Exclude<PeopleList, 'nearlyLost'>, book: Book, names: ReadonlyMap<string, string>) {
  const unwilling = list === 'graduated' ? new Set() : unwillingBuyers(book);
  return ({ buyer }: PersonRow) => names.has(buyer) && !unwilling.has(buyer);
}

/** The lists of the people of the week. */
export type PeopleList = 'nearlyLost' | 'graduated' | 'birthdays' | 'runOuts';

/** Everybody of one list, uncut. */
export function peopleIn(
  list: PeopleList,
  seen: Seen,
  names: ReadonlyMap<string, string>,
): readonly PersonRow[] {
  const { book, asOf } = seen;
  const row = rowOf(names);
  if (list === 'nearlyLost') return overdue(seen).map(([buyer, day]) => row(buyer, day));
  const tell = { graduated: graduates, birthdays: coming, runOuts: runningOut }[list];
  return book === null
    ? []
    : tell(book, asOf)
        .map((one) => row(...one))
        .filter(listable(list, book, names));
}

function rowOf(names: ReadonlyMap<string, string>) {
  return (buyer: string, day: Day, what = ''): PersonRow => ({
    buyer,
    name: names.get(buyer) ?? buyer,
    known: names.has(buyer),
    day,
    what,
  });
}

function cutTo(rows: readonly PersonRow[]): Cut<PersonRow> {
  return { count: rows.length, rows: rows.slice(0, MOST_PEOPLE) };
}

type Dated = readonly [buyer: string, day: Day];

function buyersOfWeek({ orders, histories, asOf }: Seen) {
  const end = dayEnd(asOf);
  const start = end - WEEK_DAYS * MS_PER_DAY;
  const last = new Map<number, number>();
  for (let index = 0; index < orders.count; index += 1) {
    const [time, buyer] = [orders.time[index]!, orders.buyer[index]!];
    if (buyer >= 0 && time >= start && time < end) last.set(buyer, Math.max(last.get(buyer) ?? 0, time));
  }
  const all = [...last].sort((a, b) => b[1] - a[1]);
  const dated = ([buyer, time]: readonly [number, number]): Dated => [orders.buyers[buyer]!, wallDay(time)];
  const isNew = ([buyer]: readonly [number, number]) => histories.first[buyer]! >= start;
  return {
    new: all.filter(isNew).map(dated),
    returned: all.filter((one) => !isNew(one)).map(dated),
  };
}

/** Past the day they were expected by their own pace, and not yet past it by as much again; who may be asked why. */
function overdue({ days, book, asOf, graduated }: Seen): readonly Dated[] {
  return nextPurchases(days, book, asOf, { graduated, pressing: { ahead: 0 } })
    .filter((row) => row.overdue > 0)
    .sort((a, b) => b.overdue / b.paceDays - a.overdue / a.paceDays || (a.buyer < b.buyer ? -1 : 1))
    .map((row) => [row.buyer, row.expected]);
}

type Told = readonly [buyer: string, day: Day, what: string];

const byDay = (a: Told, b: Told) => (a[1] === b[1] ? (a[0] < b[0] ? -1 : 1) : a[1] < b[1] ? -1 : 1);

function graduates(book: Book, asOf: Day): readonly Told[] {
  const since = addDays(asOf, 1 - WEEK_DAYS);
  return book.people
    .flatMap(({ deleted, graduatedOn, buyerId, name, relation }): Told[] =>
      deleted || graduatedOn === null || graduatedOn < since || graduatedOn > asOf
        ? []
        : [[buyerId, graduatedOn, name || relation]],
    )
    .sort(byDay);
}

function coming(book: Book, asOf: Day): readonly Told[] {
  const people = new Map(book.people.map((person) => [person.id, person]));
  const today = addDays(asOf, 1);
  return book.dates
    .flatMap((date): Told[] => {
      const near = date.deleted ? null : comingDate(date, today, lunarToSolar);
      if (near === null || (near.inDays >= AHEAD_DAYS && !near.due)) return [];
      const whose = date.personId === null ? '' : (people.get(date.personId)?.name ?? '');
      return [[date.buyerId, near.on, [whose, date.title].filter((part) => part !== '').join(' ')]];
    })
    .sort(byDay);
}

function runningOut(book: Book, asOf: Day): readonly Told[] {
  const graduated = new Set(book.people.flatMap(({ id, graduatedOn }) => (graduatedOn === null ? [] : [id])));
  const [from, to] = [addDays(asOf, 1 - WEEK_DAYS), addDays(asOf, AHEAD_DAYS)];
  return book.supplies
    .flatMap(({ deleted, state, runsOutOn, personId, buyerId, what }): Told[] =>
      deleted || state !== 'running' || runsOutOn < from || runsOutOn > to || graduated.has(personId ?? '')
        ? []
        : [[buyerId, runsOutOn, what]],
    )
    .sort(byDay);
}
