import * as v from 'valibot';
import { type Entry, entryText, type Head, headSchema, parseJson, readEntry, seqOf } from './entry';
import { type SyncFile, writeAll } from './files';
import { frameOf, framesOf } from './frame';

/** The first frame of a log: which book it belongs to and where it goes on from. */
export interface LogHeader {
  readonly format: typeof LOG_FORMAT;
  readonly version: 1;
  /** Which book: a restored one is another. */
  readonly epoch: number;
  /** Who writes on this computer; kept here because the database that also knows may be gone. */
  readonly seat: string;
  /** The shape of the stored book when the log was begun. */
  readonly shape: number;
  /** How far the book had come. */
  readonly base: Head;
  /** The book was empty then: nothing is needed beside the log. */
  readonly fromEmpty: boolean;
}

export const LOG_FORMAT = 'zhanggui/journal';

const headerSchema = v.object({
  format: v.literal(LOG_FORMAT),
  version: v.literal(1),
  epoch: v.number(),
  seat: v.string(),
  shape: v.number(),
  base: headSchema,
  fromEmpty: v.boolean(),
});

/** The header of a new log. */
export function logHeader(fields: Omit<LogHeader, 'format' | 'version'>): LogHeader {
  // Named one by one: a mark has more in it than a head, and a header with more than it should have is none.
  const { epoch, seat, shape, fromEmpty } = fields;
  const { seq, crc, stamp, sum } = fields.base;
  return { format: LOG_FORMAT, version: 1, epoch, seat, shape, fromEmpty, base: { seq, crc, stamp, sum } };
}

/** Where an entry stands, without its contents: a log of megabytes is looked through at every start. */
export interface Mark {
  readonly seq: number;
  readonly crc: string;
  readonly at: number;
  readonly end: number;
}

export interface Log {
  /** `null` when the first frame is damaged: nobody knows then where the log goes on from. */
  readonly header: LogHeader | null;
  readonly marks: readonly Mark[];
  /** Something between whole entries is no entry: not torn at the end, but damaged. */
  readonly damaged: boolean;
  /** Bytes of whole frames. */
  size(): number;
  /** Writes an entry and flushes it. Throws when it could not be kept, and then nothing of it is. */
  append(entry: Entry): Mark;
  /** Takes the newest entry off again. */
  takeBack(): void;
  entryAt(mark: Mark): Entry | null;
  close(): void;
}

/** Begins a log in an empty file. */
export function beginLog(file: SyncFile, header: LogHeader): Log {
  file.truncate(0);
  writeAll(file, frameOf(JSON.stringify(header)).bytes, 0);
  file.flush();
  return openLog(file);
}

/**
 * Reads a log. What a crash left at its end, the beginning of an entry nobody was told was kept, is cut off
 * before the next one is written.
 */
export function openLog(file: SyncFile): Log {
  let header: LogHeader | null = null;
  const marks: Mark[] = [];
  let good = 0;
  let damaged = false;
  let gap = false;
  for (const frame of framesOf(file)) {
    if ('gap' in frame) {
      gap = true;
      continue;
    }
    // A gap with something whole behind it was no torn end.
    damaged ||= gap;
    gap = false;
    good = frame.end;
    if (frame.at === 0) header = readHeader(frame.text);
    else marks.push({ seq: seqOf(frame.text) ?? -1, crc: frame.crc, at: frame.at, end: frame.end });
  }
  let torn = good < file.size();

  function cut(): void {
    torn = true;
    file.truncate(good);
    file.flush();
    torn = false;
  }

  return {
    header,
    marks,
    damaged: damaged || header === null,
    size: () => good,
    append: (entry) => {
      if (torn) cut();
      const { bytes, crc } = frameOf(entryText(entry));
      try {
        writeAll(file, bytes, good);
        file.flush();
      } catch (error) {
        try {
          cut();
        } catch {
          // Tried again before the next entry; until then the end is torn, which every reader knows.
        }
        throw error;
      }
      const mark = { seq: entry.seq, crc, at: good, end: good + bytes.length };
      good = mark.end;
      marks.push(mark);
      return mark;
    },
    takeBack: () => {
      const last = marks.pop();
      if (last) good = last.at;
      cut();
    },
    entryAt: ({ at, crc }) => {
      const frame = framesOf(file, at).next().value;
      return frame && 'text' in frame && frame.crc === crc ? readEntry(frame.text) : null;
    },
    close: () => file.close(),
  };
}

function readHeader(text: string): LogHeader | null {
  const parsed = v.safeParse(headerSchema, parseJson(text));
  return parsed.success ? parsed.output : null;
}
