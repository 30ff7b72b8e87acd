// @vitest-environment happy-dom
import { recordDiscount, redeemDiscount } from '@extension/book/actions/discounts';
import { saveProduct } from '@extension/book/actions/products';
import {
  keepPromise,
  recordPromise,
  renegotiatePromise,
  snoozePromise,
} from '@extension/book/actions/promises';
import type { OpenBook } from '@extension/book/open';
import { loadMore } from '@shared/i18n/more';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anna, discountOf, done, freshBook, promiseOf, type TestWorld, testWorld } from '../book/desk';
import { chatWith, press, said, stage, type } from './stage';

let world: TestWorld;
let book: OpenBook;
// Parts of the panel are fetched when they are first shown; a busy computer takes its time.
configure({ asyncUtilTimeout: 5000 });
beforeAll(() => loadMore('en'));
beforeEach(async () => {
  world = testWorld('2026-11-22T04:00:00Z');
  book = await freshBook(world);
});
afterEach(() => {
  cleanup();
  book.close();
});

const promiseId = async () => (await book.db.promises.toArray())[0]!.id;
const owe = () => screen.findByRole('region', { name: 'You owe' });

describe('a promise for the next chat', () => {
  it('is said before all else when that chat opens again', async () => {
    done(
      await recordPromise(book, anna, promiseOf({ what: 'bring the catalogue', due: { on: 'next-chat' } })),
    );
    done(await recordDiscount(book, anna, discountOf({ what: '10 off' })));
    world.at('2026-11-23T04:00:00Z');
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByText('bring the catalogue', { selector: '.owed .what' });
    const first = within(await owe()).getAllByRole('listitem')[0]!;
    expect(first.textContent).toContain('bring the catalogue');
    expect(first.textContent).toContain('now');
    press('f');
    await waitFor(() => expect(panel.filled[0]?.text).toContain('bring the catalogue'));
  });
});

describe('putting off', () => {
  it('one key puts the first promise off until tomorrow; two clicks to any preset; the slip keeps it', async () => {
    done(await recordPromise(book, anna, promiseOf({ what: 'ship it' })));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByText('ship it', { selector: '.owed .what' });
    press('z');
    await waitFor(async () =>
      expect(await book.db.promises.get(await promiseId())).toMatchObject({ snoozedUntil: '2026-11-23' }),
    );
    await screen.findByText(/put off until 11-23/);
    fireEvent.click(within(await owe()).getByRole('button', { name: 'The words and more: ship it' }));
    fireEvent.click(await screen.findByRole('button', { name: 'In 3 days' }));
    await waitFor(async () =>
      expect(await book.db.promises.get(await promiseId())).toMatchObject({
        snoozedUntil: '2026-11-25',
        due: { on: 'day', day: '2026-11-27' },
      }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Now after all' }));
    await waitFor(async () =>
      expect((await book.db.promises.get(await promiseId()))?.snoozedUntil).toBeNull(),
    );
  });

  it('after the weekend is Monday', async () => {
    done(await recordPromise(book, anna, promiseOf({ what: 'ship it' })));
    stage(book).show(chatWith('Anna', '10086'));
    fireEvent.click(await screen.findByRole('button', { name: 'The words and more: ship it' }));
    fireEvent.click(await screen.findByRole('button', { name: 'After the weekend' }));
    await waitFor(async () =>
      expect((await book.db.promises.get(await promiseId()))?.snoozedUntil).toBe('2026-11-23'),
    );
  });
});

describe('kept', () => {
  it('the buyer is told with one key; told counts once it is seen as sent (J2)', async () => {
    done(await recordPromise(book, anna, promiseOf({ what: 'the tin case', kind: 'goods' })));
    done(await keepPromise(book, await promiseId()));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByText(/Tell them it is done/);
    press('t');
    await waitFor(() => expect(panel.filled).toHaveLength(1));
    const { text } = panel.filled[0]!;
    expect(text).toContain('the tin case');
    expect((await book.db.promises.get(await promiseId()))?.toldAt).toBeNull();
    panel.show(chatWith('Anna', '10086', { messages: [said('seller', 'm1', text)] }));
    await waitFor(async () => expect((await book.db.promises.get(await promiseId()))?.toldAt).not.toBeNull());
    await waitFor(() => expect(screen.queryByText(/Tell them it is done/)).toBeNull());
  });
});

describe('the words', () => {
  it('every wording stands with its quote, site and day', async () => {
    done(await recordPromise(book, anna, promiseOf({ what: 'by Monday', quote: 'Monday for sure' })));
    const id = await promiseId();
    done(await renegotiatePromise(book, id, { on: 'day', day: '2026-12-01' }, { what: 'by Tuesday' }));
    stage(book).show(chatWith('Anna', '10086'));
    fireEvent.click(await screen.findByRole('button', { name: 'The words and more: by Tuesday' }));
    await screen.findByText('Worded 2 times; the old words stay.');
    expect(screen.getByText('Monday for sure').closest('li')?.textContent).toContain('Pinduoduo');
    expect(screen.getByRole('link', { name: 'Proof card' }).getAttribute('href')).toMatch(
      /^\/proof\.html\?promise=/,
    );
  });

  it('a used discount tells how, on which order and what it took off', async () => {
    done(await recordDiscount(book, anna, discountOf({ what: '10 off' })));
    const id = (await book.db.discounts.toArray())[0]!.id;
    done(await redeemDiscount(book, id, '77'));
    stage(book).show(chatWith('Anna', '10086'));
    const region = await screen.findByRole('region', { name: 'Discounts' });
    await within(region).findByText(/¥10 taken off · Order 77/);
    fireEvent.click(within(region).getByRole('button', { name: 'The words and more: 10 off' }));
    fireEvent.click(await screen.findByRole('button', { name: 'sent back' }));
    type('Really taken off', '9');
    fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));
    await within(region).findByText(/¥9 taken off · sent back · Order 77/);
  });
});

