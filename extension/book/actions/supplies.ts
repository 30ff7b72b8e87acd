import { addDays, type Day, daysBetween } from '@shared/calendar/day';
import type { Change } from '@shared/records/action';
import { newId } from '@shared/records/id';
import { endOfNeed, graduates } from '@shared/records/run-out';
import type { Supply } from '@shared/records/supply';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating, type FieldsOf, setting } from '../changes';
import type { OpenBook } from '../open';
import { careSettings } from '../reads/care-settings';
import { byIds } from '../reads/rows';
import { purchasesOf, runOut, supplyNames } from '../reads/supply-pace';
import type { Who } from '../who';
import { amend, missing, momentOf, present, record } from './common';

/** A supply as the form gives it; the day it runs out is worked out from it. */
export type SupplyInput = Pick<
  FieldsOf<'supplies'>,
  'personId' | 'productId' | 'what' | 'boughtOn' | 'amount' | 'daily' | 'unit' | 'runsOutOn'
>;

/** Writes down what a buyer bought that will be used up (P19). */
export function recordSupply(book: OpenBook, who: Who, input: SupplyInput): Promise<Ack> {
  return record(book, 'record-supply', who, (buyerId, { id, by }) => [
    creating('supplies', id, { ...input, buyerId, state: 'running', toldAt: null, by }),
  ]);
}

/** Corrects it; a new day to run out is a new day to be told. */
export function editSupply(book: OpenBook, id: string, input: SupplyInput): Promise<Ack> {
  return amend(book, 'edit-supply', 'supplies', id, (supply) =>
    running(supply, supply.runsOutOn === input.runsOutOn ? input : { ...input, toldAt: null }),
  );
}

/** Bought again: the count begins anew, by the buyer's own pace where it is known. */
export function boughtAgain(book: OpenBook, id: string, on: Day, amount: number): Promise<Ack> {
  return book.commit({
    name: 'buy-again',
    plan: async () => {
      const supply = await present(book, 'supplies', id);
      if (!supply) return missing('supplies', id);
      if (supply.state !== 'running') return refuse('invalid', `it is already ${supply.state}`);
      return { buyerId: supply.buyerId, changes: await again(book, supply, on, amount) };
    },
  });
}

/** The user has outgrown it: graduated, not lost (J19). The person behind the buyer is marked as well. */
export function graduateSupply(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'graduate-supply',
    plan: async () => {
      const supply = await present(book, 'supplies', id);
      if (!supply) return missing('supplies', id);
      const { day } = await momentOf(book);
      const fields = running(supply, { state: 'graduated' as const });
      if ('ok' in fields) return fields;
      return { buyerId: supply.buyerId, changes: graduated(supply, day) };
    },
  });
}

/** No longer wanted, for another reason than age. */
export function releaseSupply(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'release-supply', 'supplies', id, (supply) =>
    running(supply, { state: 'released' as const }),
  );
}

/**
 * What a new day knows of supplies that near their end: a later order of the same thing begins the count anew, a
 * user who has outgrown it graduates. Only those near their end are looked at.
 */
export function renewSupplies(book: OpenBook, today: Day): Promise<Ack> {
  return book.commit({
    name: 'renew-supplies',
    plan: async () => {
      const { runOutDays } = await careSettings(book);
      const near = await book.db.supplies
        .where('runsOutOn')
        .belowOrEqual(addDays(today, runOutDays))
        .toArray();
      const changes = await Promise.all(
        near
          .filter(({ deleted, state }) => !deleted && state === 'running')
          .map((supply) => renewed(book, supply, today)),
      );
      return { buyerId: null, changes: changes.flat() };
    },
  });
}

async function renewed(book: OpenBook, supply: Supply, today: Day): Promise<readonly Change[]> {
  const names = await supplyNames(book, supply);
  const later = (await purchasesOf(book, supply.buyerId, names)).filter(({ day }) => day > supply.boughtOn);
  const last = later.at(-1);
  if (last) return again(book, supply, last.day, amountOf(supply, last.quantity));
  const [people, products] = await Promise.all([
    byIds(book.db.people, supply.personId === null ? [] : [supply.personId]),
    byIds(book.db.products, supply.productId === null ? [] : [supply.productId]),
  ]);
  const born = people.get(supply.personId ?? '')?.born ?? null;
  const end = endOfNeed(born, products.get(supply.productId ?? '')?.endsAtMonths ?? null);
  return graduates(supply, end) ? graduated(supply, today) : [];
}

/** An amount counted in the product's own pieces is what the order says; another unit is as it was. */
function amountOf(supply: Supply, quantity: number): number {
  return supply.unit === '' && supply.productId !== null ? Math.max(1, quantity) : supply.amount;
}

async function again(book: OpenBook, supply: Supply, on: Day, amount: number): Promise<readonly Change[]> {
  const { by } = await momentOf(book);
  const { buyerId, personId, productId, what, daily, unit } = supply;
  const names = await supplyNames(book, supply);
  const bought = await purchasesOf(book, buyerId, names);
  const next = { personId, productId, what, boughtOn: on, amount, daily, unit };
  const runsOutOn =
    runOut(next, bought) ?? addDays(on, Math.max(1, daysBetween(supply.boughtOn, supply.runsOutOn)));
  return [
    setting('supplies', supply.id, { state: 'bought-again' }),
    creating('supplies', newId(book.world), {
      ...next,
      buyerId,
      runsOutOn,
      state: 'running',
      toldAt: null,
      by,
    }),
  ];
}

function graduated(supply: Supply, today: Day): readonly Change[] {
  const own = setting('supplies', supply.id, { state: 'graduated' });
  return supply.personId === null ? [own] : [own, setting('people', supply.personId, { graduatedOn: today })];
}

function running<T extends object>(supply: Supply, fields: T): T | Refusal {
  return supply.state === 'running' ? fields : refuse('invalid', `it is already ${supply.state}`);
}
