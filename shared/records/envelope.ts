import * as v from 'valibot';

/**
 * What every record carries besides its own fields, so that two copies of a book can be merged field by
 * field and an older program can tell that it must not write.
 *
 * - `schema`: number of the record shape that wrote it.
 * - `seat`: who wrote last (this computer and person).
 * - `deleted`: tombstone; the record stays, so that a merge cannot bring it back.
 * - `stamps`: for each field, when it was last written (see `stamp.ts`). The newer stamp wins.
 */
export const ENVELOPE = {
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  seat: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  deleted: v.boolean(),
  stamps: v.record(v.string(), v.string()),
} as const;

export interface Envelope {
  readonly id: string;
  readonly schema: number;
  readonly seat: string;
  readonly deleted: boolean;
  readonly stamps: Readonly<Record<string, string>>;
}

/** A noun's own fields together with the envelope. */
export function stored<const Fields extends v.ObjectEntries>(fields: Fields) {
  return v.strictObject({ ...ENVELOPE, ...fields });
}

/** The record shape this program writes. */
export const RECORD_SCHEMA = 2;
