import { addNote } from '@extension/book/actions/notes';
import { restoreBook } from '@extension/book/actions/restore';
import { saveGiftStock } from '@extension/book/actions/stock';
import { openDesk } from '@extension/book/journal/desk';
import { NO_HEAD } from '@extension/book/journal/entry';
import { fold } from '@extension/book/journal/fold';
import type { Row } from '@extension/book/journal/snapshot';
import { EMPTY_SUM, summing } from '@extension/book/journal/sum';
import { searchBuyers } from '@extension/book/reads/search';
import { wholeBookAndHistory } from '@extension/book/reads/whole';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bigBook } from '../../../soak/door/big-book';
import { anna, done } from '../desk';
import { aComputer, type Computer } from './computer';
import { entryOf } from './entries';
import { memoryDisk } from './memory-disk';

const used: Computer[] = [];
afterEach(() => {
  for (const one of used.splice(0)) one.kill();
});

describe('a log that has grown long', () => {
  const beginning = { epoch: 1, seat: 'owner', shape: 1, base: NO_HEAD, fromEmpty: true };

  async function aDesk(entries: number) {
    const disk = memoryDisk();
    const desk = openDesk(disk.root);
    await desk.open(null);
    await desk.begin(beginning);
    for (let seq = 1; seq <= entries; seq++) desk.append(entryOf(seq));
    return { disk, desk };
  }

  it('is folded into a snapshot while it is written, and two snapshots are kept', async () => {
    const { disk, desk } = await aDesk(20);
    for (let round = 0; round < 4; round++) {
      const turned = (await desk.turnOver(true))!;
      const folding = desk.tidy(turned);
      const { head } = await desk.open(null).then(() => desk.append(entryOf(21 + round)));
      expect(head.seq).toBe(21 + round);
      await folding;
    }
    // A journal that was opened anew half-way does not know of the one just written; the next one tidies up.
    await desk.tidy((await desk.turnOver(true))!);
    const names = [...disk.files.keys()].toSorted();
    expect(names.filter((name) => name.includes('snapshot'))).toHaveLength(2);
    expect((await openDesk(disk.root).open(null))?.whole).toBe(true);
  });

  it('is whole after a power cut at any call of the folding', async () => {
    for (let call = 1, reached = true; reached; call++) {
      const { disk, desk } = await aDesk(10);
      const before = disk.calls();
      disk.failAt(call, 'die');
      try {
        const turned = (await desk.turnOver(true))!;
        await desk.tidy(turned);
      } catch {
        // The program ended there.
      }
      reached = disk.calls() - before >= call;
      disk.failAt(0);
      disk.cutPower();
      const again = openDesk(disk.root);
      expect(await again.open(10)).toMatchObject({ whole: true, head: { seq: 10 } });
      expect(again.append(entryOf(11)).head.seq).toBe(11);
    }
  });

  it('with a damaged snapshot stands on the one before', async () => {
    const { disk, desk } = await aDesk(10);
    await desk.tidy((await desk.turnOver(true))!);
    for (let seq = 11; seq <= 15; seq++) desk.append(entryOf(seq));
    await desk.tidy((await desk.turnOver(true))!);
    const snapshot = disk.files.get(disk.newest('snapshot'))!;
    snapshot.bytes[300] = snapshot.bytes[300]! ^ 1;
    const again = openDesk(disk.root);
    await again.open(15);
    // Folding once more reads everything there is: it must not stop at the damaged one.
    expect(await again.tidy((await again.turnOver(true))!)).toBe(true);
    expect((await openDesk(disk.root).open(15))?.whole).toBe(true);
  });
});

