import { addDays, type Day, daysBetween } from '@shared/calendar/day';
import type { Supply } from '@shared/records/supply';
import type { OpenBook } from '../open';
import type { CareItem } from './care-due';
import { careSettings } from './care-settings';
import { reachable, spokenFor, writable } from './contact';
import { byIds } from './rows';
import { purchasesOf, supplyNames } from './supply-pace';

/** So long after it ran out nobody is asked about it any more: they have bought it elsewhere. */
const STALE_DAYS = 14;

/** What runs out soon and nobody was told of (P19): contact comes before the day. */
export async function suppliesDue(book: OpenBook, today: Day): Promise<readonly CareItem[]> {
  const { runOutDays } = await careSettings(book);
  const stored = await book.db.supplies
    .where('runsOutOn')
    .between(addDays(today, -STALE_DAYS), addDays(today, runOutDays), true, true)
    .toArray();
  const near = stored.filter(
    ({ deleted, state, toldAt }) => !deleted && state === 'running' && toldAt === null,
  );
  const [underWay, people, buyers] = await Promise.all([
    spokenFor(
      book,
      near.map(({ id }) => id),
    ),
    byIds(
      book.db.people,
      near.flatMap(({ personId }) => personId ?? []),
    ),
    reachable(
      book,
      near.map(({ buyerId }) => buyerId),
    ),
  ]);
  const open = await writable(book, buyers, today);
  const wanted = near.filter(
    ({ id, buyerId, personId }) =>
      open.has(buyerId) && !underWay.has(id) && (people.get(personId ?? '')?.graduatedOn ?? null) === null,
  );
  const still = await Promise.all(wanted.map((supply) => boughtSince(book, supply)));
  return wanted
    .filter((_, index) => !still[index])
    .sort((a, b) => (a.runsOutOn < b.runsOutOn ? -1 : 1))
    .map(
      ({ id, what, runsOutOn, buyerId }): CareItem => ({
        key: `run-out/${id}`,
        reason: { kind: 'run-out', id, on: runsOutOn, inDays: daysBetween(today, runsOutOn) },
        buyer: buyers.get(buyerId)!,
        what,
        by: runsOutOn,
      }),
    );
}

async function boughtSince(book: OpenBook, supply: Supply): Promise<boolean> {
  const bought = await purchasesOf(book, supply.buyerId, await supplyNames(book, supply));
  return bought.some(({ day }) => day > supply.boughtOn);
}
