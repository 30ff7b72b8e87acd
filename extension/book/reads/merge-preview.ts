import type { TableName } from '@shared/records/book';
import type { Buyer } from '@shared/records/buyer';
import {
  type ChosenField,
  differingFields,
  type MergeSide,
  suggestedSide,
} from '@shared/records/merged-buyer';
import { mergeOf } from '../actions/merge-buyers';
import { takenBack } from '../actions/undo';
import { BUYER_TABLES } from '../buyer-tables';
import type { OpenBook } from '../open';
import type { Counts } from './belongings';

/** What would happen if one file went into another. */
export interface MergePreview {
  readonly keep: Buyer;
  readonly gone: Buyer;
  /** Fields that differ, side by side, with whose value is suggested. */
  readonly fields: readonly { readonly field: ChosenField; readonly suggested: MergeSide }[];
  /** Records that would move. */
  readonly moving: Counts;
}

/** Asked before two files become one; `null` when one of them is not in the book. */
export async function mergePreview(
  { db }: OpenBook,
  keepId: string,
  goneId: string,
): Promise<MergePreview | null> {
  const [keep, gone] = await db.buyers.bulkGet([keepId, goneId]);
  if (!keep || keep.deleted || !gone || gone.deleted) return null;
  const fields = differingFields(keep, gone).map((field) => ({
    field,
    suggested: suggestedSide(field, keep, gone),
  }));
  const counts: Partial<Record<TableName, number>> = {};
  for (const table of BUYER_TABLES) {
    const n = await db
      .table(table)
      .where('buyerId')
      .equals(goneId)
      .filter((row: { readonly deleted: boolean }) => !row.deleted)
      .count();
    if (n > 0) counts[table] = n;
  }
  return { keep, gone, fields, moving: counts };
}

/** What would happen if two files were parted again. */
export interface UnmergePreview {
  readonly gone: Buyer;
  /** Records that go back. */
  readonly back: Counts;
  /** Records that were made since, and stay. */
  readonly stays: Counts;
  /** Fields of the profile that were changed since, and stay as they are. */
  readonly changedSince: readonly string[];
  /** The history of the merge was not brought along: only the file itself is freed. */
  readonly unknown: boolean;
}

/** Asked before two files are parted; `null` when this file is not part of another one. */
export async function unmergePreview(book: OpenBook, goneId: string): Promise<UnmergePreview | null> {
  const { db } = book;
  const gone = await db.buyers.get(goneId);
  if (!gone || gone.deleted || gone.mergedInto === null) return null;
  const merge = await mergeOf(book, gone);
  if (!merge) return { gone, back: {}, stays: {}, changedSince: [], unknown: true };
  const { mergedInto } = gone;
  const taken = await takenBack(book, merge);
  const back: Partial<Record<TableName, number>> = {};
  for (const { table, set } of taken) if ('buyerId' in set) back[table] = (back[table] ?? 0) + 1;
  const stays: Partial<Record<TableName, number>> = {};
  for (const table of BUYER_TABLES) {
    const n = await db
      .table(table)
      .where('buyerId')
      .equals(mergedInto)
      .filter(
        (row: { readonly deleted: boolean; readonly stamps: Readonly<Record<string, string>> }) =>
          !row.deleted && (row.stamps.deleted ?? '') > merge.stamp,
      )
      .count();
    if (n > 0) stays[table] = n;
  }
  const wrote = Object.keys(merge.changes.find(({ id }) => id === mergedInto)?.set ?? {});
  const reset = new Set(Object.keys(taken.find(({ id }) => id === mergedInto)?.set ?? {}));
  return { gone, back, stays, changedSince: wrote.filter((field) => !reset.has(field)), unknown: false };
}
