import { mergeActions, mergeBooks, mergeRecord } from '@shared/records/merge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBook, anyHistory, anyNote } from './arbitrary';

const copies = fc
  .tuple(anyNote, anyNote, anyNote)
  .map(([a, b, c]) => [a, { ...b, id: a.id }, { ...c, id: a.id }] as const);

describe('merging copies of a record', () => {
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(copies, ([a, b]) => {
        expect(mergeRecord(a, b)).toEqual(mergeRecord(b, a));
      }),
    );
  });

  it('does not depend on the grouping', () => {
    fc.assert(
      fc.property(copies, ([a, b, c]) => {
        expect(mergeRecord(mergeRecord(a, b), c)).toEqual(mergeRecord(a, mergeRecord(b, c)));
      }),
    );
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(copies, ([a, b]) => {
        const merged = mergeRecord(a, b);
        expect(mergeRecord(a, a)).toEqual(a);
        expect(mergeRecord(merged, b)).toEqual(merged);
      }),
    );
  });

  it('takes each field from the copy that wrote it later', () => {
    fc.assert(
      fc.property(copies, ([a, b]) => {
        const merged = mergeRecord(a, b);
        for (const field of ['text', 'by', 'pinned', 'deleted'] as const) {
          const [stampA, stampB] = [a.stamps[field]!, b.stamps[field]!];
          if (stampA === stampB) continue;
          expect(merged[field]).toBe(stampA > stampB ? a[field] : b[field]);
        }
      }),
    );
  });

  it('is refused for two different records', () => {
    const [note] = fc.sample(anyNote, 1);
    expect(() => mergeRecord(note!, { ...note!, id: 'other' })).toThrow(RangeError);
  });
});

describe('merging books', () => {
  it('does not depend on order or grouping, and holds every record of both', () => {
    fc.assert(
      fc.property(anyBook, anyBook, anyBook, (a, b, c) => {
        expect(mergeBooks(a, b)).toEqual(mergeBooks(b, a));
        expect(mergeBooks(mergeBooks(a, b), c)).toEqual(mergeBooks(a, mergeBooks(b, c)));
        const merged = new Set(mergeBooks(a, b).notes.map((note) => note.id));
        expect(merged).toEqual(new Set([...a.notes, ...b.notes].map((note) => note.id)));
      }),
    );
  });

  it('keeps the history of both in the order things were done', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const merged = mergeActions(history, history);
        expect(merged).toHaveLength(history.length);
        expect(merged.map((action) => action.stamp)).toEqual(history.map((action) => action.stamp).sort());
      }),
    );
  });
});
