import { ACTION_NAMES } from '@shared/records/action-name';
import { TABLE_NAMES } from '@shared/records/book';
import { id, line } from '@shared/records/fields';
import type { Json } from '@shared/text/json';
import * as v from 'valibot';
import { REFUSALS } from '../ack';
import type { Deed, Outcome } from '../deed';
import type { Examined } from '../examined';

/**
 * What the extension's pages call out to each other: who writes, deeds that are handed over and their answers.
 * The channel reaches pages of our own origin only; what comes in is parsed all the same.
 */
export const CHANNEL = 'zhanggui-book';

const json = v.custom<Json>((value) => value !== undefined);
const change = v.strictObject({ table: v.picklist(TABLE_NAMES), id, set: v.record(v.string(), json) });
const deedSchema = v.strictObject({
  id,
  name: v.picklist(ACTION_NAMES),
  seat: line,
  plan: v.strictObject({
    buyerId: v.nullable(id),
    changes: v.array(change),
    undoes: v.exactOptional(id),
  }),
  seen: v.nullable(v.number()),
});
const deed = v.custom<Deed>((value) => v.is(deedSchema, value));
const outcome = v.custom<Outcome>(
  (value) =>
    value === 'overtaken' ||
    (typeof value === 'object' &&
      value !== null &&
      'ok' in value &&
      (value.ok === true
        ? 'action' in value && 'buyerId' in value
        : 'reason' in value && REFUSALS.includes(value.reason as never))),
);

const examined: v.GenericSchema<unknown, Examined> = v.strictObject({
  book: v.picklist(['sound', 'damaged', 'busy', 'unknown']),
  journal: v.picklist(['whole', 'part', 'none']),
  records: v.number(),
  repaired: v.boolean(),
});

const callSchema = v.variant('call', [
  /** The page that writes is here. */
  v.strictObject({ call: v.literal('here'), generation: v.number() }),
  /** The book was rebuilt into another generation: whoever holds this one has to open anew. */
  v.strictObject({ call: v.literal('moved'), generation: v.number() }),
  /** A deed to write until a moment; asked again while no answer comes, so it may arrive twice. */
  v.strictObject({
    call: v.literal('deed'),
    request: v.string(),
    generation: v.number(),
    until: v.number(),
    deed,
  }),
  /** Somebody saves in the page that writes: the others let their own work rest. */
  v.strictObject({ call: v.literal('waits') }),
  /** The page gave up waiting, or is going. */
  v.strictObject({ call: v.literal('leave'), request: v.string() }),
  v.strictObject({ call: v.literal('answer'), request: v.string(), outcome }),
  /** Asks the page that writes to look through the book, and to put right what it can. */
  v.strictObject({
    call: v.literal('examine'),
    request: v.string(),
    generation: v.number(),
    repair: v.boolean(),
  }),
  v.strictObject({ call: v.literal('examined'), request: v.string(), found: examined }),
]);

export type Call = v.InferOutput<typeof callSchema>;

export function readCall(said: unknown): Call | null {
  const parsed = v.safeParse(callSchema, said);
  return parsed.success ? parsed.output : null;
}
