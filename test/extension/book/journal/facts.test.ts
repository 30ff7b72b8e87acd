import { addNote } from '@extension/book/actions/notes';
import { factsOfBook } from '@extension/book/journal/rebuild';
import { sentinelOf } from '@extension/book/write';
import { describe, expect, it } from 'vitest';
import { anna, done, freshBook } from '../desk';

describe('what a stored book says of itself', () => {
  it('is counted in full, and a record too few is noticed', async () => {
    const { db } = await aBookWithNotes(3);
    expect(await factsOfBook(db, 1)).toMatchObject({ counted: true });
    await db.notes.delete((await db.notes.toCollection().primaryKeys())[0]!);
    expect(await factsOfBook(db, 1)).toMatchObject({ counted: false });
  });

  it('of a very large one only whether each table holds anything: a save must not wait for more', async () => {
    const { db } = await aBookWithNotes(3);
    const mark = await sentinelOf(db);
    const large = { ...mark, counts: { ...mark.counts, notes: 60_000 } };
    await db.transaction('rw', db.marks, () => db.marks.put(large));
    const facts = await factsOfBook(db, 1);
    expect(facts.counted).toBe(true);
    expect(facts.records).toBeGreaterThanOrEqual(60_000);
    await db.notes.clear();
    expect(await factsOfBook(db, 1)).toMatchObject({ counted: false });
  });
});

async function aBookWithNotes(count: number) {
  const book = await freshBook();
  for (let at = 0; at < count; at++) done(await addNote(book, anna, `note ${at}`));
  return book;
}
