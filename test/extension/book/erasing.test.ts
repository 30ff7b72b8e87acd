import { eraseBuyer, erasingDone } from '@extension/book/actions/erase-buyer';
import { addNote } from '@extension/book/actions/notes';
import { importOrders } from '@extension/book/actions/orders';
import { noteRequest } from '@extension/book/actions/requests';
import { restoreBook } from '@extension/book/actions/restore';
import { undo } from '@extension/book/actions/undo';
import { keepEstimates } from '@extension/book/estimates';
import { loadSounds } from '@extension/book/fill-search';
import { type OpenBook, openBook } from '@extension/book/open';
import { everythingAbout, handedFile } from '@extension/book/reads/one-buyer';
import { searchBuyers } from '@extension/book/reads/search';
import { wholeBookAndHistory } from '@extension/book/reads/whole';
import { fillSome } from '@extension/book/search-later';
import { storedGenerations } from '@extension/book/stored-generations';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { until } from '../../setup/until';
import { done, freshBook, orderOf, refusal, testWorld, wang } from './desk';
import { BUYER, fullBook, TOKEN } from './full-buyer';
import { aComputer, type Computer } from './journal/computer';

/** Every row of every stored book, as the database gives it, whatever the program thinks is in there. */
async function allStored(): Promise<string> {
  const names = await Dexie.getDatabaseNames();
  const rows = await Promise.all(
    names.map(async (name) => {
      const db = await new Dexie(name).open();
      const found = await Promise.all(db.tables.map((table) => table.toArray()));
      db.close();
      return found;
    }),
  );
  return JSON.stringify(rows, (_, value) => (value instanceof Map ? [...value] : value));
}

function allFiles({ disk }: Computer): string {
  return [...disk.files.entries()]
    .map(([name, file]) => `${name} ${new TextDecoder().decode(file.bytes)}`)
    .join('\n');
}

async function withEverything(world = testWorld()): Promise<OpenBook> {
  const { book, actions } = fullBook();
  const first = await freshBook(world);
  expect(await restoreBook(first, book, actions)).toMatchObject({ ok: true });
  first.close();
  return openBook(world, 'owner');
}

