import type { Day } from '@shared/calendar/day';
import { type Promised, type PromiseKind, standing } from '@shared/records/promise';
import { ofSample } from '@shared/records/sample';
import type { OpenBook } from '../open';
import { careSettings } from './care-settings';

/** How promises of one kind went lately. */
export interface KindRecord {
  readonly settled: number;
  /** Kept in time. */
  readonly kept: number;
}

/** What this shop's own promises say about the next one. */
export interface ShopRecordView {
  readonly byKind: Readonly<Partial<Record<PromiseKind, KindRecord>>>;
  /** Open promises by the day they are due. */
  readonly openOn: Readonly<Record<Day, number>>;
  /** Promises a day the shop says it can keep; null when it has not said so. */
  readonly capacity: number | null;
}

/** The newest promises of each outcome that are looked at: more says nothing about how things go now. */
const NEWEST = 1000;

/** How the shop kept its promises lately, and how many it has open for which day. */
export async function shopRecord(book: OpenBook, today: Day): Promise<ShopRecordView> {
  const promises = book.db.promises.where('state');
  const newest = (state: Promised['state']) =>
    // Identifiers begin with their time, so within a state the last are the newest.
    book.db.promises.where('state').equals(state).reverse().limit(NEWEST).toArray();
  const [kept, broken, open, { promisesPerDay }] = await Promise.all([
    newest('kept'),
    newest('broken'),
    promises.equals('open').toArray(),
    careSettings(book),
  ]);
  // Where one list was cut, the other ends at the same moment, or the share of the two would be wrong.
  const from = [kept, broken]
    .filter(({ length }) => length === NEWEST)
    .reduce((latest, list) => later(latest, list.at(-1)?.saidAt ?? ''), '');
  const byKind: Partial<Record<PromiseKind, KindRecord>> = {};
  for (const promise of [...kept, ...broken]) {
    if (promise.deleted || ofSample(promise) || promise.saidAt < from) continue;
    const before = byKind[promise.kind] ?? { settled: 0, kept: 0 };
    const inTime = standing(promise, today) === 'kept' ? 1 : 0;
    byKind[promise.kind] = { settled: before.settled + 1, kept: before.kept + inTime };
  }
  const openOn: Record<Day, number> = {};
  for (const promise of open) {
    const { due, deleted } = promise;
    if (!deleted && !ofSample(promise) && due.on === 'day') openOn[due.day] = (openOn[due.day] ?? 0) + 1;
  }
  return { byKind, openOn, capacity: promisesPerDay > 0 ? promisesPerDay : null };
}

const later = (a: string, b: string) => (a > b ? a : b);
