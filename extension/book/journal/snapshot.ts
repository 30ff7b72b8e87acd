import { TABLE_NAMES } from '@shared/records/book';
import * as v from 'valibot';
import { headSchema, parseJson } from './entry';
import { type SyncFile, writeAll } from './files';
import { frameOf, framesOf, lastFrame } from './frame';

/** Rows of one table, or of the history. */
export interface Chunk {
  readonly table: string;
  readonly rows: readonly Row[];
}

/** A record or an action as it lies in the book: parsed when it was written, not looked into here. */
export type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

export const SNAPSHOT_FORMAT = 'zhanggui/snapshot';
/** Tables a snapshot holds: the book's own, and its history. */
export const SNAPSHOT_TABLES: readonly string[] = [...TABLE_NAMES, 'actions'];
/** Rows per frame: a damaged one is found without reading half the book, and none is longer than some MB. */
export const CHUNK_ROWS = 500;
/** Frames are gathered to so many bytes before they are written. */
const GATHER = 1 << 20;

const headerSchema = v.object({
  format: v.literal(SNAPSHOT_FORMAT),
  version: v.literal(1),
  epoch: v.number(),
  seat: v.string(),
  /** The shape of the stored book it was taken of. */
  shape: v.number(),
  head: headSchema,
});
const footerSchema = v.object({ end: v.literal(true), frames: v.number(), rows: v.number() });
const chunkSchema = v.strictObject({
  table: v.picklist(SNAPSHOT_TABLES),
  rows: v.array(v.custom<Row>((row) => typeof (row as Row | null)?.id === 'string')),
});

export type SnapshotHeader = v.InferOutput<typeof headerSchema>;

export interface SnapshotWriter {
  /** `json`: the rows of one table as an array of JSON. */
  add(table: string, json: string, rows: number): void;
  /** Writes the end, without which it is no snapshot, and flushes. */
  finish(): void;
}

/** Writes a snapshot into an empty file. */
export function snapshotWriter(file: SyncFile, header: SnapshotHeader): SnapshotWriter {
  let at = 0;
  let frames = 0;
  let rows = 0;
  let gathered: Uint8Array[] = [];
  let waiting = 0;
  const write = (text: string) => {
    const { bytes } = frameOf(text);
    gathered.push(bytes);
    waiting += bytes.length;
    if (waiting >= GATHER) pour();
  };
  const pour = () => {
    const all = new Uint8Array(waiting);
    let place = 0;
    for (const bytes of gathered) {
      all.set(bytes, place);
      place += bytes.length;
    }
    writeAll(file, all, at);
    at += all.length;
    gathered = [];
    waiting = 0;
  };
  file.truncate(0);
  write(JSON.stringify(header));
  return {
    add: (table, json, count) => {
      if (count === 0) return;
      write(`{"table":${JSON.stringify(table)},"rows":${json}}`);
      frames += 1;
      rows += count;
    },
    finish: () => {
      write(JSON.stringify({ end: true, frames, rows }));
      pour();
      file.flush();
    },
  };
}

export function writeChunk(writer: SnapshotWriter, { table, rows }: Chunk): void {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const part = rows.slice(from, from + CHUNK_ROWS);
    writer.add(table, JSON.stringify(part), part.length);
  }
}

/** The header of a snapshot that was written to its end, by its first and last frame; `null` for any other file. */
export function snapshotHeader(file: SyncFile): SnapshotHeader | null {
  const first = framesOf(file).next().value;
  const last = lastFrame(file);
  if (!first || 'gap' in first || !last) return null;
  const header = v.safeParse(headerSchema, parseJson(first.text));
  const ended = v.is(footerSchema, parseJson(last.text));
  return header.success && ended ? header.output : null;
}

/** The rows of a snapshot. Throws at the first frame that is not as it was written. */
export function* chunksOf(file: SyncFile): Generator<Chunk> {
  const found = { frames: 0, rows: 0 };
  let ended = false;
  for (const frame of framesOf(file)) {
    if ('gap' in frame || ended) throw new Error(`The snapshot is damaged at byte ${frame.at}.`);
    if (frame.at === 0) continue;
    const said = parseJson(frame.text);
    if (v.is(footerSchema, said)) {
      if (said.frames !== found.frames || said.rows !== found.rows)
        throw new Error('The snapshot is not whole.');
      ended = true;
      continue;
    }
    const chunk = v.parse(chunkSchema, said);
    found.frames += 1;
    found.rows += chunk.rows.length;
    yield chunk;
  }
  if (!ended) throw new Error('The snapshot has no end.');
}

/** Whether every frame is as it was written, without reading what it says. */
export function snapshotSound(file: SyncFile): boolean {
  if (snapshotHeader(file) === null) return false;
  for (const frame of framesOf(file)) if ('gap' in frame) return false;
  return true;
}
