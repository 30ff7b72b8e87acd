import * as v from 'valibot';
import { line, text } from './fields';

/** The numbers of the review that a decision may aim at. */
export const AIMS = [
  'late',
  'kept',
  'orders',
  'revenue',
  'newBuyers',
  'returnedBuyers',
  'repeat',
  'score',
  'answers',
  'owed',
  'giftCost',
  'complaints',
  'waits',
] as const;
export type Aim = (typeof AIMS)[number];

/** What was decided in a week: in words, the number it aims at, and whether it was done. */
export interface Resolution {
  readonly text: string;
  readonly aim: Aim | null;
  /** The number as it stood when it was decided. */
  readonly was: number | null;
  /** Ticked in a later week; null while nobody has said. */
  readonly done: boolean | null;
}

/** What the owner wrote into the review of one week: a note per section, and the decisions. */
export interface WeekWork {
  readonly notes: Readonly<Record<string, string>>;
  readonly decisions: readonly Resolution[];
}

/** Decisions of a week: more are not carried out. */
export const DECISIONS = 3;

export const NO_WORK: WeekWork = { notes: {}, decisions: [] };
export const NO_RESOLUTION: Resolution = { text: '', aim: null, was: null, done: null };

const resolution = v.object({
  text: line,
  aim: v.fallback(v.nullable(v.picklist(AIMS)), null),
  was: v.fallback(v.nullable(v.number()), null),
  done: v.fallback(v.nullable(v.boolean()), null),
});

/**
 * What was written in a week, out of whatever is stored: the first shape held the decisions as bare lines, and
 * what does not fit is passed over.
 *
 * @example readWork(['call the kiln']).decisions.map(({ text }) => text) // => ['call the kiln']
 * @example readWork('x') // => { notes: {}, decisions: [] }
 */
export function readWork(stored: unknown): WeekWork {
  if (Array.isArray(stored)) return { notes: {}, decisions: decisionsOf(stored) };
  if (typeof stored !== 'object' || stored === null) return NO_WORK;
  const { notes, decisions } = stored as { readonly notes?: unknown; readonly decisions?: unknown };
  return { notes: notesOf(notes), decisions: Array.isArray(decisions) ? decisionsOf(decisions) : [] };
}

function notesOf(stored: unknown): WeekWork['notes'] {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, string] => v.is(text, entry[1])),
  );
}

function decisionsOf(stored: readonly unknown[]): readonly Resolution[] {
  return stored.slice(0, DECISIONS).map((one): Resolution => {
    if (typeof one === 'string') return { ...NO_RESOLUTION, text: one };
    const read = v.safeParse(resolution, one);
    return read.success ? read.output : NO_RESOLUTION;
  });
}

/** The setting of the book that holds what was written in a week. */
export function workKey(week: string): string {
  return `week/${week}`;
}
