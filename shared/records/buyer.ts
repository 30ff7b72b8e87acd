import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, since, text } from './fields';

/** What moves a buyer to buy: being treated with honour, a bargain, being sure (P1). */
export const BUYER_MOVES = ['face', 'bargain', 'assurance'] as const;
export type BuyerMove = (typeof BUYER_MOVES)[number];

/** A buyer: the person, whatever accounts they write from (P1). */
export const buyerSchema = stored({
  /** What the shop calls them; the platform's display name until the seller types a better one. */
  name: line,
  /** How they are in chat, in the seller's words. */
  attitude: text,
  /** Where they came from. */
  source: line,
  /** The shop's own grade, e.g. 'A' or '老客'. */
  grade: line,
  phone: line,
  address: text,
  tags: v.array(line),
  /** Facts worth knowing, as chips: 油皮, size M, baby born 2026-03. */
  facts: v.array(line),
  /** A private caution with its evidence; never leaves the shop. */
  caution: v.nullable(text),
  /** First day this shop has a record of them. */
  since: day,
  /** What the caution rests on: the words, the order, the day. As private as the caution. */
  cautionEvidence: since(text, ''),
  moves: since(v.array(v.picklist(BUYER_MOVES)), []),
  /** Fields of the shop's own, by the name the shop gave them. */
  custom: since(v.array(v.strictObject({ name: line, value: line })), []),
  /** Where they live, as coarse as the shop says it: for the neighbour's proof (P18). */
  area: since(line, ''),
  /** They allowed to be mentioned to others, masked (P18). */
  mayBeMentioned: since(v.boolean(), false),
  /** They allowed to be written to without having asked. */
  mayBeWritten: since(v.boolean(), true),
  /** This file was merged into that one; un-merging clears it. */
  mergedInto: since(v.nullable(id), null),
  /** Put in by the program to show how things work; in no list, no number, no backup question. */
  sample: since(v.boolean(), false),
});
export type Buyer = v.InferOutput<typeof buyerSchema>;
