import { BOOK_TABLES } from '@shared/records/book';
import type { Transaction } from 'dexie';
import * as v from 'valibot';

/** Tables of the first shape whose records have more fields since. */
const GREW = [
  'buyers',
  'orders',
  'promises',
  'discounts',
  'packing',
  'gifts',
  'visits',
  'complaints',
] as const;

/**
 * The rest of the practice: people and dates behind a buyer, leads, referrals, guarantees, stock-outs, supplies,
 * wishes, product cards, templates, prepared messages, rules, promotions, waits, pictures, frozen weeks. What
 * grew is filled with what a missing field means.
 */
export const v002 = {
  version: 2,
  stores: {
    promises: 'id, buyerId, state, [state+due.day], [state+due.on]',
    people: 'id, buyerId',
    dates: 'id, buyerId, month',
    guarantees: 'id, buyerId, state, until',
    leads: 'id, buyerId, state',
    referrals: 'id, buyerId, broughtId, state',
    stockWaits: 'id, buyerId, state',
    supplies: 'id, buyerId, state, runsOutOn',
    wishes: 'id, buyerId',
    steps: 'id, buyerId, aboutId',
    waits: 'id, buyerId, startedAt',
    messages: 'id, buyerId, state, dueOn, aboutId',
    products: 'id',
    templates: 'id',
    rules: 'id',
    promotions: 'id',
    pictures: 'id, buyerId, aboutId',
    platformScores: 'id, week',
    freezes: 'id, week',
    requests: 'id',
    erasures: 'id',
    // No record either: what the last review worked out of each buyer, made anew by the next one.
    estimates: 'id',
    visits: 'id, buyerId, planned, state, ruleId, askedAt',
    discounts: 'id, buyerId, state, ruleId',
    gifts: 'id, buyerId, state, stockId, ruleId',
    orders: 'id, number, status, [platform+number], shippedAt, completedAt',
    buyers: 'id, grade, mergedInto',
  },
  upgrade: async (transaction: Transaction): Promise<void> => {
    for (const table of GREW) {
      await transaction
        .table(table)
        .toCollection()
        .modify((row: object, slot: { value: object }) => {
          slot.value = v.parse(BOOK_TABLES[table], { ...row, schema: 2 });
        });
    }
  },
} as const;
