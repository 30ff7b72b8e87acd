import * as v from 'valibot';
import type { Json } from '../text/json';
import type { Change } from './action';
import { BOOK_TABLES, type RecordOf, type TableName } from './book';
import { type Envelope, RECORD_SCHEMA } from './envelope';
import type { Stamp } from './stamp';

/** A record of any table. */
export type AnyRecord = RecordOf<TableName>;
/** Records by table and id, as `recordKey` writes it. */
export type Records = ReadonlyMap<string, AnyRecord>;

/** Fields the door itself writes; no change may set them. */
const OWN: ReadonlySet<string> = new Set(['id', 'schema', 'seat', 'stamps']);

export type Applied =
  | { readonly ok: true; readonly after: Records; readonly inverse: readonly Change[] }
  | { readonly ok: false; readonly reason: 'invalid' | 'newer-book'; readonly detail: string };

/** @example recordKey('buyers', 'b1') // => 'buyers/b1' */
export function recordKey(table: TableName, id: string): string {
  return `${table}/${id}`;
}

/** Table and id of a key. */
export function readRecordKey(key: string): { readonly table: TableName; readonly id: string } {
  const slash = key.indexOf('/');
  return { table: key.slice(0, slash) as TableName, id: key.slice(slash + 1) };
}

/**
 * What the records are after some changes, and the changes that would set them back. Every field written
 * carries the stamp; every resulting record is parsed; one that is not right refuses them all. Pure: storage,
 * a replay of history and a test all apply alike.
 */
export function applyChanges(
  before: Records,
  changes: readonly Change[],
  stamp: Stamp,
  seat: string,
): Applied {
  const after = new Map<string, AnyRecord>();
  const inverse: Change[] = [];
  for (const change of changes) {
    const key = recordKey(change.table, change.id);
    const old = after.get(key) ?? before.get(key);
    const step = applyOne(old, change, stamp, seat);
    if (!step.ok) return step;
    after.set(key, step.record);
    inverse.unshift({ table: change.table, id: change.id, set: step.back });
  }
  return { ok: true, after, inverse };
}

type Step =
  | { readonly ok: true; readonly record: AnyRecord; readonly back: Readonly<Record<string, Json>> }
  | { readonly ok: false; readonly reason: 'invalid' | 'newer-book'; readonly detail: string };

function applyOne(old: AnyRecord | undefined, change: Change, stamp: Stamp, seat: string): Step {
  const { table, id, set } = change;
  const entries = BOOK_TABLES[table].entries;
  if (old && old.schema > RECORD_SCHEMA) {
    return { ok: false, reason: 'newer-book', detail: `${table} ${id} has shape ${old.schema}` };
  }
  const stamps: Record<string, string> = { ...old?.stamps };
  const back: Record<string, Json> = old ? {} : { deleted: true };
  const wanted: Readonly<Record<string, Json>> = old ? set : { deleted: false, ...set };
  for (const field of Object.keys(wanted)) {
    if (OWN.has(field) || !Object.hasOwn(entries, field)) {
      return { ok: false, reason: 'invalid', detail: `${table} has no field "${field}" to set` };
    }
    stamps[field] = stamp;
    if (old) back[field] = (old as unknown as Readonly<Record<string, Json>>)[field] as Json;
  }
  const envelope: Envelope = { id, schema: RECORD_SCHEMA, seat, deleted: false, stamps };
  const parsed = v.safeParse(BOOK_TABLES[table], {
    ...old,
    ...envelope,
    deleted: old?.deleted ?? false,
    ...wanted,
  });
  if (parsed.success) return { ok: true, record: parsed.output, back };
  const issue = parsed.issues[0];
  const place = [table, v.getDotPath(issue)].filter(Boolean).join('.');
  return { ok: false, reason: 'invalid', detail: `${place}: ${issue.message}` };
}
