import { emptyState } from '@extension/chat/states';
import { askChat, fillChat, listenChatState, onBookChanged } from '@extension/messaging';
import type { ChatState } from '@extension/messaging/chat-state';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver, FROM_PAGE, fakeRuntime, fromChat } from './fake-browser';

// Tries F-76 of test/faults.md.

const world = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser: world.browser }));

let runtime = fakeRuntime();
const sendMessage = vi.fn<(...args: unknown[]) => Promise<unknown>>();

beforeEach(() => {
  runtime = fakeRuntime();
  sendMessage.mockReset();
  Object.assign(world.browser, { runtime, tabs: { sendMessage } });
});

const state: ChatState = {
  ...emptyState('connected', { id: 'pdd', label: { zh: '拼', en: 'Pdd' } }, 'mms.pinduoduo.com'),
  buyer: { platform: 'pdd', strength: 'platform', key: '1', name: 'E***E', masked: true, sure: true },
  messages: [{ id: '1', side: 'buyer', text: '<b>在吗</b>', at: null }],
};

describe('what a chat page shows', () => {
  const hear = () => {
    const heard: unknown[] = [];
    const stop = listenChatState((...args) => heard.push(args));
    return { heard, stop };
  };
  const say = (body: unknown, sender: object = fromChat()) =>
    deliver(runtime, { type: 'chat/state', body }, sender);

  it('is heard from content scripts, with tab and frame', async () => {
    const { heard, stop } = hear();
    await say({ state }, { ...fromChat(), frameId: 3 });
    expect(heard).toEqual([[state, 7, 3]]);
    stop();
    await say({ state });
    expect(heard).toHaveLength(1);
  });

  it('is not heard from anybody else', async () => {
    const { heard } = hear();
    await say({ state }, FROM_PAGE);
    await say({ state }, { ...fromChat(), id: 'another-extension' });
    await say({ state }, { url: 'https://mms.pinduoduo.com/' });
    expect(heard).toEqual([]);
  });

  it.each([
    [
      'more messages than promised',
      { ...state, messages: Array.from({ length: 51 }, () => state.messages[0]) },
    ],
    ['a text that is too long', { ...state, draft: 'x'.repeat(401) }],
    ['a made-up status', { ...state, status: 'fine' }],
    [
      'an element instead of a name',
      { ...state, buyer: { ...state.buyer, name: { type: 'img', props: {} } } },
    ],
    ['time that is no number', { ...state, messages: [{ ...state.messages[0], at: '2026' }] }],
    ['nothing', null],
  ])('is dropped when it holds %s', async (_, odd) => {
    const { heard } = hear();
    await say({ state: odd });
    expect(heard).toEqual([]);
  });
});

describe('questions to a page', () => {
  it('give null when nobody answers, or answers something else', async () => {
    sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist'));
    expect(await askChat(7)).toBeNull();
    sendMessage.mockResolvedValueOnce({ state: { status: 'connected' }, frameId: 0 });
    expect(await askChat(7)).toBeNull();
    sendMessage.mockResolvedValueOnce({ state, frameId: 2 });
    expect(await askChat(7)).toEqual({ state, frameId: 2 });
  });

  it('go to one frame when a box is to be filled', async () => {
    const request = { text: '在的', buyerKey: '1', lastMessageId: '1', draft: 'refuse' } as const;
    sendMessage.mockResolvedValueOnce({ ok: true });
    expect(await fillChat(7, 2, request)).toEqual({ ok: true });
    expect(sendMessage).toHaveBeenCalledWith(7, { type: 'chat/fill', body: request }, { frameId: 2 });
    sendMessage.mockRejectedValueOnce(new Error('gone'));
    expect(await fillChat(7, 2, request)).toEqual({ ok: false, reason: 'no-page' });
  });
});

describe('news of the book', () => {
  it('is believed from our own pages only', async () => {
    const heard = vi.fn();
    onBookChanged(heard);
    await deliver(runtime, { type: 'book/changed', body: {} }, fromChat());
    await deliver(runtime, { type: 'book/changed', body: {} }, { url: 'chrome-extension://ownother/x.html' });
    expect(heard).not.toHaveBeenCalled();
    await deliver(runtime, { type: 'book/changed', body: {} }, FROM_PAGE);
    expect(heard).toHaveBeenCalledOnce();
  });
});
