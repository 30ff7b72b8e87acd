// @vitest-environment happy-dom
import { saveSite } from '@extension/book/actions/sites';
import type { OpenBook } from '@extension/book/open';
import { sites } from '@extension/book/reads/sites';
import { TAUGHT } from '@extension/chat/taught';
import { STEPS } from '@extension/chat/teach/steps';
import type { PickerCommand, PickerWord } from '@extension/messaging/teach-words';
import { TEACH_LINE } from '@extension/messaging/teach-words';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done, freshBook } from '../book/desk';
import { chatWith, rowOf, said, stage } from './stage';

type Listener = (...args: never[]) => void;
const world = vi.hoisted(() => ({
  connect: new Set<Listener>(),
  locked: false,
  told: [] as unknown[],
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'us',
      getURL: (path: string) => `chrome-extension://us${path}`,
      sendMessage: async (message: unknown) => void world.told.push(message),
      onMessage: { addListener: () => undefined, removeListener: () => undefined },
      onConnect: {
        addListener: (listener: Listener) => world.connect.add(listener),
        removeListener: (listener: Listener) => world.connect.delete(listener),
      },
    },
    scripting: {
      executeScript: async () => {
        if (world.locked) throw new Error('Cannot access contents of the page.');
      },
    },
  },
}));

/** A picker in one frame of tab 7, played by hand. */
function picker(frameId: number, url = 'https://talk.example/desk') {
  const heard: PickerCommand[] = [];
  let hear: (message: unknown) => void = () => undefined;
  let gone: () => void = () => undefined;
  const port = {
    name: TEACH_LINE,
    sender: { id: 'us', url, frameId, tab: { id: 7 } },
    onMessage: { addListener: (listener: typeof hear) => (hear = listener) },
    onDisconnect: { addListener: (listener: typeof gone) => (gone = listener) },
    postMessage: (command: PickerCommand) => void heard.push(command),
    disconnect: () => undefined,
  };
  act(() => {
    for (const listener of world.connect) (listener as (port: unknown) => void)(port);
  });
  return {
    heard,
    say: (word: PickerWord) => act(() => hear(word)),
    leave: () => act(() => gone()),
    asked: () => heard.findLast((command) => command.do === 'pick'),
  };
}

const unknown = chatWith('', '', {
  status: 'teach',
  buyer: null,
  rows: null,
  adapterId: 'page-talk.example',
});
const adapter = {
  id: 'page-talk.example',
  label: { zh: 'talk.example', en: 'talk.example' },
  matches: ['https://talk.example/*'],
  evidence: [{ seen: '2026-11-22', how: TAUGHT }],
};
const seen = chatWith('Anna', 'Anna', {
  conversation: 'Anna',
  rows: [{ ...rowOf('Anna', 'Anna', 1, 0), active: true }, rowOf('Bella', 'Bella', 2, 0)],
  messages: [said('buyer', '1', 'hi'), said('seller', '2', 'hello'), said('unknown', '3', '?')],
  won: { name: '1', list: '1', messages: 'generic', composer: '1' },
});

let book: OpenBook;
beforeEach(async () => {
  world.connect.clear();
  world.told = [];
  world.locked = false;
  book = await freshBook();
});
afterEach(() => {
  cleanup();
  book.close();
});

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

async function begin() {
  const panel = stage(book);
  panel.show(unknown);
  await press('Teach this page');
  await press('Begin');
  await waitFor(() => expect(world.connect.size).toBe(1));
  const page = picker(0);
  await waitFor(() => expect(page.asked()).toMatchObject({ step: 'name' }));
  return { panel, page };
}

