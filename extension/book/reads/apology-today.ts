import type { Day } from '@shared/calendar/day';
import type { Gift } from '@shared/records/gift';
import type { OpenBook } from '../open';

const HOLDS: ReadonlySet<Gift['state']> = new Set(['to-be-sent', 'waiting-for-order', 'to-pack']);

/** The apology this buyer was made today and that still holds; a second one would be one too many. */
export async function apologyToday({ db }: OpenBook, buyerId: string, today: Day): Promise<Gift | null> {
  const mine = await db.gifts.where('buyerId').equals(buyerId).toArray();
  return (
    mine.find(
      ({ kind, state, saidOn, deleted }) =>
        !deleted && kind === 'apology' && saidOn === today && HOLDS.has(state),
    ) ?? null
  );
}
