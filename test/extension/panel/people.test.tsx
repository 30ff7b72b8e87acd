// @vitest-environment happy-dom
import { editBuyer } from '@extension/book/actions/buyers';
import { importOrders } from '@extension/book/actions/orders';
import { saveProduct } from '@extension/book/actions/products';
import { recordPromise } from '@extension/book/actions/promises';
import type { OpenBook } from '@extension/book/open';
import { buyerView } from '@extension/book/reads/buyer';
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, orderOf, promiseOf, wang } from '../book/desk';
import { chatWith, press, said, stage, type } from './stage';

// What is loaded when first wanted is read from the disk here.
configure({ asyncUtilTimeout: 10_000 });

let book: OpenBook;
let annaId: string;
beforeEach(async () => {
  book = await freshBook();
  annaId = done(await recordPromise(book, anna, promiseOf())).buyerId!;
});
afterEach(() => {
  cleanup();
  book.close();
});

async function beside(more = {}, options = {}) {
  const panel = stage(book, { all: true, ...options });
  panel.show(chatWith('Anna', '10086', more));
  await screen.findByRole('heading', { level: 1, name: 'Anna' });
  await screen.findByRole('button', { name: 'Promise' });
  return panel;
}
/** A product card with a floor. */
const CREAM = {
  id: null,
  name: 'Cream',
  aliases: [],
  care: 'on wet skin',
  taboos: '',
  suits: 'dry skin',
  goesWith: 'toner',
  weakPoints: '',
  price: { minor: 8800, currency: 'CNY' },
  floor: { minor: 7000, currency: 'CNY' },
  lastsDays: null,
  endsAtMonths: null,
  soldOut: false,
} as const;

const profile = async () => {
  const region = await screen.findByRole('region', { name: 'Profile' });
  await within(region).findByText('Moved by');
  return within(region);
};
const view = async () => (await buyerView(book, annaId))!;
const click = (element: HTMLElement) => act(() => element.click());
/** Writes into the value that is being edited and presses Enter. */
function enter(field: HTMLElement, text: string, key = 'Enter'): void {
  act(() => {
    (field as HTMLInputElement).value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

describe('the profile', () => {
  it('every line is edited where it stands; Esc leaves it as it was; Undo takes it back', async () => {
    await beside();
    const file = await profile();
    click(file.getByText('Area').parentElement!.querySelector('button')!);
    enter(await file.findByLabelText('Area'), '杭州');
    await waitFor(async () => expect((await view()).buyer.area).toBe('杭州'));
    click(await file.findByText('杭州'));
    enter(file.getByLabelText('Area'), '宁波', 'Escape');
    await file.findByText('杭州');
    click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await view()).buyer.area).toBe(''));
  });

  it('shows the phone only when asked, copies it only when told to, masks it again', async () => {
    done(await editBuyer(book, { buyerId: annaId }, { phone: '13800138000' }));
    const panel = await beside();
    const file = await profile();
    expect(document.body.innerHTML).not.toContain('13800138000');
    click(file.getByRole('button', { name: 'Phone: show' }));
    await file.findByText('13800138000');
    expect(panel.copied).toEqual([]);
    click(file.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(panel.copied).toEqual(['13800138000']));
    click(file.getByRole('button', { name: 'Hide' }));
    expect(document.body.innerHTML).not.toContain('13800138000');
    click(file.getByRole('button', { name: 'Phone: show' }));
    panel.show(chatWith('王小姐', '10010'));
    panel.show(chatWith('Anna', '10086'));
    await (await profile()).findByText('138****8000');
    expect(document.body.innerHTML).not.toContain('13800138000');
  });

  it('tags, what moves them, own fields: one click or one word each', async () => {
    done(await editBuyer(book, wang, { tags: ['油皮'], custom: [{ name: '尺码', value: 'L' }] }));
    await beside();
    const file = await profile();
    click(file.getByRole('button', { name: 'A bargain' }));
    click(file.getByRole('button', { name: '+ tag' }));
    const field = await file.findByLabelText('Tag');
    await waitFor(() => expect(document.querySelector('datalist option[value="油皮"]')).not.toBeNull());
    enter(field, '老客');
    click(await file.findByRole('button', { name: '+ own field' }));
    await file.findByLabelText('Field');
    type('Field', '尺码');
    type('Value', 'M');
    click(file.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect((await view()).buyer).toMatchObject({
        moves: ['bargain'],
        tags: ['老客'],
        custom: [{ name: '尺码', value: 'M' }],
      }),
    );
    click(await file.findByRole('button', { name: 'Remove tag: 老客' }));
    await waitFor(async () => expect((await view()).buyer.tags).toEqual([]));
  });

  it('a caution stands in yellow with what it rests on, and takes its evidence along when it goes', async () => {
    done(await editBuyer(book, { buyerId: annaId }, { caution: '退过两次', cautionEvidence: '10月两单' }));
    await beside();
    const file = await profile();
    expect(file.getByText('退过两次').closest('.private')).not.toBeNull();
    expect(file.getByText('10月两单').closest('.private')).not.toBeNull();
    click(file.getByText('退过两次'));
    enter(file.getByLabelText('Caution (private)'), '');
    await waitFor(async () =>
      expect((await view()).buyer).toMatchObject({ caution: null, cautionEvidence: '' }),
    );
  });
});

