import * as v from 'valibot';
import { actionSchema } from '../records/action';
import { BOOK_TABLES, type TableName } from '../records/book';
import { moment } from '../records/fields';
import { sameValue } from '../text/same';
import { hexOf, sha256Stream } from '../text/sha256';
import { forbiddenField, jsonDepth } from './depth';
import { BACKUP_DEPTH, BACKUP_VERSION, sealOf } from './format';
import { type BackupRow, type RefusedBackup, readRow, refused } from './read';

/** Rows of one table of a backup, or of its history, in the order of the file. */
export interface BackupPiece {
  readonly table: TableName | 'actions';
  readonly rows: readonly BackupRow[];
}

/** How a backup that was read piece by piece ended. `other-form`: not laid out as we write it, so read it whole. */
export type LinesEnd =
  | {
      readonly ok: true;
      readonly made: string;
      /** Its seal when nothing was added to what it says: read again, its records need not be looked at again. */
      readonly seen: string | null;
    }
  | RefusedBackup
  | { readonly ok: false; readonly reason: 'other-form' };

const HEAD = /^\{"format":"zhanggui\/backup","version":(\d{1,9}),"made":("[^"\\]{1,40}"),"tables":\{/;
/** `{"format":"zhanggui/backup"`: whatever follows, it was meant to be one. */
const BEGINS = /^\ufeff?\s*\{\s*"format"\s*:\s*"zhanggui\/backup"/;
/** Characters that are enough to see what a file begins with. */
const HEAD_SEEN = 64;
const OPEN = /^"([A-Za-z]{1,40})":\[/;
const SEAL = sealOf('0'.repeat(64)).length;
const OTHER = { ok: false, reason: 'other-form' } as const;
/** Names no field may have; looked for in the text, and only then in the record. */
const STRANGE = /__proto__|"constructor"|"prototype"/;
/** A record with pictures has some millions of characters; no record has so many. */
const LONGEST_LINE = 64 * 1024 * 1024;
const ROWS_AT_ONCE = 2_000;
/** Characters of rows: a piece of pictures is not gathered to hundreds of megabytes. */
const LETTERS_AT_ONCE = 2 * 1024 * 1024;

type Place = 'head' | 'table' | 'row' | 'end';

/**
 * Reads a backup as we write one, a record a line, without ever holding it as a whole: every record is looked at by
 * its schema, identifiers must go up, and the seal is taken of the bytes themselves. What was yielded before a
 * refusal is of a file that is refused: nothing may be done with it but to be thrown away.
 *
 * @param seen the seal of this very file when it was read before, as its end said: a file that has it still is the
 *   same to the last letter, and one that has not is refused
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  seen: string | null = null,
): AsyncGenerator<BackupPiece, LinesEnd, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const hash = sha256Stream();
  let held: Uint8Array = new Uint8Array(0);
  let text = '';
  // Not narrowed by what was last written here: the functions below move it on.
  let place = 'head' as Place;
  let made = '';
  let table: TableName | 'actions' = 'actions';
  let before = '';
  let last = '';
  let number = 0;
  let piece: BackupRow[] = [];
  let letters = 0;
  /** The records as they are written are the records as they are read: no field came later. */
  let asWritten = true;
  const ids = new Set<string>();

  /** What a line says; the rows it ends with are in `piece`. */
  function take(line: string): LinesEnd | null {
    if (place === 'head') {
      const [all, version, quoted] = HEAD.exec(line) ?? [];
      if (all === undefined) return OTHER;
      if (Number(version) > BACKUP_VERSION) {
        return refused('newer', { version: Number(version), known: BACKUP_VERSION });
      }
      made = JSON.parse(quoted!);
      if (!v.is(moment, made)) return refused('not-a-backup');
      place = 'table';
      return take(line.slice(all.length));
    }
    if (place === 'table') return begin(line);
    if (place === 'row') return row(line);
    return OTHER;
  }

  function begin(line: string): LinesEnd | null {
    const [all, name] = OPEN.exec(line) ?? [];
    if (all === undefined || name === undefined) return OTHER;
    if (name !== 'actions' && !Object.hasOwn(BOOK_TABLES, name)) {
      return refused('unknown-field', { field: name, place: 'tables' });
    }
    if (name === 'actions' ? before !== 'tables' : name <= before || before === 'tables') return OTHER;
    table = name as TableName | 'actions';
    [before, last, number] = [name, '', 0];
    const rest = line.slice(all.length);
    if (rest.startsWith('{')) {
      place = 'row';
      return row(rest);
    }
    return after(rest);
  }

  /** What may stand behind the last row of a table. */
  function after(rest: string): LinesEnd | null {
    place = 'table';
    if (rest === '],' && table !== 'actions') return null;
    if (rest === ']},' && table !== 'actions') {
      before = 'tables';
      return null;
    }
    if (rest !== ']' || table !== 'actions') return OTHER;
    place = 'end';
    return null;
  }

  function row(line: string): LinesEnd | null {
    if (seen === null && jsonDepth(line) > BACKUP_DEPTH) return refused('too-deep');
    // A row may itself end with brackets: what is cut off must leave a whole object.
    for (const end of [',', '],', ']},', ']']) {
      if (!line.endsWith(end)) continue;
      const object = line.slice(0, -end.length);
      const found = object.endsWith('}') ? parsed(object) : undefined;
      if (found === undefined) continue;
      return keep(object, found) ?? (end === ',' ? null : after(end));
    }
    return OTHER;
  }

  function keep(json: string, found: unknown): LinesEnd | null {
    number += 1;
    const read = seen === null ? looked(json, found) : { ok: true as const, row: found as BackupRow };
    if (!read.ok) return read;
    letters += json.length;
    const { id } = read.row;
    if (table === 'actions') {
      const order = `${String(read.row.stamp)} ${id}`;
      if (ids.has(id)) return refused('duplicate-id', { table, id });
      if (order <= last) return OTHER;
      ids.add(id);
      last = order;
    } else {
      if (id === last) return refused('duplicate-id', { table, id });
      if (id < last) return OTHER;
      last = id;
    }
    piece.push(read.row);
    return null;
  }

  function looked(json: string, found: unknown): ReturnType<typeof readRow> {
    if (STRANGE.test(json)) {
      const strange = forbiddenField(found);
      if (strange) return refused('unknown-field', strange);
    }
    const schema = table === 'actions' ? actionSchema : BOOK_TABLES[table];
    const read = readRow(table, schema, found, number);
    asWritten &&= read.ok && sameValue(found, read.row);
    return read;
  }

  function* poured(): Generator<BackupPiece> {
    if (piece.length === 0) return;
    const rows = piece;
    [piece, letters] = [[], 0];
    yield { table, rows };
  }

  try {
    for await (const bytes of source) {
      const all = joined(held, bytes);
      const ready = all.subarray(0, Math.max(0, all.length - SEAL));
      held = all.slice(ready.length);
      hash.add(ready);
      text += decoder.decode(ready, { stream: true });
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        const line = text.slice(from, to);
        from = to + 1;
        // A piece holds rows of one table only.
        if (place === 'table' || piece.length >= ROWS_AT_ONCE || letters >= LETTERS_AT_ONCE) yield* poured();
        const end = take(line);
        if (end) return end;
      }
      text = text.slice(from);
      if (place === 'head' && text.length >= HEAD_SEEN && !BEGINS.test(text)) return OTHER;
      if (text.length > LONGEST_LINE) return OTHER;
    }
    const tail = new TextDecoder('utf-8').decode(held);
    const whole = /^,"hash":"[0-9a-f]{64}"\}$/.test(tail);
    if (!whole) return BEGINS.test(text + tail) || place !== 'head' ? cutOrOther(text + tail) : OTHER;
    text += decoder.decode();
    const digest = hexOf(hash.digest());
    if (place === 'table') yield* poured();
    const end = take(text);
    if (end) return end;
    if (place !== 'end') return OTHER;
    yield* poured();
    const same = seen === null || seen === digest;
    if (sealOf(digest) !== tail || !same) return refused('damaged');
    return { ok: true, made, seen: asWritten ? digest : null };
  } catch (error) {
    // Not a text at all, somewhere on the way.
    if (error instanceof TypeError) return place === 'head' ? OTHER : refused('damaged');
    throw error;
  }
}

/** A file that stops in the middle of what we write, or one that was written by hand, without a seal. */
function cutOrOther(rest: string): LinesEnd {
  return /\}\s*$/.test(rest) ? OTHER : refused('truncated');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
