import { canonicalJson, type Json } from '../text/json';
import type { Action } from './action';
import { type Book, TABLE_NAMES } from './book';
import type { Envelope } from './envelope';
import { withoutErased } from './erasing';
import type { Stamp } from './stamp';

/** Fields that follow from the others and are not chosen one by one. */
const DERIVED: ReadonlySet<string> = new Set(['id', 'schema', 'seat', 'stamps']);

/**
 * Two copies of one record, become one: each field from the copy that wrote it later. The order of the copies
 * does not matter, nor how often they are merged (commutative, associative, idempotent), so any number of
 * seats that exchange books in any order end up with the same book.
 *
 * Equal stamps with unequal values cannot come from this program; the larger text wins, so that even then all
 * seats agree.
 *
 * @throws RangeError when the records are not copies of one record.
 */
export function mergeRecord<T extends Envelope>(a: T, b: T): T {
  if (a.id !== b.id) throw new RangeError(`Records ${a.id} and ${b.id} are not copies of one record.`);
  const [left, right] = [a as unknown as Fields, b as unknown as Fields];
  const merged: Record<string, Json> = {};
  const stamps: Record<string, Stamp> = {};
  for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!DERIVED.has(field)) merged[field] = later(left, a.stamps[field], right, b.stamps[field], field);
  }
  for (const field of new Set([...Object.keys(a.stamps), ...Object.keys(b.stamps)])) {
    stamps[field] = max(a.stamps[field] ?? '', b.stamps[field] ?? '');
  }
  const envelope = { id: a.id, schema: Math.max(a.schema, b.schema), seat: lastSeat(a, b), stamps };
  return { ...merged, ...envelope } as unknown as T;
}

type Fields = Readonly<Record<string, Json>>;

function later(a: Fields, stampA: Stamp = '', b: Fields, stampB: Stamp = '', field: string): Json {
  const [left, right] = [a[field], b[field]];
  if (left === undefined || right === undefined) return (left ?? right) as Json;
  if (stampA !== stampB) return stampA > stampB ? left : right;
  return canonicalJson(left) >= canonicalJson(right) ? left : right;
}

/** Who wrote last: the seat of the copy that holds the newest stamp. */
function lastSeat(a: Envelope, b: Envelope): string {
  const [newestA, newestB] = [newest(a), newest(b)];
  if (newestA !== newestB) return newestA > newestB ? a.seat : b.seat;
  return max(a.seat, b.seat);
}

function newest(record: Envelope): Stamp {
  return Object.values(record.stamps).reduce(max, '');
}

function max(a: string, b: string): string {
  return a > b ? a : b;
}

/** Two books, become one: records merged by id, a tombstone is a field like any other. */
export function mergeBooks(a: Book, b: Book): Book {
  const tables = TABLE_NAMES.map((table) => [table, mergeTable(a[table], b[table])] as const);
  const merged = Object.fromEntries(tables) as unknown as Book;
  // Whom either of the two has erased, the other must not bring back.
  return withoutErased(merged, [], merged.erasures).book;
}

function mergeTable(a: readonly Envelope[], b: readonly Envelope[]): readonly Envelope[] {
  const byId = new Map(a.map((record) => [record.id, record]));
  for (const record of b) {
    const other = byId.get(record.id);
    byId.set(record.id, other ? mergeRecord(other, record) : record);
  }
  return [...byId.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** Two histories, become one, in the order things were done. An action is never changed once written. */
export function mergeActions(a: readonly Action[], b: readonly Action[]): readonly Action[] {
  const byId = new Map([...a, ...b].map((action) => [action.id, action]));
  const key = (action: Action) => `${action.stamp} ${action.id}`;
  return [...byId.values()].sort((x, y) => (key(x) < key(y) ? -1 : 1));
}
