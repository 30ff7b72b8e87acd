import { createHash } from 'node:crypto';
import { type ReadBackup, readBackup } from '@shared/backup/read';
import { writeBackup } from '@shared/backup/write';
import { emptyBook } from '@shared/records/book';
import { mergeBooks } from '@shared/records/merge';
import { sha256Hex } from '@shared/text/sha256';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBook, anyHistory } from '../records/arbitrary';

// Tries F-53, F-54, F-56 of test/faults.md.

const MADE = '2026-11-22T12:00:00.000Z';
const plain = writeBackup(emptyBook(), [], MADE);
const reason = (read: ReadBackup) => (read.ok ? null : read.reason);
/** The text with its seal taken off: a hand-made backup. */
const unsealed = (text: string) => text.replace(/,"hash":"[0-9a-f]{64}"\}$/, '}');
const withTables = (tables: string) =>
  `{"format":"zhanggui/backup","version":1,"made":"${MADE}","tables":${tables},"actions":[]}`;

describe('a backup', () => {
  it('is read back as it was written, and written again byte for byte', () => {
    fc.assert(
      fc.property(anyBook, anyHistory, (book, actions) => {
        const text = writeBackup(book, actions, MADE);
        const read = readBackup(text);
        if (!read.ok) throw new Error(`${read.reason} ${JSON.stringify(read.params)}`);
        expect(writeBackup(read.book, read.actions, read.made)).toBe(text);
        // Merging with nothing puts each table in the order of the file.
        expect(mergeBooks(read.book, emptyBook())).toEqual(mergeBooks(book, emptyBook()));
      }),
    );
  });

  it('is the same text whatever order the records come in', () => {
    fc.assert(
      fc.property(anyBook, anyHistory, (book, actions) => {
        const turned = { ...book, notes: book.notes.toReversed(), buyers: book.buyers.toReversed() };
        expect(writeBackup(turned, actions.toReversed(), MADE)).toBe(writeBackup(book, actions, MADE));
      }),
    );
  });

  it('begins with what it is', () => {
    expect(plain).toMatch(
      /^\{"format":"zhanggui\/backup","version":1,"made":"2026-11-22T12:00:00\.000Z","tables":\{/,
    );
  });

  it('may have been laid out anew by an editor, with a mark in front', () => {
    expect(reason(readBackup(`\ufeff${JSON.stringify(JSON.parse(plain), null, 2)}`))).toBe(null);
  });

  it('made by hand needs no seal, and no table it has nothing for', () => {
    expect(reason(readBackup(unsealed(plain)))).toBe(null);
    expect(reason(readBackup(withTables('{}')))).toBe(null);
  });
});

describe('refused', () => {
  const [book] = fc.sample(fc.tuple(anyBook, anyHistory), { seed: 7, numRuns: 1 })[0]!;
  const text = writeBackup(book, [], MADE);

  it('wherever it was cut off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: text.length - 1 }), (length) => {
        expect(reason(readBackup(text.slice(0, length)))).toBe('truncated');
      }),
    );
  });

  it('whatever letter was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (at) => {
        const changed = text[at] === '0' ? '1' : '0';
        const read = readBackup(text.slice(0, at) + changed + text.slice(at + 1));
        // A space of the layout is nobody's loss.
        if (!/\s/.test(text[at]!)) expect(read.ok).toBe(false);
      }),
    );
  });

  it.each([
    ['an empty file', '', 'not-a-backup'],
    ['another program', '{"format":"other/backup","version":1}', 'not-a-backup'],
    ['a table of numbers', 'order,paid\n1,2', 'not-a-backup'],
    ['a newer format', plain.replace('"version":1', '"version":2'), 'newer'],
    ['a changed amount', unsealed(plain).replace(/\}$/, `,"hash":"${'0'.repeat(64)}"}`), 'damaged'],
    ['an unknown top field', unsealed(plain).replace(/\}$/, ',"extra":1}'), 'unknown-field'],
    ['an unknown table', withTables('{"secrets":[]}'), 'unknown-field'],
    [
      'a field that would reach into every object',
      withTables('{"notes":[{"__proto__":{"x":1}}]}'),
      'unknown-field',
    ],
    ['a record with a field too many', withTables('{"notes":[{"id":"n","colour":"red"}]}'), 'bad-record'],
    ['a table that is no list', withTables('{"notes":{}}'), 'bad-record'],
    ['a million brackets', '['.repeat(1_000_000), 'too-deep'],
    [
      'brackets inside a setting',
      withTables(`{"settings":[${'['.repeat(50)}${']'.repeat(50)}]}`),
      'too-deep',
    ],
  ])('%s', (_, file, expected) => {
    expect(reason(readBackup(file))).toBe(expected);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  const note = {
    id: 'n',
    schema: 1,
    seat: 'owner',
    deleted: false,
    stamps: { text: '019abcdef012-0000-owner' },
    buyerId: 'b',
    text: 'x',
    notedAt: MADE,
    pinned: false,
    by: 'owner',
  };
  const notes = (...rows: readonly unknown[]) => withTables(JSON.stringify({ notes: rows }));

  it('the same record twice, an identifier that is no text, a clock from the year 9999', () => {
    expect(reason(readBackup(notes(note)))).toBe(null);
    expect(readBackup(notes(note, note))).toMatchObject({
      reason: 'duplicate-id',
      params: { table: 'notes', id: 'n' },
    });
    expect(readBackup(notes({ ...note, id: 7 }))).toMatchObject({
      reason: 'bad-record',
      params: { place: 'id' },
    });
    const far = { ...note, stamps: { text: 'ffffffffffff-0000-x' } };
    expect(readBackup(notes(far))).toMatchObject({
      reason: 'bad-record',
      params: { number: 1, place: 'stamps' },
    });
  });
});

describe('the seal', () => {
  it('is SHA-256', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        expect(sha256Hex(words)).toBe(createHash('sha256').update(words).digest('hex'));
      }),
    );
  });
});
