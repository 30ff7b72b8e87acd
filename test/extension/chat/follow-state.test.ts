import { addressesFor, bestFrame } from '@extension/chat/follow-pick';
import { type Followed, followTab, requestFollow } from '@extension/chat/follow-state';
import { emptyState } from '@extension/chat/states';
import type { ChatState, ChatStatus } from '@extension/messaging/chat-state';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver, fakeEvent, fakeRuntime, fromChat } from '../messaging/fake-browser';

const world = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser: world.browser }));

interface Tab {
  readonly id: number;
  readonly url?: string;
}

const PDD = 'https://mms.pinduoduo.com/chat-merchant/index.html';
let runtime = fakeRuntime();
let openTab: Tab = { id: 1, url: PDD };
/** What the pages answer, by tab; a tab without an entry has no content script. */
let answers = new Map<number, ChatState>();
const event = () => fakeEvent<never[]>();
let tabs = { onActivated: event(), onUpdated: fakeEvent<[number, object]>(), onRemoved: event() };
const request = vi.fn(async (_: object) => true);

function state(status: ChatStatus, key?: string): ChatState {
  const buyer = key
    ? ({ platform: 'pdd', strength: 'platform', key, name: key, masked: false, sure: true } as const)
    : null;
  return { ...emptyState(status, { id: 'pdd', label: { zh: '', en: '' } }), buyer };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

beforeEach(() => {
  runtime = fakeRuntime();
  runtime.sendMessage.mockImplementation(async (message) =>
    (message as { type: string }).type === 'sites/known'
      ? [
          {
            id: 'pdd',
            label: { zh: '拼', en: 'P' },
            matches: ['https://mms.pinduoduo.com/*'],
            held: true,
            own: false,
            seen: '',
          },
        ]
      : undefined,
  );
  openTab = { id: 1, url: PDD };
  answers = new Map();
  tabs = { onActivated: event(), onUpdated: fakeEvent<[number, object]>(), onRemoved: event() };
  request.mockClear();
  Object.assign(world.browser, {
    runtime,
    permissions: { onAdded: event(), onRemoved: event(), request },
    tabs: {
      ...tabs,
      query: async () => [openTab],
      get: async (id: number) => ({ id, url: PDD }),
      sendMessage: async (id: number) => {
        const answer = answers.get(id);
        if (!answer) throw new Error('nobody');
        return { state: answer, frameId: 0 };
      },
    },
  });
});

function follow(fixed: number | null = null) {
  const seen: Followed[] = [];
  const stop = followTab(fixed, (it) => seen.push(it));
  return { last: () => seen.at(-1), stop };
}

describe('the page beside the panel', () => {
  it('is asked at once, and heard from then on', async () => {
    answers.set(1, state('connected', 'anna'));
    const { last, stop } = follow();
    await settle();
    expect(last()).toMatchObject({ tabId: 1, frameId: 0, state: { buyer: { key: 'anna' } } });
    await deliver(
      runtime,
      { type: 'chat/state', body: { state: state('connected', 'bella') } },
      fromChat(PDD, 1),
    );
    expect(last()?.state.buyer?.key).toBe('bella');
    stop();
    expect(runtime.onMessage.size()).toBe(0);
    expect(tabs.onUpdated.size()).toBe(0);
  });

  it('is another one after a change of tab; the old one is not heard any more, even in between', async () => {
    answers.set(1, state('connected', 'anna'));
    answers.set(2, state('connected', 'carla'));
    const { last, stop } = follow();
    await settle();
    openTab = { id: 2, url: PDD };
    tabs.onActivated.fire();
    runtime.onMessage.fire(
      { type: 'chat/state', body: { state: state('connected', 'late') } },
      { id: 'own-id', ...fromChat(PDD, 1) },
      () => {},
    );
    await settle();
    expect(last()).toMatchObject({ tabId: 2, state: { buyer: { key: 'carla' } } });
    stop();
  });

  it('shows nobody while it loads anew', async () => {
    answers.set(1, state('connected', 'anna'));
    const { last, stop } = follow(1);
    await settle();
    answers.clear();
    tabs.onUpdated.fire(1, { status: 'loading' });
    await settle();
    expect(last()?.state).toMatchObject({ status: 'connecting', buyer: null });
    stop();
  });

  it('shows nobody once its site is followed no more', async () => {
    answers.set(1, state('connected', 'anna'));
    const { last, stop } = follow(1);
    await settle();
    expect(last()?.state.buyer?.key).toBe('anna');
    answers.clear();
    runtime.sendMessage.mockImplementation(async () => []);
    await deliver(runtime, { type: 'chat/state', body: { state: emptyState('not-chat') } }, fromChat(PDD, 1));
    await settle();
    expect(last()?.state).toMatchObject({ status: 'not-chat', buyer: null });
    stop();
  });

  it('needs permission where the browser does not tell its address', async () => {
    openTab = { id: 1 };
    const { last, stop } = follow();
    await settle();
    expect(last()?.state.status).toBe('needs-permission');
    stop();
  });

  it('is no chat page where no site is known', async () => {
    openTab = { id: 1, url: 'https://example.com/' };
    const { last, stop } = follow();
    await settle();
    expect(last()?.state.status).toBe('not-chat');
    stop();
  });
});

describe('choosing', () => {
  it('the frame that holds the chat, not the page around it', () => {
    const frames = new Map([
      [0, state('connecting')],
      [5, state('connected', 'anna')],
    ]);
    expect(bestFrame(frames)?.frameId).toBe(5);
    expect(bestFrame(new Map([[0, state('teach')]]))?.frameId).toBe(0);
    expect(bestFrame(new Map())).toBeNull();
  });

  it('the addresses to ask for: those of this page only', () => {
    const site = {
      id: 'two',
      label: { zh: '', en: '' },
      matches: ['https://a.example.com/*', 'https://b.example.com/*'],
      held: false,
      own: true,
      seen: '',
    };
    expect(addressesFor('https://b.example.com/chat', [site])).toMatchObject({
      status: 'needs-permission',
      matches: ['https://b.example.com/*'],
    });
  });
});

describe('asking for permission', () => {
  it('asks for the exact addresses, at once, and tells the worker when allowed', async () => {
    const asked = requestFollow(['http://localhost:5173/*', 'https://a.example.com/*']);
    expect(request).toHaveBeenCalledWith({ origins: ['http://localhost/*', 'https://a.example.com/*'] });
    expect(await asked).toBe(true);
    expect(runtime.sendMessage).toHaveBeenCalledWith({ type: 'sites/changed', body: {} });
  });

  it('says no when the seller does', async () => {
    request.mockResolvedValueOnce(false);
    expect(await requestFollow(['https://a.example.com/*'])).toBe(false);
    request.mockRejectedValueOnce(new Error('not in the list'));
    expect(await requestFollow(['https://a.example.com/*'])).toBe(false);
    expect(runtime.sendMessage).not.toHaveBeenCalled();
  });
});
