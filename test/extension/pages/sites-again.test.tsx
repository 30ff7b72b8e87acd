// @vitest-environment happy-dom
import { rememberAllowed } from '@extension/book/actions/allowed-sites';
import type { OpenBook } from '@extension/book/open';
import { allowedSites } from '@extension/book/reads/allowed-sites';
import type { KnownSite } from '@extension/messaging/protocol';
import { SitesAgain, sitesToAllow } from '@extension/pages/options/SitesAgain';
import { useActs } from '@extension/pages/use-acts';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { loadMore } from '@shared/i18n/more';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done, freshBook } from '../book/desk';

const browsers = vi.hoisted(() => ({ request: vi.fn(async (_wish: object) => true) }));
vi.mock('wxt/browser', () => ({ browser: { permissions: { request: browsers.request } } }));

const site = (id: string, held: boolean): KnownSite => ({
  id,
  label: { zh: id, en: id },
  matches: [`https://${id}.example.com/*`],
  held,
  own: false,
  seen: '',
});
const known = [site('one', false), site('two', true), site('three', false)];
const patterns = (...ids: readonly string[]) => ids.map((id) => `https://${id}.example.com/*`);

it('offers what is remembered and not allowed, and nothing else', () => {
  const offered = (remembered: readonly string[]) => sitesToAllow(known, remembered).map(({ id }) => id);
  expect(offered(patterns('one', 'two', 'gone'))).toEqual(['one']);
  expect(offered([])).toEqual([]);
});

describe('after moving house', () => {
  let book: OpenBook;
  beforeEach(async () => {
    browsers.request.mockReset();
    book = await freshBook();
    done(await rememberAllowed(book, patterns('one', 'two')));
    await loadMore('en');
  });
  afterEach(() => {
    cleanup();
    book.close();
  });
  function Page() {
    return <SitesAgain acts={useActs(book)} known={known} />;
  }
  const show = () =>
    render(
      <WordsProvider words={{ lang: 'en', t: translator('en') }}>
        <Page />
      </WordsProvider>,
    );

  it('asks the browser in the click itself, and says when it was refused', async () => {
    browsers.request.mockResolvedValue(false);
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Allow one again' }));
    expect(browsers.request.mock.calls).toEqual([[{ origins: patterns('one') }]]);
    expect((await screen.findByRole('alert')).textContent).toMatch(/one/);
    expect(screen.queryByRole('button', { name: 'Allow two again' })).toBeNull();
  });

  it('lets a site go that is not wanted here', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Not here' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Allow one again' })).toBeNull());
    expect(await allowedSites(book)).toEqual(patterns('two'));
  });
});
