import type { Day } from '@shared/calendar/day';
import { dayOf } from '@shared/calendar/day';
import type { Action } from '@shared/records/action';
import type { Buyer } from '@shared/records/buyer';
import type { OpenBook } from '../open';
import { type TimelineLine, timeline } from './history';
import { livingBuyers } from './merged';

/** What happens by itself, or is itself a taking back: nobody "did" it. */
const BY_ITSELF: ReadonlySet<string> = new Set([
  'undo',
  'drop-unsent',
  'expire-gifts',
  'expire-discounts',
  'unconfirm-complaints',
  'expire-holds',
  'renew-supplies',
  'record-wait',
  // Nothing is left to undo it with.
  'erase-buyer',
]);
/** Settings the program keeps for itself: what was imported, which column is which, hints that were heeded. */
const KEPT_BY_ITSELF = /^setting:(?:import|heldBack)/;

const byHand = ({ name, changes }: Action): boolean =>
  !BY_ITSELF.has(name) && !(name === 'save-setting' && changes.every(({ id }) => KEPT_BY_ITSELF.test(id)));

/** So many actions are looked at to find the ones that were done by hand. */
const LOOK_AT = 120;

export interface RecentChange extends TimelineLine {
  readonly buyer: Buyer | null;
  readonly day: Day;
}

/** The newest things done by hand, newest first, each with whether it was taken back. */
export async function recentChanges(book: OpenBook, most: number): Promise<readonly RecentChange[]> {
  const lines = (await timeline(book, LOOK_AT)).filter(({ action }) => byHand(action));
  const shown = lines.slice(0, most);
  const buyers = await livingBuyers(
    book.db,
    shown.flatMap(({ action }) => action.buyerId ?? []),
  );
  return shown.map((line) => ({
    ...line,
    buyer: buyers.get(line.action.buyerId ?? '') ?? null,
    day: dayOf(Date.parse(line.action.at), book.world.timeZone),
  }));
}
