import type { JournalFacts } from '@extension/book/journal/desk';
import { type BookFacts, diagnose, lostActions, type Verdict } from '@extension/book/journal/diagnose';
import { describe, expect, it } from 'vitest';

// Tries F-12 of test/faults.md.

const head = { seq: 7, crc: 'aaaaaaaa', stamp: '0000000003e8-0000-a', sum: '0'.repeat(16) };
const journal: JournalFacts = {
  epoch: 1,
  seat: 'owner',
  shape: 1,
  head,
  crcAtBook: 'aaaaaaaa',
  whole: true,
  fromEmpty: true,
};
const sentinel = {
  key: 'sentinel',
  counts: {},
  epoch: 1,
  shape: 1,
  retired: false,
  seq: 7,
  crc: 'aaaaaaaa',
  stamp: head.stamp,
  sum: null,
} as const;
const book: BookFacts = { generation: 1, sentinel, counted: true, records: 20 };
const bookWith = (mark: Partial<BookFacts['sentinel']>, more: Partial<BookFacts> = {}): BookFacts => ({
  ...book,
  ...more,
  sentinel: { ...sentinel, ...mark },
});

describe('stored book and journal, compared', () => {
  it.each<[string, BookFacts, JournalFacts | null, Verdict]>([
    ['both say the same', book, journal, 'fine'],
    ['no journal yet', book, null, 'begin'],
    ['a first start', bookWith({ seq: 0, crc: null }, { records: 0 }), null, 'begin'],
    ['the stored book is empty', bookWith({ seq: 0, crc: null }, { records: 0 }), journal, 'rebuild'],
    ['some records are missing', bookWith({}, { counted: false }), journal, 'rebuild'],
    [
      'records and a part of the journal are missing',
      bookWith({}, { counted: false }),
      { ...journal, whole: false },
      'begin',
    ],
    [
      'the newest entry is not in it',
      bookWith({ seq: 6, crc: 'bbbbbbbb' }),
      { ...journal, crcAtBook: 'bbbbbbbb' },
      'replay',
    ],
    [
      'it is of another past',
      bookWith({ seq: 6, crc: 'bbbbbbbb' }),
      { ...journal, crcAtBook: 'cccccccc' },
      'rebuild',
    ],
    ['as far, and of another past', bookWith({ crc: 'bbbbbbbb' }), journal, 'rebuild'],
    [
      'the journal lost its end',
      bookWith({ seq: 9, crc: 'dddddddd' }),
      { ...journal, crcAtBook: null },
      'begin',
    ],
    ['the journal is damaged', book, { ...journal, whole: false }, 'begin'],
    [
      'written without a journal since',
      bookWith({ seq: 8, crc: null }),
      { ...journal, crcAtBook: null },
      'begin',
    ],
    ['a book restored, its journal not begun', bookWith({ epoch: 2 }), journal, 'begin'],
    ['the book before a restore is back', bookWith({ epoch: 1 }), { ...journal, epoch: 2 }, 'rebuild'],
  ])('%s', (_, stored, facts, verdict) => {
    expect(diagnose(stored, facts)).toBe(verdict);
  });

  it('counts what both have lost by the third place, which may lag', () => {
    expect(lostActions({ epoch: 1, seq: 9 }, 1, 7)).toBe(2);
    expect(lostActions({ epoch: 1, seq: 5 }, 1, 7)).toBe(0);
    expect(lostActions({ epoch: 2, seq: 5 }, 1, 7)).toBe(5);
    expect(lostActions(null, 1, 0)).toBe(0);
  });
});
