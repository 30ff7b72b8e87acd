// @vitest-environment happy-dom
import { saveProduct } from '@extension/book/actions/products';
import { saveGiftStock } from '@extension/book/actions/stock';
import { type OpenBook, openBook } from '@extension/book/open';
import { GiftStockTab } from '@extension/pages/shop/gift-stock/GiftStockTab';
import { ProductsTab } from '@extension/pages/shop/products/ProductsTab';
import type { ShopTabProps } from '@extension/pages/shop/tabs';
import { useActs } from '@extension/pages/use-acts';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { loadMore } from '@shared/i18n/more';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { done, freshBook, testWorld } from '../book/desk';

// Tries F-26 of test/faults.md.

// Two books and a page on one computer that may be busy.
configure({ asyncUtilTimeout: 10_000 });

let here: OpenBook;
let elsewhere: OpenBook;
beforeEach(async () => {
  const world = testWorld();
  here = await freshBook(world);
  elsewhere = await openBook(world, 'clerk');
  await loadMore('en');
});
afterEach(() => {
  cleanup();
  here.close();
  elsewhere.close();
});

function show(Tab: ComponentType<ShopTabProps>): void {
  const Page = () => <Tab book={here} acts={useActs(here)} />;
  render(
    <WordsProvider words={{ lang: 'en', t: translator('en') }}>
      <Page />
    </WordsProvider>,
  );
}
const field = (label: string) => screen.getByLabelText(label) as HTMLInputElement;
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const save = () => fireEvent.submit(screen.getByRole('form'));

const tea = { name: 'Tea', count: 9, cost: null };

async function countingTea(): Promise<string> {
  const id = done(await saveGiftStock(here, { id: null, ...tea })).changes[0]!.id;
  show(GiftStockTab);
  fireEvent.click(await screen.findByRole('button', { name: /Edit|Correct|Change/ }));
  await screen.findByLabelText('Gift');
  return id;
}
const stored = async (id: string) => {
  const { name, count } = (await here.db.giftStock.get(id))!;
  return { name, count };
};

it('another field written in another window is kept by a form that was open all the while', async () => {
  const id = await countingTea();
  type('Gift', 'Green tea');
  done(await saveGiftStock(elsewhere, { id, ...tea, count: 4 }));
  await waitFor(() => expect(field('In stock').value).toBe('4'));
  save();
  await waitFor(async () => expect(await stored(id)).toEqual({ name: 'Green tea', count: 4 }));
});

it('the same field is not written over: mine, stored and before are shown, and the owner chooses', async () => {
  const id = await countingTea();
  type('In stock', '12');
  done(await saveGiftStock(elsewhere, { id, ...tea, count: 4 }));
  done(await saveGiftStock(elsewhere, { ...tea, id: null, name: 'Cup' }));
  await screen.findByText('Cup');
  save();
  const choice = await screen.findByRole('alertdialog');
  expect(choice.textContent).toMatch(/Mine.*12.*In the book.*4.*Before.*9/);
  expect(await stored(id)).toEqual({ name: 'Tea', count: 4 });
  press('Leave the book’s');
  expect(field('In stock').value).toBe('4');
  type('In stock', '5');
  save();
  await waitFor(async () => expect(await stored(id)).toEqual({ name: 'Tea', count: 5 }));
});

it('a product card: what the other window wrote stays beside what was written here', async () => {
  const blank = {
    aliases: [],
    taboos: '',
    suits: '',
    goesWith: '',
    weakPoints: '',
    price: null,
    floor: null,
  };
  const card = {
    ...blank,
    name: 'Cream',
    care: 'on wet skin',
    lastsDays: null,
    endsAtMonths: null,
    soldOut: false,
  };
  const id = done(await saveProduct(here, { id: null, ...card })).changes[0]!.id;
  show(ProductsTab);
  fireEvent.click(await screen.findByRole('button', { name: /Edit/ }));
  fireEvent.input(await screen.findByLabelText('Suits whom'), { target: { value: 'dry skin' } });
  done(await saveProduct(elsewhere, { id, ...card, care: 'in the evening' }));
  await waitFor(() => expect(field('Care').value).toBe('in the evening'));
  save();
  await waitFor(async () => {
    expect(await here.db.products.get(id)).toMatchObject({ care: 'in the evening', suits: 'dry skin' });
  });
});
