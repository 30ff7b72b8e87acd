import type { Action } from '@shared/records/action';
import { type AnyRecord, applyChanges, readRecordKey, recordKey } from '@shared/records/apply';
import type { Entry } from './entry';
import type { Chunk, Row } from './snapshot';

/**
 * The rows of a snapshot with the entries after it applied. A snapshot may be of any size and passes through in
 * pieces; only records the entries touch are held.
 *
 * Entries set fields to values, so a snapshot that already holds some of what they say, taken while the book was
 * written, comes to the same end.
 */
export function* fold(chunks: Iterable<Chunk>, entries: readonly Entry[]): Generator<Chunk> {
  const touched = new Set(
    entries.flatMap(({ action }) => action.changes.map(({ table, id }) => recordKey(table, id))),
  );
  const written = new Set(entries.map(({ action }) => action.id));
  const held = new Map<string, AnyRecord>();
  for (const { table, rows } of chunks) {
    if (table === 'actions') {
      yield { table, rows: rows.filter(({ id }) => !written.has(id)) };
      continue;
    }
    const passing: Row[] = [];
    for (const row of rows) {
      const key = `${table}/${row.id}`;
      if (touched.has(key)) held.set(key, row as unknown as AnyRecord);
      else passing.push(row);
    }
    yield { table, rows: passing };
  }
  for (const { action } of entries) applyTo(held, action);
  yield* byTable(held);
  yield { table: 'actions', rows: entries.map(({ action }) => action as unknown as Row) };
}

/** Applies an action to the records it touches, in place. */
function applyTo(held: Map<string, AnyRecord>, action: Action): void {
  const { changes, stamp, seat } = action;
  const applied = applyChanges(held, changes, stamp, seat);
  if (applied.ok) {
    for (const [key, record] of applied.after) held.set(key, record);
    return;
  }
  // Written by an older program whose records had another shape: as it was said; the upgrade brings it on.
  for (const { table, id, set } of changes) {
    const key = recordKey(table, id);
    const old = held.get(key);
    const stamps = { ...old?.stamps };
    for (const field of Object.keys(old ? set : { deleted: false, ...set })) stamps[field] = stamp;
    const envelope = { id, schema: old?.schema ?? 1, seat, deleted: old?.deleted ?? false, stamps };
    held.set(key, { ...old, ...envelope, ...set } as unknown as AnyRecord);
  }
}

function* byTable(held: ReadonlyMap<string, AnyRecord>): Generator<Chunk> {
  const tables = new Map<string, Row[]>();
  for (const [key, record] of held) {
    const { table } = readRecordKey(key);
    const rows = tables.get(table) ?? [];
    rows.push(record as unknown as Row);
    tables.set(table, rows);
  }
  for (const [table, rows] of tables) yield { table, rows };
}
