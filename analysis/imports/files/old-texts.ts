import type { OldRecord, RecordReader } from './old-records';

const WIDE = 1;
const EXTRA = 4;
const RUNS = 8;

/**
 * A text inside one record: its length (of one or two bytes), then, since Excel 97, how wide its letters are; before,
 * bytes of a code page (`encoding`).
 */
export function textOf(
  { bytes, view }: OldRecord,
  at: number,
  counted: 1 | 2,
  encoding: string | null,
): string {
  const length = counted === 2 ? view.getUint16(at, true) : view.getUint8(at);
  const start = at + counted;
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes.subarray(start, start + length));
  const flags = view.getUint8(start);
  let from = start + 1;
  if ((flags & RUNS) !== 0) from += 2;
  if ((flags & EXTRA) !== 0) from += 4;
  return letters(bytes.subarray(from), length, (flags & WIDE) !== 0);
}

function letters(bytes: Uint8Array, count: number, wide: boolean): string {
  let text = '';
  for (let index = 0; index < count; index++) {
    const code = wide ? bytes[index * 2]! | (bytes[index * 2 + 1]! << 8) : bytes[index]!;
    text += String.fromCharCode(code);
  }
  return text;
}

/**
 * The texts that cells point to. They run on over records; where a text is cut, the next record begins by saying
 * again how wide its letters are.
 */
export function sharedOldTexts(first: OldRecord, records: RecordReader): readonly string[] {
  let record = first;
  let at = 8;
  const carryOn = (): boolean => {
    const more = records.more();
    if (more === null) return false;
    record = more;
    at = 0;
    return true;
  };
  const skip = (count: number): void => {
    let left = count;
    while (left > 0) {
      const step = Math.min(left, record.bytes.length - at);
      at += step;
      left -= step;
      if (left > 0 && !carryOn()) return;
    }
  };
  const texts: string[] = [];
  const count = first.view.getUint32(4, true);
  while (texts.length < count) {
    if (at >= record.bytes.length && !carryOn()) break;
    const length = record.view.getUint16(at, true);
    let flags = record.view.getUint8(at + 2);
    at += 3;
    const runs = (flags & RUNS) === 0 ? 0 : record.view.getUint16(at, true);
    if ((flags & RUNS) !== 0) at += 2;
    const extra = (flags & EXTRA) === 0 ? 0 : record.view.getUint32(at, true);
    if ((flags & EXTRA) !== 0) at += 4;
    let text = '';
    while (text.length < length) {
      const wide = (flags & WIDE) !== 0;
      const here = Math.min(length - text.length, Math.floor((record.bytes.length - at) / (wide ? 2 : 1)));
      text += letters(record.bytes.subarray(at), here, wide);
      at += here * (wide ? 2 : 1);
      if (text.length === length) break;
      if (!carryOn()) return [...texts, text];
      flags = record.view.getUint8(0);
      at = 1;
    }
    skip(runs * 4 + extra);
    texts.push(text);
  }
  return texts;
}
