import { type Day, dayOf } from '@shared/calendar/day';
import type { Unsent } from '../actions/sent';
import type { OpenBook } from '../open';

/** What was dropped unsent on a day, read from the history: the line Today owes the seller (J2). */
export async function droppedOn(book: OpenBook, day: Day): Promise<readonly Unsent[]> {
  const { db, world } = book;
  const actions = await db.actions
    .where('[name+stamp]')
    .between(['drop-unsent', ''], ['drop-unsent', '\uffff'])
    .reverse()
    .limit(20)
    .toArray();
  const changes = actions
    .filter((action) => dayOf(Date.parse(action.at), world.timeZone) === day)
    .flatMap((action) => action.changes);
  const found = await Promise.all(
    changes.map(async ({ table, id }): Promise<Unsent | null> => {
      if (table === 'promises') return withRecord(table, await db.promises.get(id));
      if (table === 'discounts') return withRecord(table, await db.discounts.get(id));
      return table === 'gifts' ? withRecord(table, await db.gifts.get(id)) : null;
    }),
  );
  // An undo, or a word sent after all, takes the line away again.
  return found.filter(
    (item) => item !== null && !item.record.deleted && item.record.state === 'released',
  ) as Unsent[];
}

function withRecord(table: Unsent['table'], record: Unsent['record'] | undefined): Unsent | null {
  return record ? ({ table, record } as Unsent) : null;
}
