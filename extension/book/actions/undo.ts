import type { Action, Change } from '@shared/records/action';
import { type AnyRecord, recordKey } from '@shared/records/apply';
import { canonicalJson, type Json } from '@shared/text/json';
import { type Ack, refuse } from '../ack';
import { BUYER_TABLES } from '../buyer-tables';
import type { OpenBook } from '../open';
import { recordsOf } from '../reads/rows';

/**
 * Takes an action back: the inverse is written as an action of its own, so that an undo can be undone.
 *
 * What came later wins. A field is set back only where it still holds what the action wrote; a record the
 * action created is withdrawn only while nothing was changed in it and nothing else leans on it (a buyer met
 * by this action stays when other things were recorded about them since). When nothing is left to take back,
 * the undo is refused with `changed-since`. Stock is a count that everybody adds to: it is undone by the
 * difference.
 *
 * @param id given by a caller who may have to repeat it
 */
export function undo(book: OpenBook, actionId: string, id?: string): Promise<Ack> {
  return book.commit({
    ...(id === undefined ? {} : { id }),
    name: 'undo',
    plan: async () => {
      const action = await book.db.actions.get(actionId);
      if (!action) return refuse('not-found', `the history has no action ${actionId}`);
      if (action.name === 'erase-buyer') return refuse('invalid', 'what was erased on request is gone');
      const changes = await takenBack(book, action);
      if (changes.length === 0 && action.inverse.length > 0) {
        return refuse('changed-since', `everything ${action.name} wrote was written again later`);
      }
      return { buyerId: action.buyerId, changes, undoes: action.id };
    },
  });
}

/** What of an action can still be set back: every field that was not written again since. */
export async function takenBack(book: OpenBook, action: Action): Promise<readonly Change[]> {
  const now = await recordsOf(book.db, action.changes);
  const wrote = new Map(action.changes.map((change) => [keyOf(change), change.set]));
  const back = action.inverse.flatMap((inverse) => {
    const set = fieldsBack(now.get(keyOf(inverse)), inverse, wrote.get(keyOf(inverse)) ?? {});
    return set === null ? [] : [{ ...inverse, set }];
  });
  return withTheirBuyers(action, await withoutLeanedOn(book, back));
}

function keyOf({ table, id }: Change): string {
  return recordKey(table, id);
}

type Fields = Readonly<Record<string, Json>>;

/** Which fields of the inverse may still be set; `null` when none. */
function fieldsBack(record: AnyRecord | undefined, { table, set }: Change, wrote: Fields): Fields | null {
  if (!record) return null;
  const now = record as unknown as Fields;
  const untouched = (field: string) => same(now[field], field in wrote ? wrote[field] : false);
  const withdraws = set.deleted === true && wrote.deleted !== true;
  if (withdraws) {
    // Two files made one, or an account taken elsewhere, carry a record along without touching what it says.
    const carried = (field: string) => field === 'buyerId' && table !== 'accounts' && table !== 'orderLinks';
    const intact = Object.keys(wrote).every(
      (field) => field === 'count' || carried(field) || untouched(field),
    );
    return intact && !record.deleted ? { deleted: true } : null;
  }
  const entries = Object.entries(set).flatMap(([field, old]): readonly (readonly [string, Json])[] => {
    if (same(old, wrote[field])) return [];
    if (table === 'giftStock' && field === 'count') {
      return [[field, Number(now.count) - Number(wrote.count) + Number(old)]];
    }
    return untouched(field) ? [[field, old]] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);
}

/** Without withdrawals of what other records lean on. */
async function withoutLeanedOn(book: OpenBook, changes: readonly Change[]): Promise<readonly Change[]> {
  const going = new Set(changes.filter((change) => change.set.deleted === true).map(keyOf));
  // What goes back to another buyer by the same undo leans on this one no longer.
  const leaving = new Set(changes.filter((change) => 'buyerId' in change.set).map(keyOf));
  const kept = await Promise.all(
    changes.map(async (change) => {
      if (!going.has(keyOf(change))) return true;
      if (change.table === 'buyers')
        return !(await buyerIsLeanedOn(book, change.id, new Set([...going, ...leaving])));
      return change.table !== 'giftStock' || !(await stockIsLeanedOn(book, change.id, going));
    }),
  );
  return changes.filter((_, index) => kept[index]);
}

/** A buyer who stays keeps the account they were met by: both came into the book by the same action. */
function withTheirBuyers(action: Action, changes: readonly Change[]): readonly Change[] {
  const met = action.changes.filter((change) => change.table === 'buyers').map((change) => change.id);
  const going = new Set(changes.map(keyOf));
  const staying = new Set(met.filter((id) => !going.has(recordKey('buyers', id))));
  const accounts = new Map(
    action.changes
      .filter((change) => change.table === 'accounts')
      .map((change) => [change.id, change.set.buyerId]),
  );
  return changes.filter((change) => {
    if (change.table !== 'accounts' || change.set.deleted !== true) return true;
    const buyerId = accounts.get(change.id);
    return !(typeof buyerId === 'string' && staying.has(buyerId));
  });
}

async function buyerIsLeanedOn({ db }: OpenBook, id: string, going: ReadonlySet<string>): Promise<boolean> {
  // A file merged into another one shows the way there; one that others were merged into is that way's end.
  const own = await db.buyers.get(id);
  if (own && own.mergedInto !== null) return true;
  if ((await db.buyers.where('mergedInto').equals(id).count()) > 0) return true;
  for (const table of BUYER_TABLES) {
    const rows: readonly AnyRecord[] = await db.table(table).where('buyerId').equals(id).toArray();
    if (rows.some((row) => !row.deleted && !going.has(recordKey(table, row.id)))) return true;
  }
  return false;
}

async function stockIsLeanedOn({ db }: OpenBook, id: string, going: ReadonlySet<string>): Promise<boolean> {
  const gifts = await db.gifts.where('stockId').equals(id).toArray();
  return gifts.some((gift) => !gift.deleted && !going.has(recordKey('gifts', gift.id)));
}
