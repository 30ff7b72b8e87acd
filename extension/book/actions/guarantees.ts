import type { Guarantee } from '@shared/records/guarantee';
import { type HandOver, missingHandOver, type RepairResult } from '@shared/records/guarantee-rule';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating, type FieldsOf, setting } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, missing, momentOf, present, record, withdraw } from './common';
import { stepChange } from './steps';

/** A guarantee as it is typed. */
export type GuaranteeInput = Pick<
  Guarantee,
  'what' | 'orderNumber' | 'from' | 'until' | 'covers' | 'freight'
>;

/** Writes down what is guaranteed to a buyer, and until when (P15). */
export function recordGuarantee(book: OpenBook, who: Who, input: GuaranteeInput): Promise<Ack> {
  return record(book, 'record-guarantee', who, (buyerId, { id, by }) => [
    creating('guarantees', id, { ...input, buyerId, handOver: [], state: 'open', settledAt: null, by }),
  ]);
}

export function editGuarantee(book: OpenBook, id: string, input: GuaranteeInput): Promise<Ack> {
  return amend(book, 'edit-guarantee', 'guarantees', id, () => input);
}

export function removeGuarantee(book: OpenBook, id: string): Promise<Ack> {
  return withdraw(book, 'remove-guarantee', 'guarantees', id);
}

/** The goods came in to be repaired. */
export function beginRepair(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'begin-repair', 'guarantees', id, (guarantee) =>
    unsettled(guarantee, { state: 'repairing' }),
  );
}

/** A repair came to its end, well or not: one more step of the guarantee, which counts them (`repairsOf`). */
export function recordRepair(book: OpenBook, id: string, result: RepairResult, text: string): Promise<Ack> {
  return book.commit({
    name: 'record-repair',
    plan: async () => {
      const guarantee = await present(book, 'guarantees', id);
      if (!guarantee) return missing('guarantees', id);
      const fields = unsettled(guarantee, { state: 'open' } as const);
      if ('ok' in fields) return fields;
      const { buyerId } = guarantee;
      const about = { about: 'guarantees', aboutId: id, kind: 'repair', channel: 'other' } as const;
      const step = { ...about, text, effect: result };
      return {
        buyerId,
        changes: [setting('guarantees', id, fields), stepChange(book, buyerId, await momentOf(book), step)],
      };
    },
  });
}

/** One line of the hand-over of an exchange, done or not. */
export function tickHandOver(book: OpenBook, id: string, part: HandOver, done: boolean): Promise<Ack> {
  return amend(book, 'tick-hand-over', 'guarantees', id, (guarantee) => {
    const others = guarantee.handOver.filter((other) => other !== part);
    return unsettled(guarantee, { handOver: done ? [...others, part] : others });
  });
}

/**
 * How the guarantee ended. An exchange is none before its hand-over is complete: goods swapped without their
 * papers ended in court (P15).
 */
export function settleGuarantee(
  book: OpenBook,
  id: string,
  state: 'exchanged' | 'refunded' | 'ended',
): Promise<Ack> {
  return amend(book, 'settle-guarantee', 'guarantees', id, (guarantee, { at }) => {
    const left = state === 'exchanged' ? missingHandOver(guarantee) : [];
    if (left.length > 0) return refuse('invalid', `the hand-over lacks ${left.join(', ')}`);
    return unsettled(guarantee, { state, settledAt: at });
  });
}

function unsettled<T extends Partial<FieldsOf<'guarantees'>>>({ state }: Guarantee, fields: T): T | Refusal {
  const open = state === 'open' || state === 'repairing';
  return open ? fields : refuse('invalid', `the guarantee is already ${state}`);
}
