import { addNote } from '@extension/book/actions/notes';
import type { OpenBook } from '@extension/book/open';
import { searchBuyers } from '@extension/book/reads/search';
import {
  editPages,
  entriesOf,
  type Line,
  PAGE_ROWS,
  type PageStore,
  pagePacker,
  type SearchPage,
} from '@extension/book/search-pages';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anna, done, freshBook } from './desk';

/** Pages in memory, by key. */
function memoryPages(): PageStore & { readonly pages: Map<string, SearchPage> } {
  const pages = new Map<string, SearchPage>();
  return {
    pages,
    keys: async (kind) => [...pages.keys()].filter((key) => key.startsWith(`${kind}/`)).toSorted(),
    home: async (kind, id) => {
      const key = [...pages.keys()].filter((one) => one.startsWith(`${kind}/`) && one <= `${kind}/${id}`);
      return pages.get(key.toSorted().at(-1) ?? '');
    },
    get: async (keys) => keys.map((key) => pages.get(key)),
    put: async (some) => {
      for (const page of some) pages.set(page.key, page);
    },
    lastRev: async () => Math.max(0, ...[...pages.values()].map(({ rev }) => rev)),
  };
}

/** All lines in the order of their pages, which is the order of their identifiers where every page is in its place. */
function linesIn({ pages }: ReturnType<typeof memoryPages>): readonly (readonly [string, string])[] {
  return [...pages.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)).flatMap(entriesOf);
}

const idOf = (index: number) => `id-${String(index).padStart(6, '0')}`;
const line = (index: number, text: string | null = `text ${index}`): Line => ({ id: idOf(index), text });
const edit = fc.record({ index: fc.nat(3_000), text: fc.option(fc.constantFrom('a', 'b', 'c')) });

describe('the pages of the search', () => {
  it('hold what was last written of each record, in order, however it came', async () => {
    const rounds = fc.array(fc.array(edit, { maxLength: 1_500 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rounds, fc.boolean(), async (all, packed) => {
        const store = memoryPages();
        const wanted = new Map<string, string>();
        if (packed) {
          const packer = pagePacker(store);
          const begun = Array.from({ length: 1_000 }, (_, index) => line(index * 3));
          await packer.add('notes', begun);
          await packer.end();
          for (const { id, text } of begun) wanted.set(id, text!);
        }
        for (const round of all) {
          const lines = round.map(({ index, text }) => line(index, text));
          await editPages(store, 'notes', lines);
          for (const { id, text } of lines) {
            if (text === null) wanted.delete(id);
            else wanted.set(id, text);
          }
        }
        expect(linesIn(store)).toEqual([...wanted].sort(([a], [b]) => (a < b ? -1 : 1)));
        for (const page of store.pages.values())
          expect(entriesOf(page).length).toBeLessThanOrEqual(2 * PAGE_ROWS);
      }),
      { numRuns: 30 },
    );
  });

  it('packed from records that come in any order, are the same as from records in order', async () => {
    const all = Array.from({ length: 3 * PAGE_ROWS }, (_, index) => line(index));
    const late = [...all.slice(700), ...all.slice(0, 700).toReversed()];
    for (const lines of [all, late]) {
      const store = memoryPages();
      const packer = pagePacker(store);
      for (let from = 0; from < lines.length; from += 250)
        await packer.add('notes', lines.slice(from, from + 250));
      await packer.end();
      expect(linesIn(store)).toEqual(all.map(({ id, text }) => [id, text]));
    }
  });

  it('that do not change are not written again; those that do are told from the others', async () => {
    const store = memoryPages();
    const packer = pagePacker(store);
    await packer.add(
      'notes',
      Array.from({ length: 3 * PAGE_ROWS }, (_, index) => line(index)),
    );
    await packer.end();
    const before = await store.lastRev();
    await editPages(store, 'notes', [line(5), line(700)]);
    expect(await store.lastRev()).toBe(before);
    await editPages(store, 'notes', [line(5, 'other'), line(700)]);
    const newer = [...store.pages.values()].filter(({ rev }) => rev > before);
    expect(newer.map(({ key }) => key)).toEqual(['notes/']);
  });

  it('leave out an identifier that stands on two lines', async () => {
    const store = memoryPages();
    await editPages(store, 'notes', [{ id: 'a\nb', text: 'x' }, line(1)]);
    const packer = pagePacker(memoryPages());
    await packer.add('notes', [{ id: 'a\nb', text: 'x' }]);
    await packer.end();
    expect(linesIn(store)).toEqual([[idOf(1), 'text 1']]);
  });
});

describe('a search that was made before', () => {
  const names = async (book: OpenBook, query: string) =>
    (await searchBuyers(book, query, 8)).map(({ buyer }) => buyer.name);

  it('knows what was written since, page after page', async () => {
    const book = await freshBook();
    expect(await names(book, 'tea')).toEqual([]);
    const changes = Array.from({ length: 2 * PAGE_ROWS + 1 }, (_, index) => ({
      table: 'notes' as const,
      id: `note-${String(index).padStart(5, '0')}`,
      set: {
        buyerId: 'b1',
        text: `jasmine ${index}.`,
        notedAt: '2026-11-22T12:00:00Z',
        pinned: false,
        by: 'a',
      },
    }));
    done(await addNote(book, anna, 'green tea'));
    expect(await names(book, 'tea')).toEqual(['Anna']);
    const { buyerId } = done(await addNote(book, anna, 'x'));
    const own = changes.map((change) => ({ ...change, set: { ...change.set, buyerId } }));
    done(await book.commit({ name: 'add-note', plan: { buyerId, changes: own } }));
    for (const query of ['jasmine0.', 'jasmine399.', `jasmine${2 * PAGE_ROWS}.`])
      expect(await names(book, query)).toEqual(['Anna']);
    const other = [{ ...own[0]!, set: { text: 'rose' } }];
    done(await book.commit({ name: 'add-note', plan: { buyerId, changes: other } }));
    expect(await names(book, 'jasmine0.')).toEqual([]);
    expect(await names(book, 'rose')).toEqual(['Anna']);
    book.close();
  });

  it('puts what begins with the word first, and takes a name before a note', async () => {
    const book = await freshBook();
    const met = async (key: string, displayName: string, note: string) =>
      done(
        await addNote(book, { account: { platform: 'pdd', strength: 'platform', key, displayName } }, note),
      );
    await met('1', 'Rosalind', 'likes green');
    await met('2', 'Ann Green', 'x');
    await met('3', 'Greene', 'x');
    expect(await names(book, 'green')).toEqual(['Greene', 'Ann Green', 'Rosalind']);
    book.close();
  });
});
