import type { Book } from '@shared/records/book';
import type { Complaint } from '@shared/records/complaint';
import type { Rate } from '../review';
import type { Purchases } from './book-buyers';
import { type BookView, inView, settledInView } from './book-view';
import { rateOf } from './intervals';
import { median } from './median';
import { sumMoney } from './money';
import { RETURN_DAYS, returnedAfter } from './returned';
import { dayEnd, momentDay } from './wall-clock';

const MS_PER_HOUR = 3_600_000;
/** Hours to report the remedy back and to call after closing where the sheet names no moment (P14, J12). */
export const CARE_HOURS = 24;

/** Something that had to be done by a moment: of those whose moment has come, how many were done by it. */
export interface InTime extends Rate {
  readonly due: number;
  readonly inTime: number;
}

/** Buyers after a complaint, by what was done about it, and how many ordered again. */
export interface RecoveryRow extends Rate {
  readonly outcome: 'beyond' | 'remedied' | 'none';
  readonly buyers: number;
  readonly returned: number;
}

export interface ComplaintCare {
  readonly medianHoursToFirstAnswer: number | null;
  readonly remedy: InTime;
  readonly callBack: InTime;
  /** The buyer said nothing more (J12): neither closed nor open. */
  readonly unconfirmed: number;
  /** Remedy, make-good and what was promised as part of it. */
  readonly costWithMakeGood: number;
  readonly returnWithin: number;
  readonly recovery: readonly RecoveryRow[];
  readonly byResponsible: readonly {
    readonly responsible: string;
    readonly count: number;
    readonly cost: number;
  }[];
}

/**
 * How complaints were cared for: first answer, remedy and call-back within their deadline (that of the sheet,
 * else 24 hours), and whether buyers came back, by whether the fault was made good beyond what was asked (P16).
 * No proof of cause: small faults are the easier ones to mend.
 */
export function complaintCare(
  book: Book,
  purchases: Purchases,
  view: BookView,
  currency: string | null,
): ComplaintCare | null {
  const list = book.complaints.filter((one) => !one.deleted && inView(one.openedAt, view));
  if (list.length === 0) return null;
  const hours = list.flatMap((one) =>
    one.firstAnswerAt !== null && settledInView(one.firstAnswerAt, view)
      ? [(Date.parse(one.firstAnswerAt) - Date.parse(one.openedAt)) / MS_PER_HOUR]
      : [],
  );
  const promised = book.promises.filter((one) => !one.deleted && one.complaintId !== null);
  const costs = (one: Complaint) => [
    one.cost,
    ...promised.filter(({ complaintId }) => complaintId === one.id).map(({ cost }) => cost),
  ];
  return {
    medianHoursToFirstAnswer: median(hours),
    remedy: inTime(careTasks('remedy', list, view)),
    callBack: inTime(careTasks('callBack', list, view)),
    unconfirmed: list.filter((one) => one.state === 'unconfirmed').length,
    costWithMakeGood: sumMoney(list.flatMap(costs), currency),
    returnWithin: RETURN_DAYS,
    recovery: recoveryRows([...recoveryCases(list, purchases, view).values()]),
    byResponsible: [...new Set(list.map((one) => one.responsible))]
      .filter((responsible) => responsible !== '')
      .map((responsible) => {
        const own = list.filter((one) => one.responsible === responsible);
        return { responsible, count: own.length, cost: sumMoney(own.flatMap(costs), currency) };
      })
      .sort((a, b) => b.count - a.count || (a.responsible < b.responsible ? -1 : 1)),
  };
}

const later = (moment: string) => new Date(Date.parse(moment) + CARE_HOURS * MS_PER_HOUR).toISOString();

/** A complaint of which something had to be done by a moment that has come, and whether it was done by then. */
export interface CareTask {
  readonly complaint: Complaint;
  readonly inTime: boolean;
}

/** What is not due yet and not done is no task yet; what was done early counts at once. */
export function careTasks(
  what: 'remedy' | 'callBack',
  list: readonly Complaint[],
  view: BookView,
): readonly CareTask[] {
  return list.flatMap((complaint) => {
    const { openedAt, closedAt, remedyDue, remedyAt, callBackDue, calledBackAt } = complaint;
    const from = what === 'remedy' ? openedAt : closedAt;
    if (from === null) return [];
    const [named, done] = what === 'remedy' ? [remedyDue, remedyAt] : [callBackDue, calledBackAt];
    const due = named ?? later(from);
    const known = done !== null && settledInView(done, view) ? done : null;
    if (known !== null) return [{ complaint, inTime: Date.parse(known) <= Date.parse(due) }];
    return momentDay(due, view.timeZone) <= view.asOf ? [{ complaint, inTime: false }] : [];
  });
}

function inTime(tasks: readonly CareTask[]): InTime {
  const good = tasks.filter((task) => task.inTime).length;
  return { due: tasks.length, inTime: good, ...rateOf(good, tasks.length) };
}

/** What was done for a buyer after their complaint, and whether they came back. */
export interface RecoveryCase extends Pick<RecoveryRow, 'outcome'> {
  readonly at: string;
  readonly returned: boolean;
}

/** A buyer counts once, by their latest complaint whose 60 days (from the remedy, else the opening) are over. */
export function recoveryCases(
  list: readonly Complaint[],
  purchases: Purchases,
  view: BookView,
): ReadonlyMap<string, RecoveryCase> {
  const end = dayEnd(view.asOf);
  const latest = new Map<string, RecoveryCase>();
  for (const one of list) {
    const remedied = one.remedyAt !== null && settledInView(one.remedyAt, view);
    const from = remedied ? one.remedyAt! : one.openedAt;
    const times = purchases.get(one.buyerId);
    const returned =
      times === undefined ? null : returnedAfter(times, dayEnd(momentDay(from, view.timeZone)), end);
    const known = latest.get(one.buyerId);
    if (returned === null || (known && known.at >= one.openedAt)) continue;
    const outcome = one.recovery !== '' ? 'beyond' : remedied ? 'remedied' : 'none';
    latest.set(one.buyerId, { at: one.openedAt, outcome, returned });
  }
  return latest;
}

function recoveryRows(cases: readonly RecoveryCase[]): readonly RecoveryRow[] {
  return (['beyond', 'remedied', 'none'] as const).flatMap((outcome): RecoveryRow[] => {
    const group = cases.filter((one) => one.outcome === outcome);
    const returned = group.filter((one) => one.returned).length;
    if (group.length === 0) return [];
    return [{ outcome, buyers: group.length, returned, ...rateOf(returned, group.length) }];
  });
}
