import { emptyBook } from '@shared/records/book';
import { erasureHash } from '@shared/records/erased-ids';
import { withoutErased } from '@shared/records/erasing';
import { mergeBooks } from '@shared/records/merge';
import { describe, expect, it } from 'vitest';
import { fullBook, TOKEN } from '../../extension/book/full-buyer';

const SALT = '00ff';
const erasure = (id: string) => ({
  id: erasureHash(id, 'row'),
  schema: 2,
  seat: 'owner',
  deleted: false,
  stamps: {},
  hash: erasureHash(id, SALT),
  salt: SALT,
  erasedOn: '2026-11-22',
});

describe('a book from outside (F-60)', () => {
  it('comes in without whom this one has erased, in whatever table they are', () => {
    const { book, actions, buyerId, orderId } = fullBook();
    expect(JSON.stringify([book, actions])).toContain(TOKEN);
    const clean = withoutErased(book, actions, [erasure(buyerId), erasure(orderId)]);
    expect(clean.buyers).toBe(1);
    expect(JSON.stringify([clean.book, clean.actions])).not.toContain(TOKEN);
    // Somebody else's records stay, one for one.
    expect(clean.book.notes.map(({ text }) => text)).toEqual(['of somebody else']);
    expect(clean.book.referrals.map(({ broughtId, broughtName }) => [broughtId, broughtName])).toEqual([
      [null, ''],
    ]);
    expect(clean.actions.map(({ id }) => id)).toEqual(['import', 'other']);
  });

  it('is the same object where nobody of it was erased', () => {
    const { book, actions } = fullBook();
    const same = withoutErased(book, actions, [erasure('somebody else')]);
    expect(same.book).toBe(book);
    expect(same.actions).toBe(actions);
  });

  it('is not brought back by merging with another book, whichever of the two has erased them', () => {
    const { book, buyerId, orderId } = fullBook();
    const erased = { ...emptyBook(), erasures: [erasure(buyerId), erasure(orderId)] };
    expect(JSON.stringify(mergeBooks(book, erased))).not.toContain(TOKEN);
    expect(mergeBooks(erased, book)).toEqual(mergeBooks(book, erased));
  });
});