describe('accounts', () => {
  it('two files become one after a look at both, and are parted again', async () => {
    done(await editBuyer(book, wang, { grade: 'B', phone: '13900139000' }));
    done(await editBuyer(book, { buyerId: annaId }, { grade: 'A' }));
    await beside();
    const file = await profile();
    click(file.getByRole('button', { name: 'Join with another file' }));
    type('Find the other buyer', '王');
    click(await file.findByRole('button', { name: /^王小姐/ }));
    const box = within(await file.findByRole('region', { name: 'Join with another file' }));
    const grade = within(await box.findByRole('group', { name: 'Grade' }));
    click(grade.getByLabelText('B'));
    expect(box.getByText('Only one file says it, so it stays: Phone')).toBeTruthy();
    click(box.getByRole('button', { name: 'Make it one file' }));
    await waitFor(async () =>
      expect((await view()).buyer).toMatchObject({ name: 'Anna', grade: 'B', phone: '13900139000' }),
    );
    expect((await view()).accounts).toHaveLength(2);
    click(await file.findByRole('button', { name: 'Part again: 王小姐' }));
    click(await file.findByRole('button', { name: 'Part the files' }));
    await waitFor(async () => expect((await view()).accounts).toHaveLength(1));
    expect((await view()).buyer).toMatchObject({ grade: 'A', phone: '' });
  });

  it('an account is unlinked after a look at what goes where', async () => {
    await beside();
    const file = await profile();
    click(await file.findByRole('button', { name: /^Unlink Pinduoduo Anna/ }));
    await file.findByText(/gets a file of its own/);
    expect(file.getByLabelText(/Also take what was said there: Promises 1/)).toBeTruthy();
    click(file.getByRole('button', { name: 'Unlink' }));
    await waitFor(async () => expect((await view()).accounts).toHaveLength(0));
    expect((await view()).promises).toHaveLength(0);
  });

  it('a masked name is not linked by itself', async () => {
    const panel = stage(book, { all: true });
    panel.show(
      chatWith('王**', '王**', {
        buyer: { platform: 'pdd', strength: 'name', key: '王**', name: '王**', masked: true, sure: false },
      }),
    );
    type('Find a buyer', 'Anna');
    click(await screen.findByRole('button', { name: /^Anna/ }));
    const file = await profile();
    click(file.getByRole('button', { name: 'Link an account' }));
    click(await file.findByRole('button', { name: /Open chat: .*王\*\*/ }));
    await file.findByText(/fits many people/);
    expect(file.queryByRole('button', { name: 'Link' })).toBeNull();
  });
});

describe('what was bought', () => {
  it('opens its card, and the care tips stand ready once it is shipped', async () => {
    done(await saveProduct(book, { ...CREAM, care: 'on wet skin' }));
    const shipped = { status: 'shipped', shippedAt: '2026-11-22T11:00:00Z' } as const;
    const items = [{ title: 'Day Cream 50ml', sku: '', quantity: 1 }];
    done(await importOrders(book, [orderOf({ buyerKey: '10086', items, ...shipped })]));
    const panel = await beside();
    const orders = within(await screen.findByRole('region', { name: 'Orders' }));
    const fill = await orders.findByRole('button', { name: 'Put in reply' });
    click(fill);
    await waitFor(() => expect(panel.filled[0]?.text).toMatch(/^Hi Anna.*\nCream: on wet skin$/s));
    click(orders.getByRole('button', { name: 'Cream' }));
    await screen.findByRole('article', { name: 'Cream' });
  });
});

