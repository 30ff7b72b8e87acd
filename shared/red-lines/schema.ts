import * as v from 'valibot';

const word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40));
const words = v.pipe(v.array(word), v.maxLength(300));
const name = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

/** Why words are dangerous; the sentence for each is in the dictionaries, `redLine.<reason>`. */
export const RED_LINE_REASONS = [
  'cash-for-praise',
  'gift-for-review',
  'off-platform',
  'private-payment',
  'absolute-claim',
  'health-claim',
  'fake-orders',
  'final-say',
  'own',
] as const;
export type RedLineReason = (typeof RED_LINE_REASONS)[number];

/**
 * One line of the list: plain words, no patterns, so that an edited or imported list can neither hang nor
 * run anything. Words are compared folded (half-width, lower case, simplified).
 */
export const redLineEntrySchema = v.strictObject({
  id: name,
  reason: v.picklist(RED_LINE_REASONS),
  /** `fined`: shops are fined for it; `careful`: a plain warning. */
  weight: v.picklist(['fined', 'careful']),
  /** Any of these is a hit. */
  words,
  /** Or: one word of each group, in any order, near each other in one sentence. */
  together: v.optional(v.pipe(v.array(words), v.maxLength(3)), []),
  /** The most characters between words of `together`. */
  within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)), 8),
  /** Everyday phrases: a hit that lies inside one of these is none (最 in 最近). */
  except: v.optional(words, []),
  /** A hit soon after one of these in the same clause is none ("平台不允许加微信"). */
  notAfter: v.optional(words, []),
  /** The sites it holds on (adapter or export names); empty = all. */
  on: v.optional(v.pipe(v.array(name), v.maxLength(60)), []),
  /** The sites it does not hold on. */
  notOn: v.optional(v.pipe(v.array(name), v.maxLength(60)), []),
});
export type RedLineEntry = v.InferOutput<typeof redLineEntrySchema>;

/** The whole list as it is kept and carried: `{ schema: 1, entries: […] }`. */
export const redLineListSchema = v.strictObject({
  schema: v.literal(1),
  entries: v.pipe(v.array(redLineEntrySchema), v.maxLength(500)),
});
export type RedLineList = v.InferOutput<typeof redLineListSchema>;
