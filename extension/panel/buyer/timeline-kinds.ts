import type { Action } from '@shared/records/action';

/** What the timeline can be narrowed to. */
export const TIMELINE_KINDS = [
  'all',
  'promise',
  'discount',
  'gift',
  'packing',
  'note',
  'service',
  'care',
  'order',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

const KIND_OF_TABLE: Readonly<Record<string, TimelineKind>> = {
  promises: 'promise',
  discounts: 'discount',
  gifts: 'gift',
  giftStock: 'gift',
  packing: 'packing',
  parcels: 'packing',
  notes: 'note',
  complaints: 'service',
  guarantees: 'service',
  visits: 'service',
  waits: 'service',
  steps: 'service',
  people: 'care',
  dates: 'care',
  leads: 'care',
  referrals: 'care',
  stockWaits: 'care',
  supplies: 'care',
  wishes: 'care',
  messages: 'care',
  orders: 'order',
  orderLinks: 'order',
};

/**
 * What an action is mostly about: the first of its records that has a kind.
 *
 * @example kindOfAction({ changes: [{ table: 'buyers', id: 'b', set: {} }, { table: 'gifts', id: 'g', set: {} }] }) // => 'gift'
 */
export function kindOfAction(action: Pick<Action, 'changes'>): TimelineKind {
  for (const { table } of action.changes) {
    const kind = KIND_OF_TABLE[table];
    if (kind) return kind;
  }
  return 'all';
}
