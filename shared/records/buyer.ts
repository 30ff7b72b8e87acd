import * as v from 'valibot';
import { stored } from './envelope';
import { day, line, text } from './fields';

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
});
export type Buyer = v.InferOutput<typeof buyerSchema>;