describe('teaching', () => {
  it('asks step by step in words, and shows what the engine found before it is kept', async () => {
    const { page } = await begin();
    for (const step of STEPS) {
      await waitFor(() => expect(page.asked()).toMatchObject({ step }));
      expect(page.asked()).toMatchObject({ say: expect.stringMatching(/^Click .*Esc leaves$/) });
      page.say({ told: 'picked', step, words: 'Anna' });
    }
    await waitFor(() => expect(page.heard.at(-1)).toEqual({ do: 'preview', day: '2026-11-22' }));
    page.say({ told: 'preview', adapter, state: seen, box: true });
    await screen.findByText('2 rows: Anna、Bella · Anna is open');
    await screen.findByText('1 from the buyer, 1 from you, 1 of which it is not clear');
    await screen.findByText('(by where it stands and what it says)');
    await press('Keep and follow');
    await waitFor(async () => expect(await sites(book)).toMatchObject([{ adapterId: 'page-talk.example' }]));
    await waitFor(() => expect(world.told).toContainEqual({ type: 'sites/changed', body: {} }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(world.connect.size).toBe(0);
    world.told = [];
    await press('Undo');
    await waitFor(async () => expect(await sites(book)).toEqual([]));
    await waitFor(() => expect(world.told).toContainEqual({ type: 'sites/changed', body: {} }));
  });

  it('says what is lost by leaving something out; half a pair is nothing', async () => {
    const { page } = await begin();
    await screen.findByText(/Left out, the name is looked for by its place/);
    await press('Leave this out');
    await waitFor(() => expect(page.asked()).toMatchObject({ step: 'rowA' }));
    await press('Leave this out');
    await waitFor(() => expect(page.asked()).toMatchObject({ step: 'theirs' }));
    page.say({ told: 'picked', step: 'theirs', words: 'hi' });
    await waitFor(() => expect(page.asked()).toMatchObject({ step: 'mine' }));
    await press('Leave this out');
    expect(page.heard).toContainEqual({ do: 'forget', step: 'theirs' });
    await press('Leave this out');
    await screen.findByText(/Nothing was pointed at/);
    expect(screen.queryByRole('button', { name: 'Keep and follow' })).toBeNull();
  });

  it('says what can not be taken, and what stands in another frame', async () => {
    const { page } = await begin();
    page.say({ told: 'refused', step: 'name', why: 'no-words' });
    await screen.findByText(/There are no words there/);
    page.say({ told: 'picked', step: 'name', words: 'Anna' });
    const other = picker(4);
    await waitFor(() => expect(other.asked()).toMatchObject({ step: 'rowA' }));
    other.say({ told: 'picked', step: 'rowA', words: 'Anna' });
    await screen.findByText(/another frame of the page/);
    expect(other.heard).toContainEqual({ do: 'forget', step: 'rowA' });
    await press('One back');
    await waitFor(() => expect(page.asked()).toMatchObject({ step: 'name' }));
  });

  it('rests when Esc was pressed in the page, ends when the page is loaded anew', async () => {
    const { page } = await begin();
    page.say({ told: 'left' });
    await press('Go on pointing');
    page.say({ told: 'picked', step: 'name', words: 'Anna' });
    page.leave();
    await screen.findByText(/loaded anew/);
    expect(world.connect.size).toBe(0);
  });

  it('ends with the panel’s screen', async () => {
    await begin();
    await press('Close');
    await waitFor(() => expect(world.connect.size).toBe(0));
  });

  it('tells the picker the description there is, the seller’s own first', async () => {
    const own = { ...adapter, composer: { box: ['textarea'] } };
    done(await saveSite(book, own));
    const { page } = await begin();
    await waitFor(() =>
      expect(page.heard).toContainEqual({ do: 'base', base: expect.objectContaining(own) }),
    );
  });

  it('says so where the browser does not let us in', async () => {
    world.locked = true;
    stage(book).show(unknown);
    await press('Teach this page');
    await press('Begin');
    await screen.findByText(/does not let us into this page/);
  });

  it('asks for the address of a page that is not allowed yet', async () => {
    stage(book).show({ ...unknown, status: 'needs-permission' });
    await press('Menu');
    await press('Teach this page');
    fireEvent.input(await screen.findByLabelText('Address of the chat page'), {
      target: { value: 'ftp://x' },
    });
    await press('Allow this site');
    await screen.findByText(/is no address that can be followed/);
  });
});