describe('folding', () => {
  const sets = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), count: fc.nat(9) }), {
    maxLength: 12,
  });
  const entriesOf = (all: readonly { readonly id: string; readonly count: number }[]) =>
    all.map(({ id, count }, index) => {
      const entry = entryOf(index + 1);
      const changes = [{ table: 'giftStock' as const, id, set: { name: id, count, cost: null } }];
      return { ...entry, action: { ...entry.action, changes } };
    });
  const rowsAfter = (rows: readonly Row[], entries: ReturnType<typeof entriesOf>) =>
    [...fold([{ table: 'giftStock', rows }], entries)]
      .filter(({ table }) => table === 'giftStock')
      .flatMap((chunk) => chunk.rows)
      .toSorted((x, y) => (x.id < y.id ? -1 : 1));

  it('in one step or in two, or over a snapshot that already holds some of it, comes to the same', () => {
    fc.assert(
      fc.property(sets, fc.nat(12), fc.nat(12), (all, cut, ahead) => {
        const entries = entriesOf(all);
        const whole = rowsAfter([], entries);
        const half = rowsAfter([], entries.slice(0, cut));
        expect(rowsAfter(half, entries.slice(cut))).toEqual(whole);
        // Taken while it was written: some records are further than the number it bears.
        const later = rowsAfter([], entries.slice(0, Math.max(cut, ahead)));
        const mixed = later.map((row, index) =>
          index % 2 ? row : (half.find(({ id }) => id === row.id) ?? row),
        );
        expect(rowsAfter(mixed, entries.slice(cut))).toEqual(whole);
      }),
    );
  });
});

describe('what records add up to', () => {
  it('is the same in any order, and back where it was once a record is taken off', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.string(), (all, other) => {
        const [there, back] = [summing(), summing()];
        for (const text of all) there.add('notes/1', text);
        for (const text of all.toReversed()) back.add('notes/1', text);
        expect(there.sum()).toBe(back.sum());
        back.add('notes/2', other);
        expect(back.sum()).not.toBe(there.sum());
        back.take('notes/2', other);
        for (const text of all) back.take('notes/1', text);
        expect(back.sum()).toBe(EMPTY_SUM);
      }),
    );
  });

  it('differs for one letter, and for two texts exchanged', () => {
    const sum = (...texts: readonly string[]) => {
      const all = summing();
      for (const [index, text] of texts.entries()) all.add(`notes/${index}`, text);
      return all.sum();
    };
    expect(sum('ab', 'cd')).not.toBe(sum('cd', 'ab'));
    expect(sum('欠账 100')).not.toBe(sum('欠账 900'));
  });
});

describe('a very large book put in place', () => {
  it('is there at once and found at once; progress is told', async () => {
    const shop = aComputer();
    used.push(shop);
    const { book } = await shop.page();
    const large = bigBook(1_050, 0);
    const told: number[] = [];
    const onProgress = (part: number) => told.push(part);
    expect(await restoreBook(book, large, [], { onProgress })).toMatchObject({ ok: true });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    shop.kill();
    const again = (await shop.page()).book;
    const wanted = large.accounts.at(-1)!.key;
    expect((await searchBuyers(again, wanted, 5)).map(({ buyer }) => buyer.id)).toEqual([
      large.buyers.at(-1)!.id,
    ]);
    const { buyerId } = done(await addNote(again, anna, 'meanwhile'));
    expect((await searchBuyers(again, 'meanwhile', 5)).map(({ buyer }) => buyer.id)).toEqual([buyerId]);
  }, 60_000);

  it('cancelled on the way leaves the book that was there, in use, and nothing behind', async () => {
    const shop = aComputer();
    used.push(shop);
    const { book } = await shop.page();
    done(await saveGiftStock(book, { id: 'tea', name: '茶', count: 5, cost: null }));
    const before = await wholeBookAndHistory(book);
    const stop = new AbortController();
    const onProgress = (part: number) => part > 0.3 && stop.abort();
    const restored = await restoreBook(book, bigBook(4_000, 0), [], { onProgress, signal: stop.signal });
    expect(restored).toMatchObject({ ok: false, reason: 'cancelled' });
    expect(await wholeBookAndHistory(book)).toEqual(before);
    expect([...shop.disk.files.keys()].every((path) => path.startsWith('1/'))).toBe(true);
    done(await addNote(book, anna, 'goes on'));
  });
});
