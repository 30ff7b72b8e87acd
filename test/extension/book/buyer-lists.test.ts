import type { BuyerInput } from '@analysis/imports/buyer-rows';
import { editBuyer } from '@extension/book/actions/buyers';
import { revertImport, runImport } from '@extension/book/actions/import-run';
import { recordPromise } from '@extension/book/actions/promises';
import type { OpenBook } from '@extension/book/open';
import { previewBuyers } from '@extension/book/reads/buyer-lists';
import { type ImportNote, importedBuyers, importNotes, previewImport } from '@extension/book/reads/imports';
import { searchBuyers } from '@extension/book/reads/search';
import { describe, expect, it } from 'vitest';
import { anna, done, freshBook, orderOf, promiseOf } from './desk';

const BLANK: BuyerInput = {
  platform: null,
  key: null,
  name: '',
  phone: '',
  address: '',
  area: '',
  grade: '',
  source: '',
  tags: [],
  note: '',
  birthday: null,
};
const row = (fields: Partial<BuyerInput>): BuyerInput => ({ ...BLANK, ...fields });
const zhang = row({
  name: '张三',
  phone: '13800138000',
  tags: ['老客'],
  note: '怕香味',
  birthday: { month: 8, day: 15, year: null, lunar: true, leap: false },
});

async function run(book: OpenBook, inputs: readonly BuyerInput[], more: object = {}): Promise<ImportNote> {
  const note = await runImport(book, {
    preview: await previewImport(book, []),
    lists: await previewBuyers(book, inputs),
    taking: 'both',
    buyers: true,
    files: ['list.csv'],
    refused: 0,
    onPart: () => undefined,
    signal: new AbortController().signal,
    ...more,
  });
  if ('ok' in note) throw new Error(note.detail);
  return note;
}
const fates = async (book: OpenBook, inputs: readonly BuyerInput[]) =>
  (await previewBuyers(book, inputs)).rows.map(({ fate, fields }) => [fate, fields]);
const living = async (book: OpenBook) => (await book.db.buyers.toArray()).filter(({ deleted }) => !deleted);

describe('a list of buyers', () => {
  it('opens files with all it says, and the same list again changes nothing', async () => {
    const book = await freshBook();
    const note = await run(book, [zhang, row({ name: 'Li', platform: 'shopify', key: 'li@example.com' })]);
    expect(note).toMatchObject({ buyersCreated: 2, buyersChanged: 0, created: 0, parts: 1 });
    expect(await importedBuyers(book, note, 10)).toEqual([
      { name: '张三', fate: 'create' },
      { name: 'Li', fate: 'create' },
    ]);
    const [file] = await book.db.buyers
      .where('id')
      .anyOf((await living(book)).map(({ id }) => id))
      .toArray();
    expect(file).toBeDefined();
    const own = (await living(book)).find(({ name }) => name === '张三')!;
    expect(own).toMatchObject({ phone: '13800138000', tags: ['老客'] });
    expect((await book.db.notes.toArray()).map(({ text }) => text)).toEqual(['怕香味']);
    expect((await book.db.dates.toArray())[0]).toMatchObject({ calendar: 'lunar', month: 8, day: 15 });
    expect((await book.db.accounts.toArray())[0]).toMatchObject({
      platform: 'shopify',
      strength: 'platform',
    });
    expect(await fates(book, [zhang])).toEqual([['same', []]]);
    expect((await searchBuyers(book, '8000', 5)).length).toBe(1);
  });

  it('brings who is known up to date by the whole phone number: what is new is added, their name stays', async () => {
    const book = await freshBook();
    const { buyerId } = done(await recordPromise(book, anna, promiseOf()));
    done(await editBuyer(book, { buyerId: buyerId! }, { phone: '138-0013-8000', tags: ['油皮'] }));
    expect(await fates(book, [zhang])).toEqual([['update', ['phone', 'tags', 'note', 'birthday']]]);
    await run(book, [zhang]);
    const files = await living(book);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ name: 'Anna', phone: '13800138000', tags: ['油皮', '老客'] });
  });

  it('leaves alone whose phone number stands in two files', async () => {
    const book = await freshBook();
    for (const key of ['1', '2']) {
      const who = { account: { platform: 'pdd', strength: 'platform', key, displayName: key } } as const;
      const { buyerId } = done(await recordPromise(book, who, promiseOf()));
      done(await editBuyer(book, { buyerId: buyerId! }, { phone: '13800138000' }));
    }
    expect((await previewBuyers(book, [zhang])).unclear).toBe(1);
    const note = await run(book, [zhang]);
    expect([note.buyersCreated, note.buyersChanged, (await living(book)).length]).toEqual([0, 0, 2]);
  });

  it('takes two rows of one name for one buyer only where they say the same', async () => {
    const book = await freshBook();
    const li = row({ name: '李梅', tags: ['老客'] });
    expect(await fates(book, [li, li])).toEqual([['create', ['tags']]]);
    expect(await fates(book, [li, row({ name: '李梅', area: '杭州' })])).toEqual([
      ['unclear', expect.anything()],
    ]);
    const two = [row({ name: '李梅', phone: '13800138001' }), row({ name: '李梅', phone: '13800138002' })];
    expect((await fates(book, two)).map(([fate]) => fate)).toEqual(['create', 'create']);
  });

  it.each([
    ['create', 1],
    ['update', 0],
  ] as const)('takes only what was chosen: %s', async (taking, made) => {
    const book = await freshBook();
    await run(book, [zhang], { taking });
    expect((await living(book)).length).toBe(made);
  });

  it('goes back as one import; who was promised something since keeps their file', async () => {
    const book = await freshBook();
    await run(book, [zhang, row({ name: 'Li', platform: 'shopify', key: 'li@example.com' })]);
    const own = (await living(book)).find(({ name }) => name === '张三')!;
    done(await recordPromise(book, { buyerId: own.id }, promiseOf()));
    const [note] = await importNotes(book);
    const told = await revertImport(book, note!);
    if ('ok' in told) throw new Error(told.detail);
    expect((await living(book)).map(({ name }) => name)).toEqual(['张三']);
    expect((await book.db.notes.toArray()).every(({ deleted }) => deleted)).toBe(true);
    expect(told.reverted!.back).toBeGreaterThan(0);
  });

  it('comes before the orders of the same import, which then are theirs', async () => {
    const book = await freshBook();
    const orders = [orderOf({ platform: 'shopify', number: '#1', buyerKey: 'li@example.com' })];
    const preview = await previewImport(book, orders);
    await run(book, [row({ name: 'Li', platform: 'shopify', key: 'li@example.com' })], { preview });
    const files = await living(book);
    expect(files.map(({ name }) => name)).toEqual(['Li']);
    expect((await book.db.orderLinks.toArray()).map(({ buyerId }) => buyerId)).toEqual([files[0]!.id]);
  });
});
