import * as v from 'valibot';
import { stored } from './envelope';
import { id, line, moment, since, text } from './fields';

export const PACKING_KINDS = ['wrap', 'fragile', 'no-price', 'card', 'recipient', 'other'] as const;
export type PackingKind = (typeof PACKING_KINDS)[number];

/** A packaging note (P7): what to remember when the parcel is packed, and the words of its card. */
export const packingSchema = stored({
  buyerId: id,
  what: text,
  kind: v.picklist(PACKING_KINDS),
  /** Handwriting for the card, when there is one. */
  cardText: v.nullable(text),
  orderNumber: v.nullable(line),
  /** A standing wish holds for every parcel of this buyer and is never used up. */
  standing: v.boolean(),
  state: v.picklist(['open', 'packed', 'released']),
  notedAt: moment,
  settledAt: v.nullable(moment),
  by: line,
  /** The buyer sends it to somebody else (P9, J20): to whom, and as whose gift; the words are the card's text. */
  recipient: since(v.nullable(v.strictObject({ to: line, from: line })), null),
});
export type PackingNote = v.InferOutput<typeof packingSchema>;
