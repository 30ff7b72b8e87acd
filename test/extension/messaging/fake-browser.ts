import { vi } from 'vitest';

type Listener = (message: unknown, sender: unknown, answer: (value: unknown) => void) => unknown;

export const OWN = 'chrome-extension://own/';

/** An event as extensions know it, which tests can fire. */
export function fakeEvent<Args extends unknown[]>() {
  const listeners = new Set<(...args: Args) => void>();
  return {
    addListener: (listener: (...args: Args) => void) => void listeners.add(listener),
    removeListener: (listener: (...args: Args) => void) => void listeners.delete(listener),
    fire: (...args: Args) => {
      for (const listener of listeners) listener(...args);
    },
    size: () => listeners.size,
  };
}

/** As much of a browser as messages need; `deliver` plays the other side. */
export function fakeRuntime() {
  const onMessage = fakeEvent<Parameters<Listener>>();
  return {
    id: 'own-id',
    getURL: (path: string) => `${OWN}${path.replace(/^\//, '')}`,
    onMessage,
    onInstalled: fakeEvent<[]>(),
    onStartup: fakeEvent<[]>(),
    sendMessage: vi.fn(async (_message: unknown): Promise<unknown> => undefined),
  };
}

export type FakeRuntime = ReturnType<typeof fakeRuntime>;

/** Delivers a message and waits for the answer; undefined when nobody answers. */
export async function deliver(runtime: FakeRuntime, message: unknown, sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    runtime.onMessage.fire(message, { id: 'own-id', ...sender }, resolve);
    setTimeout(() => resolve(undefined), 50);
  });
}

export const FROM_PAGE = { url: `${OWN}sidepanel.html` };
export const fromChat = (url = 'https://mms.pinduoduo.com/chat-merchant/index.html', tabId = 7) => ({
  url,
  frameId: 0,
  tab: { id: tabId, url },
});
