import * as v from 'valibot';
import type { SmallStore } from '../journal/news';

/**
 * What is remembered of backups, in the browser's small storage: the service worker reads it for the badge, and it
 * outlives a wiped database. Numbers and names of files; nothing about anybody.
 */
const lastSchema = v.object({
  /** When it was written, in milliseconds since the epoch. */
  at: v.number(),
  /** Which book it was, and how many actions it had come to. */
  epoch: v.number(),
  seq: v.number(),
  rows: v.number(),
  name: v.string(),
});
export const BACKUP_FAULTS = ['permission', 'gone', 'full', 'mismatch', 'failed'] as const;
const markSchema = v.object({
  /** Where backups go by themselves; `null` while the owner has not said. */
  place: v.nullable(v.picklist(['folder', 'downloads'])),
  /** What the folder is called. */
  folder: v.string(),
  last: v.nullable(lastSchema),
  /** Why the last try came to nothing. */
  fault: v.nullable(v.picklist(BACKUP_FAULTS)),
  detail: v.string(),
  /** The number of the newest backup this computer has written. */
  number: v.number(),
  /** Since when there is something to back up, in milliseconds since the epoch. */
  since: v.nullable(v.number()),
  /** The owner does not want to be asked where. */
  notNow: v.boolean(),
});

export type BackupMark = v.InferOutput<typeof markSchema>;
export type BackupFault = (typeof BACKUP_FAULTS)[number];

const KEY = 'backup-mark';
const NONE: BackupMark = {
  place: null,
  folder: '',
  last: null,
  fault: null,
  detail: '',
  number: 0,
  since: null,
  notNow: false,
};

export async function readMark(small: SmallStore): Promise<BackupMark> {
  const parsed = v.safeParse(markSchema, (await small.get(KEY))[KEY]);
  return parsed.success ? parsed.output : NONE;
}

export async function changeMark(small: SmallStore, set: Partial<BackupMark>): Promise<BackupMark> {
  const mark = { ...(await readMark(small)), ...set };
  await small.set({ [KEY]: mark });
  return mark;
}

/** How far a stored book has come. */
export interface HowFar {
  readonly epoch: number;
  readonly seq: number;
}

const DAY = 86_400_000;
/** A backup by itself is made daily; one by hand is asked for after a week. */
const OLD = { place: 2 * DAY, hand: 7 * DAY };

/**
 * How many days the newest backup is behind, once that is too many; `null` while all is well. A clock set back makes
 * nothing younger than new.
 */
export function daysBehind(mark: BackupMark, book: HowFar, now: number): number | null {
  const { last, place, since } = mark;
  if (last && last.epoch === book.epoch && last.seq === book.seq) return null;
  const from = last?.at ?? since;
  if (from === null || from === undefined) return null;
  const behind = Math.max(0, now - from);
  return behind > (place ? OLD.place : OLD.hand) ? Math.floor(behind / DAY) : null;
}
