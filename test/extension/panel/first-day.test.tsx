// @vitest-environment happy-dom

import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { recordPromise } from '@extension/book/actions/promises';
import { saveSetting } from '@extension/book/actions/settings';
import { saveGiftStock } from '@extension/book/actions/stock';
import { saveTemplate } from '@extension/book/actions/templates';
import { readMark } from '@extension/book/backups/mark';
import { smallStore } from '@extension/book/journal/ways';
import type { OpenBook } from '@extension/book/open';
import { GIFT_TEST } from '@extension/book/reads/gift-coin';
import { GiftTest } from '@extension/pages/options/GiftTest';
import '@extension/panel/forms/base-forms';
import { starterTemplates } from '@extension/panel/words/starters';
import { everyWord } from '@extension/ui/more';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { loadMore } from '@shared/i18n/more';
import { SAMPLE_BUYER } from '@shared/records/sample';
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anna, done, freshBook, orderOf, promiseOf, testWorld } from '../book/desk';
import { chatWith, press, rowOf, stage } from './stage';

const small = vi.hoisted(() => {
  const stored: Record<string, unknown> = {};
  const listeners = new Set<() => void>();
  const local = {
    get: async (key: string) => ({ [key]: stored[key] }),
    set: async (items: Record<string, unknown>) => {
      Object.assign(stored, items);
      for (const listener of listeners) listener();
    },
    onChanged: {
      addListener: (listener: () => void) => listeners.add(listener),
      removeListener: (listener: () => void) => listeners.delete(listener),
    },
  };
  return { local };
});
vi.mock('wxt/browser', () => ({ browser: { storage: small } }));

let book: OpenBook;
beforeEach(async () => {
  // One byte alone is the coin; it falls on none.
  const world = testWorld();
  const random = (count: number) => (count === 1 ? Uint8Array.of(0) : world.random(count));
  book = await freshBook({ ...world, random });
});
afterEach(() => {
  cleanup();
  book.close();
});

const click = async (name: string) => (await screen.findByRole('button', { name })).click();

describe('an empty book', () => {
  it('offers a sample buyer, walks from promise to packing, and takes it out in one click', async () => {
    stage(book);
    const old = await screen.findByRole('link', { name: /old computer/ });
    expect(old.getAttribute('href')).toBe('/options.html?lang=en#backup');
    await click('Try it with a sample buyer');
    await screen.findByRole('heading', { level: 1, name: 'Lin (sample)' });
    const hints = await screen.findByRole('region', { name: 'Lin (sample)' });
    expect(within(hints).getAllByRole('listitem')).toHaveLength(3);
    expect(within(hints).getByRole('link').getAttribute('href')).toBe('/packing.html?sample=1&lang=en');
    const owe = await screen.findByRole('region', { name: 'You owe' });
    within(owe).getByText('two tea samples in the parcel');
    within(hints).getByRole('button', { name: 'Remove the sample buyer' }).click();
    await screen.findByRole('button', { name: 'Try it with a sample buyer' });
    expect((await book.db.buyers.get(SAMPLE_BUYER))?.deleted).toBe(true);
  });

  it('is not asked for a backup; after five records it is, once', async () => {
    for (let n = 0; n < 5; n += 1) done(await recordPromise(book, anna, promiseOf({ what: `debt ${n}` })));
    stage(book);
    await screen.findByText(/something to lose/);
    expect(screen.queryByRole('button', { name: 'Try it with a sample buyer' })).toBeNull();
    await click('Not now');
    await waitFor(() => expect(screen.queryByText(/something to lose/)).toBeNull());
    expect((await readMark(smallStore)).notNow).toBe(true);
  });
});

it("an order's own note, its flag and the buyer's words stand in its row", async () => {
  const { buyerId } = done(await recordPromise(book, anna, promiseOf()));
  const order = orderOf({ flag: 'red', sellerMemo: 'asked for a card', buyerMessage: 'no plastic please' });
  done(await importOrders(book, [order]));
  done(await linkOrders(book, buyerId ?? '', 'pdd', [order.number], 'seller'));
  const panel = stage(book);
  panel.show(chatWith('Anna', '10086'));
  const region = await screen.findByRole('region', { name: 'Orders' });
  await within(region).findByText('Flag: red');
  await within(region).findByText('Our note: asked for a card');
  await within(region).findByText('They wrote: no plastic please');
});

describe('the gift test', () => {
  const waiting = [rowOf('10086', 'Anna', 1, Date.parse('2026-11-22T11:50:00Z'))];

  it('says how long it would take before it can be switched on', async () => {
    await loadMore('en');
    const acts = {
      book,
      run: async (action: Promise<unknown>) => {
        await action;
      },
    } as unknown as Parameters<typeof GiftTest>[0]['acts'];
    render(
      <WordsProvider words={{ lang: 'en', t: translator('en') }}>
        <GiftTest acts={acts} />
      </WordsProvider>,
    );
    expect(screen.queryByRole('button', { name: 'Switch the test on' })).toBeNull();
    await click('How long would it take?');
    await screen.findByText(/356 buyers on each side/);
    await click('Switch the test on');
    await click('Switch the test off');
    await screen.findByRole('button', { name: 'How long would it take?' });
  });

  it('fills an apology without a gift where the coin falls so, and promises nothing', async () => {
    done(await saveGiftStock(book, { id: null, name: 'honey', count: 9, cost: null }));
    done(await saveSetting(book, GIFT_TEST, true));
    const panel = stage(book);
    panel.show(chatWith('Anna', '10086', { rows: waiting }));
    await screen.findByRole('heading', { level: 1, name: 'Anna' });
    press('a');
    await waitFor(() => expect(panel.filled).toHaveLength(1));
    expect(panel.filled[0]?.text).toContain('sorry to keep you waiting');
    expect(panel.filled[0]?.text).not.toContain('honey');
    await screen.findByText(/none this time/);
    expect(await book.db.gifts.toArray()).toMatchObject([{ coin: 'none', state: 'released' }]);
  });
});

describe('a late promise', () => {
  const due = { on: 'day', day: '2026-11-20' } as const;
  const unfold = async (panel: ReturnType<typeof stage>) => {
    panel.show(chatWith('Anna', '10086'));
    await click('The words and more: overdue');
  };

  it('is owned up to in the prepared words', async () => {
    done(await recordPromise(book, anna, promiseOf({ what: 'overdue', due })));
    const panel = stage(book);
    await unfold(panel);
    await click('Delay notice in reply');
    await waitFor(() => expect(panel.filled[0]?.text).toContain('“overdue” and it is late'));
  });

  it("or in the shop's own, which promises anew what it says", async () => {
    done(await recordPromise(book, anna, promiseOf({ what: 'overdue', due })));
    const own = starterTemplates('en', everyWord(translator('en') as never)).find(
      ({ key }) => key === 'delay',
    );
    if (!own) throw new Error('the starter set has no delay notice');
    const { key: _, ...input } = own;
    done(await saveTemplate(book, null, { ...input, text: 'Sorry, {call}: two more days.' }));
    const panel = stage(book);
    await unfold(panel);
    await click('“It ships later” in reply');
    await waitFor(() => expect(panel.filled[0]?.text).toBe('Sorry, Anna: two more days.'));
    await waitFor(async () =>
      expect((await book.db.promises.toArray()).map(({ state }) => state).toSorted()).toEqual([
        'open',
        'to-be-sent',
      ]),
    );
  });
});
