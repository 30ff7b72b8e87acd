import { dayOf } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import type { Wait } from '@shared/records/wait';
import type { OpenBook } from '../open';
import { livingBuyers } from './merged';
import { type Parcel, parcels } from './parcels';

/** An evening that runs past midnight is still that evening: the shop's night ends at six. */
const NIGHT = 6 * 60 * 60_000;
/** Actions of one evening that are looked at. */
const MOST = 2000;
const PROMISED = ['promises', 'discounts', 'gifts'] as const;
/** Let go again, or not said to anybody yet. */
const GONE: ReadonlySet<string> = new Set(['released', 'expired', 'to-be-sent']);

/** Something promised this evening. */
export interface PromisedTonight {
  readonly id: string;
  readonly what: string;
  readonly buyer: Buyer;
  readonly state: string;
}

/** The end of the evening (收摊): what was promised, what goes into tomorrow's parcels, who left unanswered. */
export interface Closing {
  readonly promised: readonly PromisedTonight[];
  readonly parcels: readonly Parcel[];
  readonly left: readonly Wait[];
}

/** What the evening comes to. Read from the newest end of the history: nothing grows with the book. */
export async function closing(book: OpenBook): Promise<Closing> {
  const { db, world } = book;
  const eveningOf = (instant: number) => dayOf(instant - NIGHT, world.timeZone);
  const now = world.now();
  const tonight = eveningOf(now);
  const isTonight = (at: string | null) => at !== null && eveningOf(Date.parse(at)) === tonight;
  const actions = await db.actions.orderBy('stamp').reverse().limit(MOST).toArray();
  const evening = actions.filter(({ at }) => isTonight(at));
  const [list, waits] = await Promise.all([
    parcels(book, dayOf(now, world.timeZone)),
    db.waits
      .where('startedAt')
      .above(new Date(now - 2 * 24 * 60 * 60_000).toISOString())
      .toArray(),
  ]);
  const promised = await Promise.all(
    PROMISED.map(async (table) => {
      const ids = new Set(
        evening.flatMap(({ changes }) =>
          changes.filter((change) => change.table === table && 'what' in change.set).map(({ id }) => id),
        ),
      );
      const rows = await db.table(table).bulkGet([...ids]);
      return rows as readonly (Row | undefined)[];
    }),
  );
  const rows = promised
    .flat()
    .filter((row) => row !== undefined)
    .filter((row) => !row.deleted && !GONE.has(row.state) && isTonight(row.saidAt));
  const buyers = await livingBuyers(
    db,
    rows.map(({ buyerId }) => buyerId),
  );
  return {
    promised: rows.flatMap(({ id, what, state, buyerId }) => {
      const buyer = buyers.get(buyerId);
      return buyer && !buyer.sample ? [{ id, what, state, buyer }] : [];
    }),
    parcels: list.filter(({ packedToday, buyer }) => !packedToday && !buyer.sample),
    left: waits.filter(
      ({ leftAt, answeredAt, deleted }) => !deleted && answeredAt === null && isTonight(leftAt),
    ),
  };
}

interface Row {
  readonly id: string;
  readonly what: string;
  readonly state: string;
  readonly buyerId: string;
  readonly saidAt: string;
  readonly deleted: boolean;
}
