// @vitest-environment happy-dom
import { saveProduct } from '@extension/book/actions/products';
import { saveSetting } from '@extension/book/actions/settings';
import { saveGiftStock } from '@extension/book/actions/stock';
import { saveTemplate, type TemplateInput } from '@extension/book/actions/templates';
import { type OpenBook, openBook } from '@extension/book/open';
import { GiftStockTab } from '@extension/pages/shop/gift-stock/GiftStockTab';
import { ProductsTab } from '@extension/pages/shop/products/ProductsTab';
import { RulesTab } from '@extension/pages/shop/rules/RulesTab';
import type { ShopTabProps } from '@extension/pages/shop/tabs';
import { TemplatesTab } from '@extension/pages/shop/templates/TemplatesTab';
import { useActs } from '@extension/pages/use-acts';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { loadMore } from '@shared/i18n/more';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const hello: TemplateInput = {
  title: 'Hello',
  short: '',
  category: 'greeting',
  text: 'Good evening!',
  language: '',
  promises: null,
};

it('a template moved to another group, or removed, elsewhere: what is being typed stays', async () => {
  const id = done(await saveTemplate(here, null, hello)).changes[0]!.id;
  show(TemplatesTab);
  fireEvent.click(await screen.findByRole('button', { name: /Edit/ }));
  await screen.findByLabelText('Title');
  type('Title', 'Good evening');
  done(await saveTemplate(elsewhere, id, { ...hello, category: 'thanks' }));
  await waitFor(() => expect(field('For').value).toBe('thanks'));
  expect(field('Title').value).toBe('Good evening');
  save();
  await waitFor(async () =>
    expect(await here.db.templates.get(id)).toMatchObject({ title: 'Good evening', category: 'thanks' }),
  );
});

describe('a value with no button of its own', () => {
  const perDay = 'Return visits suggested a day';
  const number = async () => (await here.db.settings.get('setting:care'))?.value;

  async function typedMeanwhile(): Promise<void> {
    show(RulesTab);
    await screen.findByLabelText(perDay);
    type(perDay, '5');
    done(await saveSetting(elsewhere, 'care', { visitsPerDay: 4, visitAfterDays: 9 }));
    // The other number says that this window knows by now.
    await waitFor(() => expect(field('Days after delivery before asking').value).toBe('9'));
  }

  it('untouched shows what another window wrote, and leaving it writes nothing', async () => {
    show(RulesTab);
    await screen.findByLabelText(perDay);
    done(await saveSetting(elsewhere, 'care', { visitsPerDay: 4 }));
    await waitFor(() => expect(field(perDay).value).toBe('4'));
    const before = await here.db.actions.count();
    fireEvent.focusOut(field(perDay));
    expect(await here.db.actions.count()).toBe(before);
  });

  it('typed while another window wrote it: all three wordings, and one is taken at once', async () => {
    await typedMeanwhile();
    fireEvent.focusOut(field(perDay));
    const choice = await screen.findByRole('alertdialog');
    expect(choice.textContent).toMatch(/Mine.*5.*In the book.*4.*Before.*3/);
    expect(await number()).toMatchObject({ visitsPerDay: 4 });
    press('Take mine');
    await waitFor(async () => expect(await number()).toMatchObject({ visitsPerDay: 5 }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await waitFor(() => expect(field(perDay).value).toBe('5'));
  });
});
