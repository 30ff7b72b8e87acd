import { canonicalJson } from '../text/json';
import type { Buyer } from './buyer';

/** Fields of which one of two files' values is kept; lists are joined instead. */
export const CHOSEN_FIELDS = [
  'name',
  'grade',
  'attitude',
  'source',
  'phone',
  'address',
  'area',
  'caution',
  'cautionEvidence',
  'mayBeMentioned',
  'mayBeWritten',
] as const;
export type ChosenField = (typeof CHOSEN_FIELDS)[number];
/** Whose value stays: that of the file kept, or of the one that goes into it. */
export type MergeSide = 'keep' | 'gone';
export type MergeChoice = Readonly<Partial<Record<ChosenField, MergeSide>>>;

type Merging = Pick<Buyer, ChosenField | 'tags' | 'facts' | 'moves' | 'custom' | 'since'>;

/**
 * Whose value is suggested: the kept file's own, unless only the other one says anything. Consent is a matter of
 * its own: a yes to being mentioned was given, a no to being written to was said, whichever file holds it.
 *
 * @example suggestedSide('grade', { grade: '' }, { grade: 'A' }) // => 'gone'
 * @example suggestedSide('mayBeWritten', { mayBeWritten: true }, { mayBeWritten: false }) // => 'gone'
 */
export function suggestedSide<Field extends ChosenField>(
  field: Field,
  keep: Pick<Merging, Field>,
  gone: Pick<Merging, Field>,
): MergeSide {
  const [mine, theirs] = [keep[field], gone[field]];
  if (field === 'mayBeMentioned') return theirs === true ? 'gone' : 'keep';
  if (field === 'mayBeWritten') return theirs === false ? 'gone' : 'keep';
  return (mine === '' || mine === null) && theirs !== '' && theirs !== null ? 'gone' : 'keep';
}

/** The fields in which two files differ, so that the seller has something to choose. */
export function differingFields(keep: Merging, gone: Merging): readonly ChosenField[] {
  return CHOSEN_FIELDS.filter((field) => (keep[field] ?? '') !== (gone[field] ?? ''));
}

/** What changes in the kept file when another one goes into it: the chosen values, the lists of both. */
export function mergedBuyer(keep: Merging, gone: Merging, choice: MergeChoice): Partial<Merging> {
  const chosen = differingFields(keep, gone)
    .filter((field) => (choice[field] ?? suggestedSide(field, keep, gone)) === 'gone')
    .map((field) => [field, gone[field]] as const);
  const joined: Partial<Merging> = {
    tags: both(keep.tags, gone.tags),
    facts: both(keep.facts, gone.facts),
    moves: both(keep.moves, gone.moves),
    custom: bothCustom(keep.custom, gone.custom),
    since: keep.since < gone.since ? keep.since : gone.since,
  };
  const news = Object.entries(joined).filter(
    ([field, value]) => canonicalJson(value) !== canonicalJson(keep[field as keyof Merging]),
  );
  return Object.fromEntries([...chosen, ...news]);
}

function both<T>(mine: readonly T[], theirs: readonly T[]): T[] {
  return [...new Set([...mine, ...theirs])];
}

/** A field that both files fill differently says both: nothing is lost by joining. */
function bothCustom(mine: Buyer['custom'], theirs: Buyer['custom']): Buyer['custom'] {
  const values = new Map<string, string[]>();
  for (const { name, value } of [...mine, ...theirs]) {
    const known = values.get(name) ?? [];
    if (!known.includes(value)) values.set(name, [...known, value]);
  }
  return [...values].map(([name, all]) => ({ name, value: all.join(' / ').slice(0, 500) }));
}
