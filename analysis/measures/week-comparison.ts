import { addDays } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { OrderFrame } from '../frame/orders';
import type { WeekComparison, WeekRow } from '../review';
import type { Histories } from './histories';
import { decimals, majorUnits } from './money';
import { dayEnd, dayStart, MS_PER_DAY, momentDay } from './wall-clock';
import { type WeekRecordKey, weekRecords } from './week-records';

const WEEK = 7 * MS_PER_DAY;
/** Rows of the book, in the order in which they are told. */
const WEEK_RECORDS = [
  'promises',
  'promisesKept',
  'gifts',
  'complaints',
] as const satisfies readonly WeekRecordKey[];

/**
 * The seven days of the review beside the seven before (equal lengths, J7). The base is `null` where the data
 * do not reach back over all of these days: a gap is never a zero.
 */
export function weekComparison(
  orders: OrderFrame,
  histories: Histories,
  book: Book | null,
  asOf: string,
  currency: string | null,
  timeZone: string,
): WeekComparison {
  const end = dayEnd(asOf);
  const before = { from: addDays(asOf, -13), to: addDays(asOf, -7) };
  const rows: WeekRow[] = [];
  if (orders.count > 0) rows.push(...orderRows(orders, histories, end, currency));
  if (book !== null) rows.push(...bookRows(book, asOf, before, timeZone));
  return { before, rows };
}

function orderRows(
  orders: OrderFrame,
  histories: Histories,
  end: number,
  currency: string | null,
): WeekRow[] {
  const sums = { orders: [0, 0], revenue: [0, 0], newBuyers: [0, 0], returned: [0, 0] };
  const seen = [new Set<number>(), new Set<number>()];
  let earliest = Infinity;
  for (let index = 0; index < orders.count; index++) {
    const time = orders.time[index]!;
    if (time < earliest) earliest = time;
    const week = Math.floor((end - 1 - time) / WEEK);
    if (week !== 0 && week !== 1) continue;
    sums.orders[week]!++;
    sums.revenue[week]! += orders.paid[index]! - orders.refund[index]!;
    const buyer = orders.buyer[index]!;
    if (buyer < 0 || seen[week]!.has(buyer)) continue;
    seen[week]!.add(buyer);
    const isNew = histories.first[buyer]! >= end - (week + 1) * WEEK;
    sums[isNew ? 'newBuyers' : 'returned'][week]!++;
  }
  const covered = earliest < end - 2 * WEEK + MS_PER_DAY;
  const digits = decimals(currency);
  const row = (key: WeekRow['key'], pair: number[]): WeekRow => ({
    key,
    now: pair[0]!,
    before: covered ? pair[1]! : null,
  });
  return [
    { ...row('orders', sums.orders), ...dispersionOf(orders, end, earliest) },
    row(
      'revenue',
      sums.revenue.map((sum) => majorUnits(sum, digits)),
    ),
    // Where the export hides every buyer, "no new buyers" would be a lie.
    ...(histories.buyers === 0
      ? []
      : [row('newBuyers', sums.newBuyers), row('returnedBuyers', sums.returned)]),
  ];
}

/** Weeks looked back on, and how few are too few to know how weeks differ. */
const LOOK_BACK = 26;
const MIN_WEEKS = 8;

/**
 * How much more than chance neighbouring weeks differ: mean of (a − b)² ÷ (a + b) over the weeks before the
 * period, which is 1 for pure chance (Poisson counts). Shops have pay days and holidays; with 1 assumed, every
 * second ordinary week of a big shop would look like news.
 */
function dispersionOf(orders: OrderFrame, end: number, earliest: number): { readonly dispersion?: number } {
  const weeks = Math.min(LOOK_BACK, Math.floor((end - earliest) / WEEK));
  if (weeks < MIN_WEEKS) return {};
  const counts = new Array<number>(weeks).fill(0);
  for (const time of orders.time) {
    const week = Math.floor((end - 1 - time) / WEEK);
    if (week >= 0 && week < weeks) counts[week]!++;
  }
  let sum = 0;
  let pairs = 0;
  // The period itself is what is judged: it has no say in what is ordinary.
  for (let week = 1; week + 1 < weeks; week++) {
    const both = counts[week]! + counts[week + 1]!;
    if (both === 0) continue;
    sum += (counts[week]! - counts[week + 1]!) ** 2 / both;
    pairs++;
  }
  return pairs === 0 ? {} : { dispersion: Math.max(1, sum / pairs) };
}

function bookRows(
  book: Book,
  asOf: string,
  before: WeekComparison['before'],
  timeZone: string,
): readonly WeekRow[] {
  const days = (moments: readonly (string | null)[]) =>
    moments.flatMap((moment) => (moment === null ? [] : [momentDay(moment, timeZone)]));
  const first = days(book.promises.map((one) => one.saidAt)).reduce((a, b) => (b < a ? b : a), asOf);
  const covered = dayStart(first) <= dayStart(before.from);
  const row = (key: WeekRecordKey): WeekRow => {
    const list = days(weekRecords(book, key).map(({ at }) => at));
    return {
      key,
      now: list.filter((day) => day > before.to && day <= asOf).length,
      before: covered ? list.filter((day) => day >= before.from && day <= before.to).length : null,
    };
  };
  return WEEK_RECORDS.map(row);
}
