// @vitest-environment happy-dom
import type { OpenBook } from '@extension/book/open';
import type { ChatState } from '@extension/messaging/chat-state';
import { StatusLine } from '@extension/panel/StatusLine';
import { DEFAULT_SETTINGS, PanelContext } from '@extension/panel/state/context';
import { createSession } from '@extension/panel/state/session';
import { WordsProvider } from '@extension/ui/words';
import { translator } from '@shared/i18n';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshBook } from '../book/desk';
import { chatWith, rowOf } from './stage';

const world = vi.hoisted(() => ({ structure: 'body\n  div …' as unknown, asked: [] as unknown[] }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { id: 'us', onMessage: { addListener: () => undefined, removeListener: () => undefined } },
    tabs: {
      sendMessage: async (...message: unknown[]) => {
        world.asked.push(message);
        return world.structure;
      },
    },
  },
}));

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
  world.asked = [];
});
afterEach(() => {
  cleanup();
  book.close();
});

/** The status line alone, beside a page in tab 7. */
function show(state: ChatState) {
  const copied: string[] = [];
  const session = createSession({
    book,
    tabId: 7,
    all: false,
    storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    port: {
      follow: () => () => undefined,
      fill: async () => ({ ok: true }),
      allow: async () => false,
      copy: async (text) => void copied.push(text),
    },
  });
  render(
    <WordsProvider words={{ lang: 'en', t: translator('en') }}>
      <PanelContext.Provider value={{ session, settings: DEFAULT_SETTINGS }}>
        <StatusLine>{null}</StatusLine>
      </PanelContext.Provider>
    </WordsProvider>,
  );
  act(() => {
    session.followed.value = { state, tabId: 7, frameId: 0, matches: [] };
  });
  return { copied };
}

describe('a page that changed', () => {
  const changed = chatWith('小雨林', '小雨林', {
    status: 'changed',
    missing: ['composer'],
    won: { name: '2', list: 'generic' },
    rows: [rowOf('小雨林', '小雨林', 1, Date.now())],
  });

  it('says so, and shows field by field what is found and how', async () => {
    show(changed);
    await screen.findByText(/The page was rebuilt/);
    fireEvent.click(await screen.findByRole('button', { name: 'Check this page' }));
    const list = await screen.findByRole('region', { name: 'What is found on this page' });
    const lines = [...list.querySelectorAll('li')].map((line) => line.textContent?.trim());
    expect(lines[0]).toContain('小雨林');
    expect(lines[0]).toContain('way 2');
    expect(lines[2]).toContain('1 conversation');
    expect(lines[2]).toContain('by where it stands');
    expect(lines[4]).toContain('not found');
    expect(lines[5]).toContain('1 waiting');
  });

  it('gives the skeleton of the page away, asked of the frame that is followed', async () => {
    const panel = show(changed);
    fireEvent.click(await screen.findByRole('button', { name: 'Check this page' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Copy the skeleton of the page' }));
    await waitFor(() => expect(panel.copied).toEqual(['body\n  div …']));
    await screen.findByText(/Copied: 2 lines/);
    expect(world.asked[0]).toEqual([7, { type: 'chat/structure', body: {} }, { frameId: 0 }]);
  });

  it('does not say that nobody waits where the list was not found', async () => {
    show({ ...changed, rows: null, won: {} });
    fireEvent.click(await screen.findByRole('button', { name: 'Check this page' }));
    const list = await screen.findByRole('region', { name: 'What is found on this page' });
    expect(list.querySelectorAll('li')[5]?.textContent).toContain('not found');
  });
});
