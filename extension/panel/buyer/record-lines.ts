import type { BuyerView } from '@extension/book/reads/buyer';
import type { WordKey } from '@shared/i18n/shop';
import type { Params } from '@shared/i18n/translate';
import type { Action } from '@shared/records/action';
import type { TimelineKind } from './timeline-kinds';

/** A line of the timeline that is read from a record, not from an action. */
export interface RecordLine {
  readonly id: string;
  readonly at: string;
  readonly kind: TimelineKind;
  readonly key: WordKey;
  readonly params: Params;
}

const PROMISE_END = {
  kept: 'records.timeline.keep-promise',
  broken: 'records.timeline.break-promise',
  released: 'records.timeline.release-promise',
} as const;

/**
 * What the records themselves tell of when: imported orders, and everything of a book whose history was not
 * brought along. What an action tells already is left out.
 */
export function recordLines(
  view: BuyerView,
  actions: readonly Pick<Action, 'changes'>[],
): readonly RecordLine[] {
  const told = new Set(actions.flatMap(({ changes }) => changes.map(({ id }) => id)));
  const lines: RecordLine[] = [];
  function add(
    record: { readonly id: string },
    at: string | null,
    kind: TimelineKind,
    key: WordKey,
    what: string,
  ) {
    if (at !== null && !told.has(record.id))
      lines.push({ id: `${record.id}/${key}`, at, kind, key, params: { what } });
  }
  for (const one of view.promises) {
    add(one, one.saidAt, 'promise', 'records.timeline.record-promise', one.what);
    const end = PROMISE_END[one.state as keyof typeof PROMISE_END];
    if (end) add(one, one.settledAt, 'promise', end, one.what);
  }
  for (const one of view.discounts) {
    add(one, one.saidAt, 'discount', 'records.timeline.record-discount', one.what);
  }
  for (const one of view.gifts) add(one, one.saidAt, 'gift', 'records.timeline.give-gift', one.what);
  for (const one of view.packing) {
    add(one, one.notedAt, 'packing', 'records.timeline.record-packing-note', one.what);
  }
  for (const one of view.notes) add(one, one.notedAt, 'note', 'records.timeline.add-note', one.text);
  for (const one of view.visits) {
    add(one, one.answeredAt ?? one.askedAt, 'service', 'records.timeline.record-visit', one.what);
  }
  for (const one of view.complaints) {
    add(one, one.openedAt, 'service', 'records.timeline.record-complaint', one.what);
  }
  for (const one of view.orders) {
    const what = one.items.map(({ title, quantity }) => `${title} ×${quantity}`).join('、') || one.number;
    if (one.paidAt ?? one.createdAt) {
      // Orders come by imports, which are no buyer's own history: they are always told from the record.
      const at = one.paidAt ?? one.createdAt ?? '';
      lines.push({ id: one.id, at, kind: 'order', key: 'panel.timeline.ordered', params: { what } });
    }
  }
  return lines;
}
