import { BACKUP_LIMIT } from '@shared/backup/format';
import { type LinesEnd, readLines } from '@shared/backup/lines';
import { BACKUP_ORDER, pourBackup } from '@shared/backup/pour';
import { readBackup } from '@shared/backup/read';
import { writeBackup } from '@shared/backup/write';
import type { Action } from '@shared/records/action';
import { type Book, emptyBook } from '@shared/records/book';
import { mergeBooks } from '@shared/records/merge';
import { sha256Hex } from '@shared/text/sha256';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBook, anyHistory } from '../records/arbitrary';

const MADE = '2026-11-22T12:00:00.000Z';

/** A text in pieces of so many bytes: letters of three bytes are torn apart by them. */
async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(text: string, size = 1000, seen: string | null = null) {
  const tables = new Map<string, unknown[]>();
  const lines = readLines(inPieces(text, size), seen);
  for (;;) {
    const next = await lines.next();
    if (next.done) return { tables, end: next.value };
    const { table, rows } = next.value;
    tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  }
}

const reasonOf = (end: LinesEnd) => (end.ok ? null : end.reason);

/** A book written piece by piece, so many rows at a time. */
function poured(book: Book, actions: readonly Action[], atOnce: number): string {
  const parts: Uint8Array[] = [];
  const writing = pourBackup(MADE, (bytes) => parts.push(bytes));
  const inTurn = <Row>(rows: readonly Row[], write: (rows: readonly Row[]) => void) => {
    for (let from = 0; from < rows.length; from += atOnce) write(rows.slice(from, from + atOnce));
  };
  for (const table of BACKUP_ORDER) inTurn<unknown>(book[table], (rows) => writing.rows(table, rows));
  inTurn(actions, writing.actions);
  writing.end();
  return Buffer.concat(parts).toString('utf8');
}

/** Records by id and actions by stamp, as a stored book gives them. */
function inOrder(book: Book, actions: readonly Action[]): readonly [Book, readonly Action[]] {
  const key = ({ stamp, id }: Action) => `${stamp} ${id}`;
  return [mergeBooks(book, emptyBook()), actions.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))];
}

describe('a backup that is written piece by piece', () => {
  it('is, byte for byte, the one that is written at once', () => {
    fc.assert(
      fc.property(anyBook, anyHistory, fc.integer({ min: 1, max: 7 }), (book, actions, atOnce) => {
        const [rows, history] = inOrder(book, actions);
        expect(poured(rows, history, atOnce)).toBe(writeBackup(book, actions, MADE));
      }),
    );
  });

  it('refuses a table out of turn', () => {
    const writing = pourBackup(MADE, () => undefined);
    writing.rows('notes', []);
    expect(() => writing.rows('buyers', [])).toThrow(/buyers comes before notes/);
  });
});

describe('a backup that is read line by line', () => {
  it('gives the records that reading it at once gives, wherever its bytes are torn apart', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, anyHistory, fc.integer({ min: 1, max: 400 }), async (book, actions, size) => {
        const text = writeBackup(book, actions, MADE);
        const { tables, end } = await read(text, size);
        expect(end).toMatchObject({ ok: true, made: MADE });
        const whole = readBackup(text);
        if (!whole.ok) throw new Error(whole.reason);
        for (const table of BACKUP_ORDER) expect(tables.get(table) ?? []).toEqual(whole.book[table]);
        expect(tables.get('actions') ?? []).toEqual(whole.actions);
      }),
      { numRuns: 60 },
    );
  });

  const [book, history] = fc.sample(fc.tuple(anyBook, anyHistory), { seed: 11, numRuns: 1 })[0]!;
  const text = writeBackup(book, history, MADE);

  it('is refused wherever it was cut off', async () => {
    const cuts = Array.from({ length: 60 }, (_, part) => Math.floor((text.length * part) / 60));
    for (const cut of cuts) {
      const { end } = await read(text.slice(0, cut));
      // Cut right behind a bracket it might be a book written by hand: reading it at once says what it is.
      const reason = end.ok ? null : end.reason;
      const whole = readBackup(text.slice(0, cut));
      expect(reason === 'other-form' ? !whole.ok : reason === 'truncated', `cut at ${cut}`).toBe(true);
    }
  });

  it('is refused whatever letter was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 33, max: 126 }), async (at, code) => {
        const letter = String.fromCharCode(code);
        const changed = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
        if (changed === text) return;
        const { end } = await read(changed);
        const reason = reasonOf(end);
        expect(reason).not.toBe(null);
        if (reason === 'other-form' && !/\s/.test(text[at]!)) expect(readBackup(changed).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['another program’s file', '{"hello":1}', 'other-form'],
    ['nothing', '', 'other-form'],
    ['one laid out anew', JSON.stringify(JSON.parse(text), null, 2), 'other-form'],
    ['one of a newer program', text.replace('"version":1', '"version":2'), 'newer'],
    ['a strange table', text.replace('"accounts":[', '"strangers":['), 'unknown-field'],
  ])('%s is told for what it is', async (_, said, reason) => {
    expect(reasonOf((await read(said)).end)).toBe(reason);
  });

  it('a bracket a million times over ends it at once', async () => {
    const deep = text.replace('"notes":[', `"notes":[{"id":${'['.repeat(1_000_000)}`);
    expect(reasonOf((await read(deep, 1 << 16)).end)).toBe('too-deep');
    expect(deep.length).toBeLessThan(BACKUP_LIMIT);
  });

  it('bytes that are no text are no backup', async () => {
    const bytes = new TextEncoder().encode(text);
    bytes[Math.floor(bytes.length / 2)] = 0xff;
    const lines = readLines(
      (async function* () {
        yield bytes;
      })(),
    );
    let next = await lines.next();
    while (!next.done) next = await lines.next();
    expect(['damaged', 'other-form']).toContain(reasonOf(next.value));
  });
});

describe('a backup that is read a second time', () => {
  const seenIn = (end: LinesEnd) => (end.ok ? end.seen : null);

  it('gives the same records without looking at them again', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, anyHistory, async (book, actions) => {
        const text = writeBackup(book, actions, MADE);
        const first = await read(text);
        expect(seenIn(first.end)).toMatch(/^[0-9a-f]{64}$/);
        expect(await read(text, 999, seenIn(first.end))).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('is looked at again where a field came later than the file', async () => {
    const body = `{"format":"zhanggui/backup","version":1,"made":"${MADE}","tables":{"buyers":[{"attitude":"","address":"","caution":null,"deleted":false,"facts":[],"grade":"","id":"b1","name":"小王","phone":"","schema":1,"seat":"owner","since":"2026-01-01","source":"","stamps":{},"tags":[]}]},\n"actions":[]`;
    const { end, tables } = await read(`${body},"hash":"${sha256Hex(body)}"}`);
    expect(end).toEqual({ ok: true, made: MADE, seen: null });
    expect(tables.get('buyers')).toMatchObject([{ name: '小王', moves: [] }]);
  });

  it('is refused when it is not the same file any more, though its own seal be right', async () => {
    const [before, after] = ['2026-11-22T12:00:00.000Z', '2026-11-22T12:00:00.001Z'].map((made) =>
      writeBackup(emptyBook(), [], made),
    );
    const { end } = await read(before!);
    expect(reasonOf((await read(after!, 1000, seenIn(end))).end)).toBe('damaged');
  });
});
