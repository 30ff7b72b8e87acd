import type { Action } from '@shared/records/action';
import { type TimelineSentence, timelineSentence, whatOf } from '@shared/records/timeline';
import type { OpenBook } from '../open';
import { mergedFiles } from './merged';

/** A line of the history. */
export interface TimelineLine {
  readonly action: Action;
  readonly sentence: TimelineSentence;
  /** Taken back by a later undo that itself stands. */
  readonly undone: boolean;
}

/**
 * The newest actions, of one buyer or of the whole shop, newest first. What was done about files that were
 * merged into a buyer's is told with it.
 */
export async function recentActions(
  { db }: OpenBook,
  limit: number,
  buyerId?: string,
): Promise<readonly Action[]> {
  if (buyerId === undefined) return db.actions.orderBy('stamp').reverse().limit(limit).toArray();
  const ids = [buyerId, ...(await mergedFiles(db, buyerId)).map(({ id }) => id)];
  const lists = await Promise.all(
    ids.map((id) =>
      db.actions.where('[buyerId+stamp]').between([id, ''], [id, '\uffff']).reverse().limit(limit).toArray(),
    ),
  );
  if (lists.length === 1) return lists[0]!;
  return lists
    .flat()
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
    .slice(0, limit);
}

/**
 * Who served the buyer, as the records an action wrote tell it: '' where it only changed how something stands,
 * and while nobody at the desk has a name of their own.
 */
export function servedBy({ changes }: Pick<Action, 'changes'>): string {
  const by = changes.map(({ set }) => set.by).find((name) => typeof name === 'string' && name !== '');
  return typeof by === 'string' && by !== 'owner' ? by : '';
}

/** The same as sentences, with the words of the record where the action itself holds none. */
export async function timeline(
  book: OpenBook,
  limit: number,
  buyerId?: string,
): Promise<readonly TimelineLine[]> {
  const actions = await recentActions(book, limit, buyerId);
  const undone = undoneBy(actions);
  return Promise.all(
    actions.map(async (action) => ({
      action,
      sentence: timelineSentence(action, (await wordsOf(book, action)) ?? undefined),
      undone: undone.has(action.id),
    })),
  );
}

/** Newest first: an undo that was undone later takes nothing back. */
function undoneBy(actions: readonly Action[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const action of actions) {
    if (action.undoes !== null && !undone.has(action.id)) undone.add(action.undoes);
  }
  return undone;
}

async function wordsOf(book: OpenBook, action: Action): Promise<string | null> {
  if (action.undoes !== null) {
    const first = await book.db.actions.get(action.undoes);
    return first ? wordsOf(book, first) : null;
  }
  const own = whatOf(action.changes);
  if (own !== null) return own;
  const change = action.changes[0];
  if (!change) return null;
  const row: unknown = await book.db.table(change.table).get(change.id);
  return whatOf([{ ...change, set: (row ?? {}) as typeof change.set }]);
}
