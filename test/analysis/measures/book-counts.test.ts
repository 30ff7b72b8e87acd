import { bookCounts } from '@analysis/measures/book-counts';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../setup/record';
import { bookOf, gift, promise } from './book-rows';

const ENVELOPE = { schema: 1, seat: 'owner', deleted: false, stamps: {} } as const;
const VIEW = { from: '2026-11-16', asOf: '2026-11-22', timeZone: 'Asia/Shanghai' } as const;

describe('what the book holds', () => {
  test('is counted by noun: in all, within the days of the review, and by how it stands', () => {
    const book = bookOf(['anna', 'bo'], {
      promises: [
        promise({ saidAt: '2026-11-10T04:00:00Z', state: 'kept' }),
        promise({ saidAt: '2026-11-20T04:00:00Z' }),
        promise({ deleted: true }),
      ],
      gifts: [gift({ saidAt: '2026-11-21T04:00:00Z' })],
      supplies: [
        recordOf('supplies', {
          ...ENVELOPE,
          id: 's1',
          buyerId: 'anna',
          personId: null,
          productId: null,
          what: 'tea',
          boughtOn: '2026-11-01',
          amount: 100,
          daily: 5,
          unit: 'g',
          runsOutOn: '2026-11-21',
          state: 'running',
          toldAt: null,
          by: 'owner',
        }),
      ],
    });
    expect(bookCounts(book, VIEW)).toEqual([
      { noun: 'buyers', total: 2, inPeriod: null, states: null },
      { noun: 'promises', total: 2, inPeriod: 1, states: { kept: 1, open: 1 } },
      { noun: 'gifts', total: 1, inPeriod: 1, states: { 'waiting-for-order': 1 } },
      { noun: 'supplies', total: 1, inPeriod: null, states: { running: 1 } },
    ]);
  });

  test('is nothing in an empty book', () => {
    expect(bookCounts(bookOf([]), VIEW)).toEqual([]);
  });
});
