import { type Action, actionSchema } from '@shared/records/action';
import * as v from 'valibot';
import type { Sum } from './sum';

/** How far a book has come, as journal and stored book both tell it: equal heads are equal books. */
export interface Head {
  /** Number of actions written since the book began. */
  readonly seq: number;
  /** Checksum of the newest entry, which holds that of the one before: one value for the whole past. */
  readonly crc: string | null;
  readonly stamp: string | null;
  /** What the records add up to; `null` where that was never counted. */
  readonly sum: Sum | null;
}

export const NO_HEAD: Head = { seq: 0, crc: null, stamp: null, sum: '0000000000000000' };

/**
 * One action as the journal keeps it: complete, as it was planned and stamped, with its inverse. Applied in order
 * to what was there before, entries give the very same book: nothing in them depends on a clock, a die or a
 * reading of the book.
 */
export interface Entry {
  readonly seq: number;
  /** Checksum of the entry before. */
  readonly prev: string | null;
  /** What the records add up to once it is applied. */
  readonly sum: Sum | null;
  readonly action: Action;
}

/** An entry that was read back, with its own checksum. */
export interface FoundEntry extends Entry {
  readonly crc: string;
}

/** An entry as the text of a frame; the number stands first, where `seqOf` finds it without reading the rest. */
export function entryText({ seq, prev, sum, action }: Entry): string {
  return JSON.stringify({ seq, prev, sum, action });
}

/** @example seqOf('{"seq":12,"prev":null}') // => 12 */
export function seqOf(text: string): number | null {
  const match = /^\{"seq":(\d{1,15}),/.exec(text);
  return match ? Number(match[1]) : null;
}

const hex8 = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/));
export const sumSchema = v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entrySchema = v.strictObject({
  seq: count,
  prev: v.nullable(hex8),
  sum: sumSchema,
  action: actionSchema,
});

export const headSchema = v.strictObject({
  seq: count,
  crc: v.nullable(hex8),
  stamp: v.nullable(v.string()),
  sum: sumSchema,
});

/** An entry from its text, or `null` when the text is none. */
export function readEntry(text: string): Entry | null {
  const parsed = v.safeParse(entrySchema, parseJson(text));
  return parsed.success ? parsed.output : null;
}

/** What a text of JSON says; `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
