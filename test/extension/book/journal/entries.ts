import type { Entry } from '@extension/book/journal/entry';
import { nextStamp } from '@shared/records/stamp';

/** An entry that files one line of stock; the same for the same number. */
export function entryOf(seq: number): Entry {
  const id = `stock-${seq}`;
  const stamp = nextStamp(null, 1_000_000 + seq, 'owner');
  return {
    seq,
    prev: null,
    sum: null,
    action: {
      id: `action-${seq}`,
      name: 'save-gift-stock',
      seat: 'owner',
      stamp,
      at: '2026-11-22T12:00:00.000Z',
      buyerId: null,
      changes: [{ table: 'giftStock', id, set: { name: `茶 ${seq}`, count: seq, cost: null } }],
      inverse: [{ table: 'giftStock', id, set: { deleted: true } }],
      undoes: null,
    },
  };
}