describe('people behind the buyer', () => {
  it('O records one with an age; grown out of it with a day, and back', async () => {
    await beside();
    press('o');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', '宝宝');
    type('Born', '8个月');
    press('Enter');
    const region = within(await screen.findByRole('region', { name: 'People' }));
    await region.findByText(/8 months/);
    click(region.getByRole('button', { name: 'Has grown out of it' }));
    await region.findByRole('textbox', { name: 'Since' });
    type('Since', '2026-11-01');
    press('Enter');
    await region.findByText('grew out of it 11-01');
    click(region.getByRole('button', { name: 'Needs it again' }));
    await waitFor(async () => expect((await view()).people[0]?.graduatedOn).toBe(null));
  });

  it('a day of birth that is not understood is not saved', async () => {
    await beside();
    press('o');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', '妈妈');
    type('Born', 'long ago');
    press('Enter');
    await screen.findByRole('alert');
    expect((await view()).people).toEqual([]);
  });
});

describe('a lead', () => {
  it('L keeps the wish, says in yellow how far it is below the floor, and fills a farewell', async () => {
    done(await saveProduct(book, CREAM));
    const panel = await beside();
    press('l');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'the big Cream');
    type('Amount', '50');
    type('Due', 'Friday');
    const floor = await screen.findByText(/Floor ¥70: the wish is ¥20 below it/);
    expect(floor.closest('.private')).not.toBeNull();
    click(screen.getByRole('button', { name: 'Farewell in the reply' }));
    await waitFor(() => expect(panel.filled[0]?.text).toContain('could not agree on the price'));
    expect(panel.filled[0]?.text).not.toContain('70');
    await waitFor(async () =>
      expect((await view()).leads[0]).toMatchObject({
        what: 'the big Cream',
        expected: '2026-11-27',
        state: 'open',
        wishedPrice: { minor: 5000, currency: 'CNY' },
      }),
    );
    expect((await view()).leads[0]?.productId).not.toBe(null);
  });

  it('is followed up in a log and ends with an order', async () => {
    done(
      await importOrders(book, [
        orderOf({ buyerKey: '10086', createdAt: '2026-11-22T13:00:00Z', paidAt: null }),
      ]),
    );
    await beside();
    press('l');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'a lamp');
    press('Enter');
    const region = within(await screen.findByRole('region', { name: 'Leads' }));
    click(await region.findByRole('button', { name: 'Follow up' }));
    await region.findByRole('textbox', { name: 'What was said' });
    type('What was said', 'will ask her husband');
    press('Enter');
    await region.findByText(/will ask her husband/);
    click(region.getByRole('button', { name: 'Bought' }));
    click(await region.findByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect((await view()).leads[0]).toMatchObject({ state: 'won', orderNumber: '241122-0001' }),
    );
  });

  it("a product card answers the buyer's question; what goes with it is only offered to who asked", async () => {
    done(await saveProduct(book, CREAM));
    const panel = await beside({ messages: [said('buyer', 'm1', 'is the cream good for dry skin?')] });
    press('q');
    const card = within(await screen.findByRole('article', { name: 'Cream' }));
    expect(card.getByText('Floor ¥70').closest('.private')).not.toBeNull();
    click(card.getByRole('button', { name: 'Put in reply: Goes with' }));
    await waitFor(() => expect(panel.filled.map(({ text }) => text)).toEqual(['toner']));
    type('What do they ask?', 'Cream');
    await waitFor(() => expect(card.queryByRole('button', { name: 'Put in reply: Goes with' })).toBeNull());
    press('Escape');
    await screen.findByRole('button', { name: 'Promise' });
  });

  it('H notes a wish, which can be answered', async () => {
    await beside();
    press('h');
    await screen.findByRole('textbox', { name: 'What' });
    type('What', 'a smaller bottle');
    press('Enter');
    const region = within(await screen.findByRole('region', { name: 'Wishes' }));
    click(await region.findByRole('button', { name: 'Answer' }));
    await region.findByRole('textbox', { name: 'What the shop did' });
    type('What the shop did', 'comes in May');
    press('Enter');
    await waitFor(async () => expect((await view()).wishes[0]?.answer).toBe('comes in May'));
  });
});
