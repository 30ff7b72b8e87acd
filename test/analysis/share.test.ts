import type { Review } from '@analysis/review';
import { SMALL_GROUP, sharedReview } from '@analysis/share';
import { expect, test } from 'vitest';
import { review } from './notebook/sample';

const NAME = '沈岚青';
const PHONE = '13912345678';

/** The sample with one buyer in every list that names somebody, and in the sentences. */
const telling: Review = {
  ...review,
  findings: [{ key: 'visit', text: `Ask ${NAME} (${PHONE}) how it was.`, evidence: { buyer: NAME } }],
  inputs: review.inputs.map((input) => ({
    ...input,
    refusedCount: 1,
    refused: [{ line: 3, column: 'phone', found: PHONE, reason: 'bad-date' }],
  })) as Review['inputs'],
  lists: {
    visits: { count: 1, rows: [{ buyer: NAME, name: NAME, why: 'planned', day: '2026-11-20' }] },
    owed: {
      count: 1,
      rows: [
        {
          kind: 'promise',
          buyer: 'b1',
          name: NAME,
          what: `call ${NAME}'s mother`,
          standing: 'late',
          due: '2026-11-20',
        },
      ],
    },
    exports: [],
  },
  history: [{ buyer: 'b1', name: NAME, orders: 3, spent: 300, last: '2026-11-20' }],
  cohorts: [
    { cohort: '2026-09', size: SMALL_GROUP - 1, active: [4, 1], unfinished: [false, false] },
    { cohort: '2026-10', size: SMALL_GROUP, active: [5, 2], unfinished: [false, false] },
  ],
  satisfaction: review.satisfaction && {
    ...review.satisfaction,
    byWeek: [SMALL_GROUP - 1, SMALL_GROUP].map((n) => ({
      week: `2026-W4${n}`,
      n,
      mean: 4,
      lo: null,
      hi: null,
    })),
  },
};

test('a review that is handed on names nobody and lists no group under five (F-63)', () => {
  const shared = sharedReview(telling);
  const text = JSON.stringify(shared);
  expect(text).not.toContain(NAME);
  expect(text).not.toContain(PHONE);
  expect(text).not.toContain('mother');
  expect(shared.findings[0]!.text).toBe('Ask 沈** (***) how it was.');
  expect(shared.lists!.owed!.rows[0]).toMatchObject({ name: '沈**', what: '', standing: 'late' });
  expect(shared.cohorts!.map(({ cohort }) => cohort)).toEqual(['2026-10']);
  expect(shared.satisfaction!.byWeek.map(({ n }) => n)).toEqual([SMALL_GROUP]);
  expect(shared.inputs.every(({ refused, refusedCount }) => refused.length === 0 && refusedCount === 1)).toBe(
    true,
  );
});

test('the numbers of the shop stay as they are, and the review itself is not touched', () => {
  const before = structuredClone(telling);
  const shared = sharedReview(telling);
  expect(telling).toEqual(before);
  expect(shared.orders).toEqual(telling.orders);
  expect(shared.repeat).toEqual(telling.repeat);
  expect(shared.clv?.total).toEqual(telling.clv?.total);
});

test('a name within another word, and a key within a date, a count or a hash, are nobody', () => {
  const hash = 'b12c'.repeat(16);
  const shared = sharedReview({
    ...telling,
    findings: [
      { key: 'visit', text: 'List 12: ask Li, due 2026-11-12.', evidence: { buyer: 'Li' } },
      { key: 'visit', text: 'Li, Lin (Li)', evidence: { buyer: '12' } },
    ],
    inputHashes: [{ name: 'book.json', hash }],
  });
  expect(shared.findings[0]!.text).toBe('List 12: ask L**, due 2026-11-12.');
  expect(shared.findings[1]!.text).toBe('L**, Lin (L**)');
  expect(shared.findings[1]!.evidence).toEqual({ buyer: '1**' });
  expect(shared.inputHashes).toEqual([{ name: 'book.json', hash }]);
});
