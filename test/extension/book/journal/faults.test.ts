import { addNote } from '@extension/book/actions/notes';
import { wholeBook } from '@extension/book/reads/whole';
import type { Book } from '@shared/records/book';
import { type DBCore, Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { done, wang } from '../desk';
import { aComputer, type Computer } from './computer';
import { EVERY_DAY, type Flow, LONG_ROUNDS } from './flows';
import type { Fault } from './memory-disk';

// Tries F-14 of test/faults.md.

/*
 * The n-th call of a flow fails, for every n until the flow no longer gets there. Whatever happens, what is there
 * afterwards is the book before or the book after, in both places, and what was acknowledged is there.
 */
const used: Computer[] = [];
afterEach(() => {
  for (const one of used.splice(0)) one.kill();
});

/** Every flow there is, where there is time for it; else those of every day. */
const FLOWS: readonly Flow[] = process.env.EVERY_FLOW ? [...EVERY_DAY, ...LONG_ROUNDS] : EVERY_DAY;

/** A computer with a small book, all of it acknowledged and settled. */
async function settled(flow: Flow): Promise<Computer> {
  const shop = aComputer();
  used.push(shop);
  const { book } = await shop.page();
  done(await book.commit({ name: 'save-gift-stock', plan: { buyerId: null, changes: [tea] } }));
  done(await addNote(book, wang, 'before'));
  await flow.before?.(book);
  shop.kill();
  return shop;
}
const tea = {
  table: 'giftStock',
  id: 'tea',
  set: { deleted: false, name: 'tea', count: 9, cost: null },
} as const;

/** What a book says, without identifiers and clock readings of the run. */
function saysOf(book: Book): string {
  const tables = [
    book.buyers,
    book.promises,
    book.notes,
    book.giftStock,
    book.discounts,
    book.gifts,
    book.complaints,
    book.orders,
    book.orderLinks,
    book.settings.filter(({ key }) => key !== 'm'),
  ];
  return JSON.stringify(
    tables.map((rows) =>
      rows
        .filter(({ deleted }) => !deleted)
        .map((row) => [
          Reflect.get(row, 'name'),
          Reflect.get(row, 'what'),
          Reflect.get(row, 'text'),
          Reflect.get(row, 'count'),
          Reflect.get(row, 'state'),
          Reflect.get(row, 'number'),
          Reflect.get(row, 'attitude'),
          Reflect.get(row, 'value'),
        ])
        .toSorted(),
    ),
  );
}

async function saysAfter(shop: Computer): Promise<string> {
  // A damaged book is rebuilt beside the page that found it: the next page sees it.
  for (let round = 0; ; round++) {
    shop.kill();
    const page = await shop.page();
    const settledAck = await page.book.commit({
      name: 'save-setting',
      plan: { buyerId: null, changes: [mark] },
    });
    if (settledAck.ok) {
      const says = saysOf(await wholeBook(page.book));
      // A page left open adds its book up in two seconds, and finds the disk of another computer by then.
      shop.kill();
      return says;
    }
    if (round > 2) throw new Error(`the book does not come back: ${settledAck.reason}`);
  }
}
const mark = { table: 'settings', id: 'setting:m', set: { key: 'm', value: 1 } } as const;

async function legalStates(flow: Flow): Promise<{ readonly before: string; readonly after: string }> {
  const shop = await settled(flow);
  const before = await saysAfter(shop);
  const other = await settled(flow);
  expect((await flow.run((await other.page()).book)).ok).toBe(true);
  return { before, after: await saysAfter(other) };
}

async function check(
  shop: Computer,
  flow: Flow,
  legal: { before: string; after: string },
  acked: boolean,
  where: string,
) {
  shop.disk.failAt(0);
  const legalNow = acked ? [legal.after] : [legal.before, legal.after];
  const first = await saysAfter(shop);
  expect(legalNow, `${flow.name}, ${where}`).toContain(first);
  shop.kill();
  shop.disk.cutPower();
  shop.loseDatabases();
  expect(await saysAfter(shop), `${flow.name}, ${where}, databases lost after it`).toBe(first);
}

describe.each(FLOWS)('$name', (flow) => {
  it.each<Fault>(['error', 'full', 'short', 'die'])(
    'with a call to the journal that fails (%s)',
    async (fault) => {
      vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      const legal = await legalStates(flow);
      for (let call = 1, reached = true; reached; call++) {
        const shop = await settled(flow);
        const { book } = await shop.page();
        // The start is over; from here on the flow's own calls are counted.
        await book.commit({ name: 'save-setting', plan: { buyerId: null, changes: [mark] } });
        const calls = shop.disk.calls();
        shop.disk.failAt(call, fault);
        const { ok } = await flow.run(book);
        reached = shop.disk.calls() - calls >= call;
        await check(shop, flow, legal, ok, `${fault} at call ${call}`);
      }
    },
    120_000,
  );

  it.each(['rejects', 'stops for good'])(
    'with a write to the database that fails (%s)',
    async (kind) => {
      const legal = await legalStates(flow);
      for (let call = 1, reached = true; reached; call++) {
        const shop = await settled(flow);
        const { book } = await shop.page();
        await book.commit({ name: 'save-setting', plan: { buyerId: null, changes: [mark] } });
        let seen = 0;
        book.db.close();
        book.db.use(failing(() => ++seen === call || (kind === 'stops for good' && seen > call)));
        await book.db.open();
        const { ok } = await flow.run(book);
        reached = seen >= call;
        await check(shop, flow, legal, ok, `${kind} at write ${call}`);
      }
    },
    120_000,
  );
});

function failing(due: () => boolean) {
  return {
    stack: 'dbcore' as const,
    name: 'failing',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) =>
            due() ? Promise.reject(new Dexie.AbortError('the disk says no')) : table.mutate(request),
        };
      },
    }),
  };
}