describe('erasing a buyer (F-58)', () => {
  it('leaves nothing of them in any table, in the search, in the history', async () => {
    const shop = await withEverything();
    const figures = { pAlive: 1, expected: 1, value: cny, low: cny, high: cny, weeks: 52 };
    await keepEstimates(shop, [{ id: BUYER, ...figures, asOf: '2026-11-22' }]);
    const before = await allStored();
    expect(before).toContain(TOKEN);
    done(await eraseBuyer(shop, BUYER));
    expect(await erasingDone(shop)).toBe(true);
    expect(await allStored()).not.toContain(TOKEN);
    const { book, actions } = await wholeBookAndHistory(shop);
    expect(book.notes.map(({ text }) => text)).toEqual(['of somebody else']);
    expect(book.orders.map(({ id }) => id)).toEqual(['order-other']);
    expect(actions.map(({ name }) => name).toSorted()).toEqual([
      'erase-buyer',
      'import-orders',
      'record-referral',
    ]);
    expect(await searchBuyers(shop, TOKEN, 5)).toEqual([]);
    shop.close();
  });

  it('takes what they said and how their name sounds out of the search at once', async () => {
    const shop = await freshBook();
    const { buyerId } = done(await addNote(shop, wang, 'likes jasmine tea'));
    const sounds = await loadSounds();
    while (await fillSome(shop.db, sounds));
    const searched = async () => JSON.stringify(await shop.db.searchPages.toArray());
    const theirs = [buyerId!, 'wangxiaojie', '王小姐', 'jasmine', '10010'];
    for (const word of theirs) expect(await searched()).toContain(word);
    expect(await searchBuyers(shop, 'jasmine', 5)).toHaveLength(1);
    done(await eraseBuyer(shop, buyerId!));
    expect(await erasingDone(shop)).toBe(true);
    for (const word of theirs) expect(await searched()).not.toContain(word);
    // Also for a page that has looked through it before.
    for (const word of theirs) expect(await searchBuyers(shop, word, 5)).toEqual([]);
    shop.close();
  });

  it('also while the sound of their name is just being filled in', async () => {
    const shop = await freshBook();
    const { buyerId } = done(await addNote(shop, wang, 'x'));
    const sounds = await loadSounds();
    const slowly: typeof sounds = (text) => {
      for (const end = performance.now() + 10; performance.now() < end; );
      return sounds(text);
    };
    let erased = false;
    const eraseMeanwhile = async () => {
      if (erased) return;
      erased = true;
      done(await eraseBuyer(shop, buyerId!));
      expect(await erasingDone(shop)).toBe(true);
    };
    while (await fillSome(shop.db, slowly, eraseMeanwhile));
    expect(erased).toBe(true);
    expect(JSON.stringify(await shop.db.searchPages.toArray())).not.toContain('wangxiaojie');
    shop.close();
  });

  it('is written down, without whose it was, and answers the request that asked for it', async () => {
    const shop = await withEverything();
    const asked = {
      kind: 'erasure',
      who: TOKEN,
      aboutId: BUYER,
      askedOn: '2026-11-20',
      note: TOKEN,
    } as const;
    done(await noteRequest(shop, asked));
    // Typed into the log without saying which buyer it is.
    done(await noteRequest(shop, { ...asked, kind: 'access', who: `${TOKEN}, by phone`, aboutId: null }));
    done(await eraseBuyer(shop, BUYER));
    await erasingDone(shop);
    expect(await allStored()).not.toContain(TOKEN);
    const lines = (await shop.db.requests.toArray()).filter(({ kind }) => kind === 'erasure');
    expect(lines).toMatchObject([{ who: '', aboutId: null, note: '', dueOn: '2026-12-20' }]);
    expect(lines[0]!.records).toBeGreaterThan(20);
    expect(lines[0]!.doneAt).not.toBeNull();
    shop.close();
  });

  it('can not be undone, and no old export brings the orders back', async () => {
    const shop = await withEverything();
    const action = done(await eraseBuyer(shop, BUYER));
    await erasingDone(shop);
    expect(refusal(await undo(shop, action.id))).toBe('invalid');
    done(await importOrders(shop, [orderOf({ number: `${TOKEN}-1` }), orderOf({ number: 'C-1' })]));
    expect((await shop.db.orders.toArray()).map(({ number }) => number).toSorted()).toEqual(['B-1', 'C-1']);
    shop.close();
  });

  it('leaves room for the same person to come again as somebody new', async () => {
    const shop = await freshBook();
    const met = done(await addNote(shop, wang, 'before')).buyerId!;
    done(await eraseBuyer(shop, met));
    await erasingDone(shop);
    const again = done(await addNote(shop, wang, 'after')).buyerId!;
    expect(again).not.toBe(met);
    const whole = await wholeBookAndHistory(shop);
    expect(await restoreBook(shop, whole.book, whole.actions)).toMatchObject({ ok: true });
    const restored = await openBook(testWorld(), 'owner');
    expect((await restored.db.notes.toArray()).map(({ text }) => text)).toEqual(['after']);
    restored.close();
  });
});

const cny = { minor: 100, currency: 'CNY' };

describe('a restored older backup (F-60)', () => {
  it('comes without whom this book has erased', async () => {
    const shop = await withEverything();
    const old = await wholeBookAndHistory(shop);
    done(await eraseBuyer(shop, BUYER));
    await erasingDone(shop);
    expect(await restoreBook(shop, old.book, old.actions)).toMatchObject({ ok: true });
    shop.close();
    expect(await allStored()).not.toContain(TOKEN);
  });
});

