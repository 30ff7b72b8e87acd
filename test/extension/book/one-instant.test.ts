import { editBuyer } from '@extension/book/actions/buyers';
import { addNote } from '@extension/book/actions/notes';
import { saveGiftStock } from '@extension/book/actions/stock';
import { setting } from '@extension/book/changes';
import { type OpenBook, openBook } from '@extension/book/open';
import { recentActions } from '@extension/book/reads/history';
import { backupText } from '@extension/book/save-backup';
import { readBackup } from '@shared/backup/read';
import { expect, it } from 'vitest';
import { anna, done, freshBook, testWorld } from './desk';

/** Moves one piece from a line of the stock to the other: what both hold together never changes. */
function movePiece(book: OpenBook, from: string, to: string) {
  return book.commit({
    name: 'save-gift-stock',
    plan: async () => {
      const [a, b] = await book.db.giftStock.bulkGet([from, to]);
      return {
        buyerId: null,
        changes: [
          setting('giftStock', from, { count: a!.count - 1 }),
          setting('giftStock', to, { count: b!.count + 1 }),
        ],
      };
    },
  });
}

it('a backup made while two windows write is of one instant (F-15)', async () => {
  const world = testWorld();
  const one = await freshBook(world);
  const lines = await Promise.all(
    ['tea', 'cup'].map((name) => saveGiftStock(one, { id: null, name, count: 100, cost: null })),
  );
  const [tea, cup] = lines.map((ack) => done(ack).changes[0]!.id);
  const two = await openBook(world, 'clerk');
  const writers = [
    (async () => {
      for (let n = 0; n < 15; n++) done(await movePiece(one, tea!, cup!));
    })(),
    (async () => {
      for (let n = 0; n < 15; n++) done(await movePiece(two, cup!, tea!));
    })(),
  ];
  const sums = new Set<number>();
  for (let n = 0; n < 25; n++) {
    const read = readBackup(await backupText(one));
    if (!read.ok) throw new Error(read.reason);
    sums.add(read.book.giftStock.reduce((sum, { count }) => sum + count, 0));
  }
  await Promise.all(writers);
  expect([...sums]).toEqual([200]);
  one.close();
  two.close();
});

it('a field written in two windows says who wrote last, and the history keeps what the other wrote (F-26)', async () => {
  const world = testWorld();
  const one = await freshBook(world);
  const two = await openBook(world, 'clerk');
  const buyerId = done(await addNote(one, anna, 'x')).buyerId!;
  await Promise.all([
    editBuyer(one, { buyerId }, { attitude: 'from the first window' }),
    editBuyer(two, { buyerId }, { attitude: 'from the second window' }),
  ]);
  const buyer = (await one.db.buyers.get(buyerId))!;
  const [last, before] = (await recentActions(one, 2, buyerId)).map((action) => action);
  expect(buyer.attitude).toBe(last!.changes[0]!.set.attitude);
  expect(buyer.seat).toBe(last!.seat);
  expect(new Set([last!.seat, before!.seat])).toEqual(new Set(['owner', 'clerk']));
  expect(last!.inverse[0]!.set.attitude).toBe(before!.changes[0]!.set.attitude);
  one.close();
  two.close();
});
