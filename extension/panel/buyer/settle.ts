import type { Ack } from '@extension/book/ack';
import { redeemDiscount, releaseDiscount } from '@extension/book/actions/discounts';
import { attachGift, releaseGift } from '@extension/book/actions/gifts';
import { breakPromise, keepPromise, releasePromise, snoozePromise } from '@extension/book/actions/promises';
import { markSent } from '@extension/book/actions/sent';
import type { Day } from '@shared/calendar/day';
import type { WordKey } from '@shared/i18n/shop';
import type { Session } from '../state/session';
import type { Owed } from './owed';

export interface Settlement {
  /** Word on the button. */
  readonly word: WordKey;
  readonly act: () => void;
}

const TABLES = { discount: 'discounts', gift: 'gifts', promise: 'promises' } as const;

/**
 * The ways in which a debt can end, each one click and each undoable. That a promise was broken is offered at
 * once only where it is late; `all` offers it for every promise.
 */
export function settlements(session: Session, owed: Owed, all = false): readonly Settlement[] {
  const { book, run } = session;
  const { id, what } = owed.record;
  const way = (word: WordKey, done: WordKey, action: () => Promise<Ack>): Settlement => ({
    word,
    act: () => void run(action(), { key: done, params: { what } }),
  });
  const release = {
    discount: () => releaseDiscount(book, id),
    gift: () => releaseGift(book, id),
    promise: () => releasePromise(book, id),
  }[owed.kind];
  const letGo = way('panel.owe.release', 'panel.done.released', release);
  if (owed.record.state === 'to-be-sent') {
    return [
      way('panel.owe.sent', 'panel.done.sent', () => markSent(book, TABLES[owed.kind], [id])),
      way('panel.owe.unsaid', 'panel.done.unsaid', release),
    ];
  }
  if (owed.kind === 'discount') {
    return [way('panel.owe.redeemed', 'panel.done.redeemed', () => redeemDiscount(book, id, null)), letGo];
  }
  if (owed.kind === 'gift') {
    const pack = way('panel.owe.packNow', 'panel.done.packNow', () => attachGift(book, id, null));
    return owed.record.state === 'waiting-for-order' ? [pack, letGo] : [letGo];
  }
  return [
    way('panel.owe.kept', 'panel.done.kept', () => keepPromise(book, id)),
    letGo,
    ...(all || owed.standing === 'late'
      ? [way('panel.owe.broken', 'panel.done.broken', () => breakPromise(book, id))]
      : []),
  ];
}

/** Leaves a promise out of Today until a day; `null` shows it again. The buyer's slip keeps it. */
export function putOff(
  { book, run }: Session,
  { id, what }: { readonly id: string; readonly what: string },
  until: Day | null,
): Promise<Ack> {
  const key = until === null ? 'panel.done.putBack' : 'panel.done.putOff';
  return run(snoozePromise(book, id, until), { key, params: { what, day: until?.slice(5) ?? '' } });
}