describe('the journal of an erased buyer', () => {
  async function aFilledComputer() {
    const computer = aComputer();
    const { book, actions } = fullBook();
    const first = await computer.page();
    done(await addNote(first.book, wang, 'here before'));
    expect(await restoreBook(first.book, book, actions)).toMatchObject({ ok: true });
    computer.kill();
    const page = await computer.page();
    done(await addNote(page.book, { buyerId: BUYER }, `seen ${TOKEN}`));
    return { computer, page };
  }

  it('forgets them with every copy there was, and still gives the rest back', async () => {
    const { computer, page } = await aFilledComputer();
    expect(allFiles(computer)).toContain(TOKEN);
    done(await eraseBuyer(page.book, BUYER));
    expect(await erasingDone(page.book)).toBe(true);
    expect(allFiles(computer)).not.toContain(TOKEN);
    expect(await allStored()).not.toContain(TOKEN);
    expect(await storedGenerations(1)).toEqual([page.book.generation]);
    done(await addNote(page.book, wang, 'and goes on'));
    computer.kill();
    computer.loseDatabases();
    const back = await computer.page();
    await until(async () => (await back.book.db.notes.toArray()).some(({ text }) => text === 'and goes on'));
    expect(await allStored()).not.toContain(TOKEN);
    computer.kill();
  });

  it('killed in the middle is cleaned at the next start', async () => {
    const { computer, page } = await aFilledComputer();
    done(await eraseBuyer(page.book, BUYER));
    computer.kill();
    expect(allFiles(computer)).toContain(TOKEN);
    const again = await computer.page();
    done(await addNote(again.book, wang, 'after the crash'));
    expect(await erasingDone(again.book)).toBe(true);
    expect(allFiles(computer)).not.toContain(TOKEN);
    expect(await allStored()).not.toContain(TOKEN);
    computer.kill();
  });
});

describe('an older book that takes the place by any way', () => {
  it('is cleaned at its first start of whom this computer has erased', async () => {
    const computer = aComputer();
    const { book, actions } = fullBook();
    const first = await computer.page();
    expect(await restoreBook(first.book, book, actions)).toMatchObject({ ok: true });
    computer.kill();
    const page = await computer.page();
    done(await eraseBuyer(page.book, BUYER));
    expect(await erasingDone(page.book)).toBe(true);
    computer.kill();
    // As if the whole profile had been put back, but for the browser's own small storage.
    computer.loseDatabases();
    computer.disk.files.clear();
    const older = await openBook(testWorld(), 'owner');
    expect(await restoreBook(older, book, actions)).toMatchObject({ ok: true });
    older.close();
    expect(await allStored()).toContain(TOKEN);
    const again = await computer.page();
    await until(async () => !(await allStored()).includes(TOKEN));
    expect(await erasingDone(again.book)).toBe(true);
    expect(allFiles(computer)).not.toContain(TOKEN);
    computer.kill();
  });
});

describe('everything about a buyer (F-57)', () => {
  it('is one file with each of their records and the history, and nothing of others', async () => {
    const shop = await withEverything();
    const all = await everythingAbout(shop, BUYER);
    const file = JSON.parse(handedFile(all!, '2026-11-22T12:00:00Z'));
    const { book } = fullBook();
    const theirs = Object.entries(book).flatMap(([table, rows]) =>
      (rows as readonly { id: string }[])
        .filter(({ id }) => id.includes(TOKEN))
        .map(({ id }) => `${table}/${id}`),
    );
    const given = Object.entries(file.tables as Record<string, { id: string }[]>).flatMap(([table, rows]) =>
      rows.map(({ id }) => `${table}/${id}`),
    );
    expect(given.toSorted()).toEqual(theirs.toSorted());
    expect(file.history.map(({ what }: { what: string }) => what)).toEqual(['add-note']);
    expect(JSON.stringify(file)).not.toContain('of somebody else');
    shop.close();
  });
});