describe('they say …', () => {
  async function claim(words: string) {
    await screen.findByRole('button', { name: 'Promise' });
    press('y');
    await screen.findByRole('form', { name: 'They say …' });
    type('What', words);
  }

  it('finds what was said, says how it stands and fills the polite answer', async () => {
    done(
      await recordDiscount(
        book,
        anna,
        discountOf({ what: '10 off next time', quote: 'ok 10 off next time' }),
      ),
    );
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await claim('you promised 10 off');
    await screen.findByText('Said, and still owed.');
    press('Enter');
    await waitFor(() => expect(panel.filled[0]?.text).toContain('you are right'));
    expect(panel.filled[0]?.text).toContain('¥10 off');
  });

  it('names the day the records begin when nothing is found, and keeps what they say as a note', async () => {
    done(await recordDiscount(book, anna, discountOf({ what: '10 off next time' })));
    stage(book).show(chatWith('Anna', '10086'));
    await claim('you said free shipping in March');
    await screen.findByText(/may be from before the records began/);
    type('What', 'you said free shipping');
    await screen.findByText('Nothing of it in the records.');
    await screen.findByText(/begin on Sun 22 Nov/);
    fireEvent.click(screen.getByRole('button', { name: 'Note what they say' }));
    await waitFor(async () =>
      expect((await book.db.notes.toArray())[0]?.text).toBe('Says it was promised: you said free shipping'),
    );
  });
});

describe('room to bargain (J18)', () => {
  it('what is left before the floor, what was given before, and the farewell', async () => {
    const yuan = (n: number) => ({ minor: n * 100, currency: 'CNY' });
    done(
      await saveProduct(book, {
        ...{ id: null, name: 'blue cup', aliases: [], care: '', taboos: '', suits: '', goesWith: '' },
        ...{
          weakPoints: '',
          price: yuan(50),
          floor: yuan(40),
          lastsDays: null,
          endsAtMonths: null,
          soldOut: false,
        },
      }),
    );
    for (const n of [10, 8, 10]) {
      done(await recordDiscount(book, anna, discountOf({ what: `${n} off`, amount: yuan(n), when: 'now' })));
    }
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086'));
    await screen.findByRole('button', { name: 'Discount' });
    press('d');
    await screen.findByLabelText('Amount', { exact: true });
    type('What', '4 off the blue cup');
    await screen.findByText('¥6 left');
    await screen.findByText(/already gave 3 times, ¥28 in all/);
    type('Amount', '14');
    await screen.findByText('¥4 below the floor price');
    expect(screen.getByRole('button', { name: 'No deal: note as lead' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Courteous farewell' }));
    await waitFor(() => expect(panel.filled[0]?.text).toMatch(/^Hi Anna, I am sorry we could not agree/));
    expect(await book.db.discounts.count()).toBe(3);
  });
});

describe('a promise put off', () => {
  it('comes back on its day', async () => {
    done(
      await recordPromise(book, anna, promiseOf({ what: 'ship it', due: { on: 'day', day: '2026-11-22' } })),
    );
    done(await snoozePromise(book, await promiseId(), '2026-11-23'));
    const panel = stage(book);
    panel.show(chatWith('', '', { buyer: null, status: 'no-conversation' }));
    await screen.findByText(/Nothing is due/);
    world.at('2026-11-22T17:00:00Z');
    await screen.findByText('ship it', {}, { timeout: 4000 });
  });
});
