/** A piece of an old workbook: what kind of record it is, and its bytes. */
export interface OldRecord {
  readonly kind: number;
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** Walks over the records of an old workbook's stream. */
export interface RecordReader {
  /** The next record, null at the end. */
  readonly next: () => OldRecord | null;
  /** The next record if it carries on the one before (a record holds no more than 8 KB). */
  readonly more: () => OldRecord | null;
}

const MORE = 0x003c;

/**
 * @throws RangeError where a record claims to be longer than the stream
 */
export function createRecords(stream: Uint8Array, from = 0): RecordReader {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = from;
  const next = (): OldRecord | null => {
    if (at + 4 > stream.length) return null;
    const length = view.getUint16(at + 2, true);
    const record = {
      kind: view.getUint16(at, true),
      bytes: stream.subarray(at + 4, at + 4 + length),
      view: new DataView(stream.buffer, stream.byteOffset + at + 4, length),
    };
    at += 4 + length;
    return record;
  };
  return {
    next,
    more: () => (at + 4 <= stream.length && view.getUint16(at, true) === MORE ? next() : null),
  };
}
