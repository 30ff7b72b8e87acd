import type { PackingKind } from '@shared/records/packing';
import { type Ack, refuse } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import type { Who } from '../who';
import { amend, record } from './common';

export interface PackingInput {
  readonly what: string;
  readonly kind: PackingKind;
  /** Handwriting for the card. */
  readonly cardText: string | null;
  readonly orderNumber: string | null;
  /** Holds for every parcel of this buyer. */
  readonly standing: boolean;
}

/** Writes down what to remember at the packing table (P7). */
export function recordPackingNote(book: OpenBook, who: Who, input: PackingInput): Promise<Ack> {
  return record(book, 'record-packing-note', who, (buyerId, { id, at, by }) => [
    creating('packing', id, { ...input, buyerId, state: 'open', notedAt: at, settledAt: null, by }),
  ]);
}

export interface RecipientInput {
  /** To whom, as the card says it. */
  readonly to: string;
  /** In whose name. */
  readonly from: string;
  readonly words: string;
  /** What the packer reads. */
  readonly what: string;
  readonly orderNumber: string | null;
}

/**
 * The buyer sends it to somebody else (P9, J20): a card in the buyer's name, and the order is a present from then
 * on, its slip without a price. The one behind the card is no buyer of ours: thanks and visits stay the buyer's.
 */
export function recordRecipient(book: OpenBook, who: Who, input: RecipientInput): Promise<Ack> {
  const { to, from, words, what, orderNumber } = input;
  return record(book, 'record-recipient', who, (buyerId, { id, at, by }) => [
    creating('packing', id, {
      buyerId,
      what,
      kind: 'recipient',
      cardText: words === '' ? null : words,
      recipient: { to, from },
      orderNumber,
      standing: false,
      state: 'open',
      notedAt: at,
      settledAt: null,
      by,
    }),
  ]);
}

/** The note, also a standing one, holds no longer. */
export function releasePackingNote(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'release-packing-note', 'packing', id, (note, { at }) =>
    note.state === 'open'
      ? { state: 'released' as const, settledAt: at }
      : refuse('invalid', `the packing note is already ${note.state}`),
  );
}
