import type { Day } from '@shared/calendar/day';
import type { Place } from '@shared/records/fields';
import { newId } from '@shared/records/id';
import type { Due, Promised, PromiseKind } from '@shared/records/promise';
import type { Money } from '@shared/text/money';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating, type FieldsOf, setting } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, type Moment, missing, momentOf, present, record } from './common';

export interface PromiseInput {
  readonly what: string;
  readonly kind: PromiseKind;
  readonly due: Due;
  /** The seller's words in the chat, when they were picked from it. */
  readonly quote: string;
  readonly where: Place | null;
  readonly cost: Money | null;
  readonly orderNumber: string | null;
  /** The words were filled into the reply box and not yet seen as sent (J2). */
  readonly toBeSent: boolean;
  readonly source?: Promised['source'];
  /** The complaint it is the remedy of (J12). */
  readonly complaintId?: string;
}

/** Writes down what was promised (P3). */
export function recordPromise(book: OpenBook, who: Who, input: PromiseInput): Promise<Ack> {
  const { toBeSent, ...said } = input;
  return record(book, 'record-promise', who, (buyerId, { id, at, by }) => [
    creating('promises', id, {
      ...said,
      buyerId,
      state: toBeSent ? 'to-be-sent' : 'open',
      saidAt: at,
      settledAt: null,
      settledOn: null,
      by,
    }),
  ]);
}

/** Done as promised; in time or late follows from the day. */
export function keepPromise(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'keep-promise', 'promises', id, (promise, moment) => settle(promise, 'kept', moment));
}

/** Not done, and it will not be. */
export function breakPromise(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'break-promise', 'promises', id, (promise, moment) => settle(promise, 'broken', moment));
}

/** The buyer said it is not needed any more. */
export function releasePromise(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'release-promise', 'promises', id, (promise, moment) =>
    settle(promise, 'released', moment),
  );
}

/** What was said when a promise was agreed anew; left out is as before. */
export interface NewWording {
  readonly what?: string;
  readonly quote?: string;
  readonly where?: Place | null;
}

/**
 * Another day or another wording was agreed: the old promise rests with its words, which are evidence, and the
 * new one that takes its place is made by the same action.
 */
export function renegotiatePromise(
  book: OpenBook,
  id: string,
  due: Due,
  { what, quote = '', where }: NewWording = {},
): Promise<Ack> {
  return book.commit({
    name: 'renegotiate-promise',
    plan: async () => {
      const promise = await present(book, 'promises', id);
      if (!promise) return missing('promises', id);
      const moment = await momentOf(book);
      const settled = settle(promise, 'renegotiated', moment);
      if ('ok' in settled) return settled;
      const { buyerId, kind, cost, orderNumber, complaintId } = promise;
      const again = {
        buyerId,
        what: what?.trim() || promise.what,
        kind,
        // The old words named the old day; they stay where they are.
        quote,
        where: where === undefined ? promise.where : where,
        cost,
        orderNumber,
        complaintId,
        due,
        replaces: id,
      };
      const open = {
        state: 'open',
        saidAt: moment.at,
        settledAt: null,
        settledOn: null,
        by: moment.by,
      } as const;
      return {
        buyerId,
        changes: [
          setting('promises', id, settled),
          creating('promises', newId(book.world), { ...again, ...open }),
        ],
      };
    },
  });
}

/** Not shown in Today before this day; `null` shows it again. The day it is due stands. */
export function snoozePromise(book: OpenBook, id: string, until: Day | null): Promise<Ack> {
  return amend(book, 'snooze-promise', 'promises', id, (promise) =>
    promise.state === 'open'
      ? { snoozedUntil: until }
      : refuse('invalid', `the promise is already ${promise.state}`),
  );
}

/** The buyer was told that it is done: seen as sent, or said so by one click (J2). */
export function tellPromise(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'tell-promise', 'promises', id, (promise, { at }) =>
    promise.state === 'kept'
      ? { toldAt: at }
      : refuse('invalid', `the promise is ${promise.state}, not kept`),
  );
}

/** What it cost, once that is known; `null` is "not known". */
export function costPromise(book: OpenBook, id: string, cost: Money | null): Promise<Ack> {
  return amend(book, 'cost-promise', 'promises', id, () => ({ cost }));
}

/** The fields of a promise that comes to its end; only one that still stands can. */
export function settle(
  promise: Promised,
  state: 'kept' | 'broken' | 'released' | 'renegotiated',
  { at, day }: Pick<Moment, 'at' | 'day'>,
): Partial<FieldsOf<'promises'>> | Refusal {
  if (promise.state !== 'open' && promise.state !== 'to-be-sent') {
    return refuse('invalid', `the promise is already ${promise.state}`);
  }
  return settledFields(state, at, day);
}

export function settledFields(
  state: 'kept' | 'broken' | 'released' | 'renegotiated',
  at: string,
  day: Day,
): Pick<FieldsOf<'promises'>, 'state' | 'settledAt' | 'settledOn'> {
  return { state, settledAt: at, settledOn: day };
}
