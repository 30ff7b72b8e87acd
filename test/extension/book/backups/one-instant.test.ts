import { addNote } from '@extension/book/actions/notes';
import { saveGiftStock } from '@extension/book/actions/stock';
import { remoteJobs } from '@extension/book/backups/remote';
import { saveFile } from '@extension/book/backups/take';
import { setting as set } from '@extension/book/changes';
import { openBook } from '@extension/book/open';
import { readBackup } from '@shared/backup/read';
import { expect, it } from 'vitest';
import { anna, done, freshBook, testWorld } from '../desk';

it('a backup is of one instant, however much two windows write while it is made (F-15)', async () => {
  const world = testWorld();
  const one = await freshBook(world);
  const stock = { cost: null, count: 50 };
  done(await saveGiftStock(one, { id: 'tea', name: 'tea', ...stock }));
  done(await saveGiftStock(one, { id: 'cup', name: 'cup', ...stock }));
  const two = await openBook(world, 'clerk');
  /** One from the one heap to the other: together they stay a hundred. */
  const move = (book: typeof one, from: 'tea' | 'cup', to: 'tea' | 'cup') =>
    book.commit({
      name: 'pack-parcel',
      plan: async () => {
        const [a, b] = await book.db.giftStock.bulkGet([from, to]);
        const changes = [
          set('giftStock', from, { count: a!.count - 1 }),
          set('giftStock', to, { count: b!.count + 1 }),
        ];
        return { buyerId: null, changes };
      },
    });
  const writing = Promise.all([
    ...Array.from({ length: 20 }, () => move(one, 'tea', 'cup')),
    ...Array.from({ length: 20 }, () => move(two, 'cup', 'tea')),
    ...Array.from({ length: 10 }, (_, index) => addNote(one, anna, `note ${index}`)),
  ]);
  const files: Blob[] = [];
  for (let round = 0; round < 12; round++) files.push((await saveFile(one, remoteJobs(one), null)).file);
  for (const ack of await writing) done(ack);
  const seen = new Set<number>();
  for (const file of files) {
    const read = readBackup(await file.text());
    if (!read.ok) throw new Error(read.reason);
    const { giftStock, notes } = read.book;
    expect(giftStock.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(read.actions.filter(({ name }) => name === 'add-note')).toHaveLength(notes.length);
    seen.add(read.actions.length);
  }
  // They were made on the way, and not all before or after it.
  expect(seen.size).toBeGreaterThan(1);
  one.close();
  two.close();
});
