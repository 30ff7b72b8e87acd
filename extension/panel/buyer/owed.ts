import type { Day } from '@shared/calendar/day';
import {
  type ConditionFacts,
  type FallsDue,
  fallsDue,
  NO_FACTS,
  standingNow,
} from '@shared/records/condition';
import type { Discount } from '@shared/records/discount';
import type { Gift } from '@shared/records/gift';
import type { Promised, Standing } from '@shared/records/promise';

/** One line of the debt slip. */
export type Owed =
  | { readonly kind: 'discount'; readonly record: Discount; readonly expired: boolean }
  | { readonly kind: 'gift'; readonly record: Gift }
  | {
      readonly kind: 'promise';
      readonly record: Promised;
      readonly standing: Standing;
      /** What its condition, or its day, says now. */
      readonly falls: FallsDue | null;
    };

export interface DebtSlip {
  /** What the buyer may count on, the next-time discount first: it is said before they ask (P4). */
  readonly owed: readonly Owed[];
  /** Filled into the reply box, not yet seen as sent. */
  readonly toBeSent: readonly Owed[];
  /** Surprises: the buyer knows nothing of them and must not (J9). */
  readonly secret: readonly Gift[];
}

const URGENCY: readonly Standing[] = ['late', 'due', 'near', 'pending'];

const urgency = (owed: Owed) => (owed.kind === 'promise' ? URGENCY.indexOf(owed.standing) : 0);
const dueDay = (owed: Owed) => (owed.kind === 'promise' ? (owed.falls?.day ?? '9999') : '');
/** "When you write again": the buyer just did, so it is said before all else. */
const saidNow = (owed: Owed) =>
  owed.kind === 'promise' && owed.record.due.on === 'next-chat' && owed.standing === 'due';

/** A promise as one line of the slip. */
export function owedPromise(record: Promised, today: Day, facts: ConditionFacts) {
  const stands = standingNow(record, today, facts);
  return { kind: 'promise', record, standing: stands, falls: fallsDue(record, facts) } as const;
}

/** What the shop owes a buyer, in the order in which it is said. */
export function debtSlip(
  view: {
    readonly promises: readonly Promised[];
    readonly discounts: readonly Discount[];
    readonly gifts: readonly Gift[];
  },
  today: Day,
  facts: ConditionFacts = NO_FACTS,
): DebtSlip {
  const discount = (record: Discount): Owed => ({
    kind: 'discount',
    record,
    expired: record.expires !== null && record.expires < today,
  });
  const gift = (record: Gift): Owed => ({ kind: 'gift', record });
  const promise = (record: Promised): Owed => owedPromise(record, today, facts);
  const bySaid = <Row extends { readonly saidAt: string }>(rows: readonly Row[]) =>
    [...rows].sort((a, b) => a.saidAt.localeCompare(b.saidAt));
  const coming = (state: Gift['state']) => state === 'waiting-for-order' || state === 'to-pack';
  const open = bySaid(view.promises)
    .filter(({ state }) => state === 'open')
    .map(promise)
    .sort((a, b) => urgency(a) - urgency(b) || dueDay(a).localeCompare(dueDay(b)));
  const told = bySaid(view.gifts).filter(({ kind }) => kind !== 'surprise');
  const owedDiscounts = bySaid(view.discounts)
    .filter(({ state }) => state === 'owed')
    .map(discount);
  const lapsed = (owed: Owed) => owed.kind === 'discount' && owed.expired;
  return {
    owed: [
      ...open.filter(saidNow),
      ...owedDiscounts.filter((owed) => !lapsed(owed)),
      ...told.filter(({ state }) => coming(state)).map(gift),
      ...open.filter((owed) => !saidNow(owed)),
      ...owedDiscounts.filter(lapsed),
    ],
    toBeSent: [
      ...bySaid(view.discounts)
        .filter(({ state }) => state === 'to-be-sent')
        .map(discount),
      ...told.filter(({ state }) => state === 'to-be-sent').map(gift),
      ...bySaid(view.promises)
        .filter(({ state }) => state === 'to-be-sent')
        .map(promise),
    ],
    secret: view.gifts.filter(({ kind, state }) => kind === 'surprise' && coming(state)),
  };
}
