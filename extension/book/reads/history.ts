import type { Action } from '@shared/records/action';
import { type TimelineSentence, timelineSentence, whatOf } from '@shared/records/timeline';
import type { OpenBook } from '../open';

/** A line of the history. */
export interface TimelineLine {
  readonly action: Action;
  readonly sentence: TimelineSentence;
  /** Taken back by a later undo that itself stands. */
  readonly undone: boolean;
}

/** The newest actions, of one buyer or of the whole shop, newest first. */
export async function recentActions(
  { db }: OpenBook,
  limit: number,
  buyerId?: string,
): Promise<readonly Action[]> {
  if (buyerId === undefined) return db.actions.orderBy('stamp').reverse().limit(limit).toArray();
  return db.actions
    .where('[buyerId+stamp]')
    .between([buyerId, ''], [buyerId, '\uffff'])
    .reverse()
    .limit(limit)
    .toArray();
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
