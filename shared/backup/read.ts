import * as v from 'valibot';
import type { Params } from '../i18n/translate';
import { type Action, actionSchema } from '../records/action';
import { BOOK_TABLES, type Book, TABLE_NAMES, type TableName } from '../records/book';
import { moment } from '../records/fields';
import { sha256Hex } from '../text/sha256';
import { forbiddenField, jsonDepth } from './depth';
import { BACKUP_DEPTH, BACKUP_FORMAT, BACKUP_LIMIT, BACKUP_VERSION, fileBody } from './format';

/** Why a file was refused. Each has a sentence: `records.backup.<reason>` with the params. */
export const BACKUP_REFUSALS = [
  'not-a-backup',
  'truncated',
  'damaged',
  'newer',
  'too-big',
  'too-deep',
  'unknown-field',
  'bad-record',
  'duplicate-id',
] as const;
export type BackupRefusal = (typeof BACKUP_REFUSALS)[number];

export type ReadBackup =
  | { readonly ok: true; readonly book: Book; readonly actions: readonly Action[]; readonly made: string }
  | { readonly ok: false; readonly reason: BackupRefusal; readonly params: Params };

const HEAD = /^\s*\{\s*"format"\s*:\s*"zhanggui\/backup"/;
const TOP: ReadonlySet<string> = new Set(['format', 'version', 'made', 'tables', 'actions', 'hash']);
const MB = 1024 * 1024;

/**
 * The one door for a book from outside. What comes through is a whole, valid book; anything else is refused
 * with a reason before a single record is looked at by anybody else.
 */
export function readBackup(text: string): ReadBackup {
  if (text.length > BACKUP_LIMIT) {
    return refused('too-big', { found: Math.ceil(text.length / MB), limit: BACKUP_LIMIT / MB });
  }
  const plain = text.replace(/^\ufeff/, '');
  if (jsonDepth(plain) > BACKUP_DEPTH) return refused('too-deep');
  const file = parse(plain);
  if (file === null) return refused(HEAD.test(plain) ? 'truncated' : 'not-a-backup');
  if (file.format !== BACKUP_FORMAT || typeof file.version !== 'number') return refused('not-a-backup');
  if (file.version > BACKUP_VERSION) {
    return refused('newer', { version: file.version, known: BACKUP_VERSION });
  }
  return readFile(file);
}

type File = Readonly<Record<string, unknown>>;

function parse(text: string): File | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

function readFile(file: File): ReadBackup {
  const forbidden = forbiddenField(file);
  if (forbidden) return refused('unknown-field', forbidden);
  const stranger = Object.keys(file).find((key) => !TOP.has(key));
  if (stranger !== undefined) return refused('unknown-field', { field: stranger, place: BACKUP_FORMAT });
  const { made, hash } = file;
  const tables = asObject(file.tables);
  if (!v.is(moment, made) || tables === null || !Array.isArray(file.actions)) return refused('not-a-backup');
  const extra = Object.keys(tables).find((key) => !Object.hasOwn(BOOK_TABLES, key));
  if (extra !== undefined) return refused('unknown-field', { field: extra, place: 'tables' });

  const read: Partial<Record<TableName, readonly unknown[]>> = {};
  for (const table of TABLE_NAMES) {
    const rows = readRows(table, BOOK_TABLES[table], Object.hasOwn(tables, table) ? tables[table] : []);
    if (!rows.ok) return rows;
    read[table] = rows.rows;
  }
  const actions = readRows('actions', actionSchema, file.actions);
  if (!actions.ok) return actions;

  const book = read as Book;
  const history = actions.rows as readonly Action[];
  // Every table was found to be an array of plain records above.
  const written = tables as Readonly<Record<string, readonly unknown[]>>;
  const sealed = hash === undefined || hash === sha256Hex(fileBody(written, file.actions, made));
  return sealed ? { ok: true, book, actions: history, made } : refused('damaged');
}

type Rows = { readonly ok: true; readonly rows: readonly unknown[] } | RefusedBackup;

function readRows(table: string, schema: v.GenericSchema, found: unknown): Rows {
  if (!Array.isArray(found)) return refused('bad-record', { table, number: 0, place: table });
  const seen = new Set<string>();
  const rows: unknown[] = [];
  for (const [index, row] of found.entries()) {
    const read = readRow(table, schema, row, index + 1);
    if (!read.ok) return read;
    const { id } = read.row;
    if (seen.has(id)) return refused('duplicate-id', { table, id });
    seen.add(id);
    rows.push(read.row);
  }
  return { ok: true, rows };
}

export type RefusedBackup = Extract<ReadBackup, { readonly ok: false }>;
/** A row as it may lie in the book: its schema has looked at every field. */
export type BackupRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** One row of a table, as its schema wants it, or why not. Rows are counted from 1. */
export function readRow(
  table: string,
  schema: v.GenericSchema,
  row: unknown,
  number: number,
): { readonly ok: true; readonly row: BackupRow } | RefusedBackup {
  const parsed = v.safeParse(schema, row);
  if (parsed.success && clocksAreSound(parsed.output)) return { ok: true, row: parsed.output as BackupRow };
  const place = parsed.issues?.[0] ? (v.getDotPath(parsed.issues[0]) ?? table) : 'stamps';
  return refused('bad-record', { table, number, place });
}

/** A clock reading thousands of years ahead would make every later edit look older. */
const SOUND_STAMP = /^[0-3][0-9a-f]{11}-[0-9a-f]{4}-./;

function clocksAreSound(row: unknown): boolean {
  const { stamps, stamp } = row as { readonly stamps?: Record<string, string>; readonly stamp?: string };
  if (stamp !== undefined) return SOUND_STAMP.test(stamp);
  return Object.values(stamps ?? {}).every((reading) => SOUND_STAMP.test(reading));
}

function asObject(value: unknown): File | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as File) : null;
}

/** A refusal with what its sentence needs. */
export function refused(reason: BackupRefusal, params: Params = {}): RefusedBackup {
  return { ok: false, reason, params };
}
