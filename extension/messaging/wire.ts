import { type Browser, browser } from 'wxt/browser';
import type { MessageType, Request, Response } from './protocol';

/**
 * The one place that touches the browser's messages. Small enough for the content script, which must not carry
 * a schema library: what comes in is `unknown` and is parsed by whoever listens.
 */
export type Sender = Browser.runtime.MessageSender;

interface Envelope {
  readonly type: MessageType;
  readonly body: unknown;
}

/** Sends to every extension page and the service worker. Nobody listening is no error: undefined. */
export async function send<Type extends MessageType>(
  type: Type,
  body: Request<Type>,
): Promise<unknown | undefined> {
  try {
    return await browser.runtime.sendMessage({ type, body } satisfies Envelope);
  } catch {
    return undefined;
  }
}

/** Sends to the content scripts of a tab: to one frame, or to all, where the first answer counts. */
export async function sendToTab<Type extends MessageType>(
  tabId: number,
  type: Type,
  body: Request<Type>,
  frameId?: number,
): Promise<unknown | undefined> {
  const message = { type, body } satisfies Envelope;
  try {
    return await (frameId === undefined
      ? browser.tabs.sendMessage(tabId, message)
      : browser.tabs.sendMessage(tabId, message, { frameId }));
  } catch {
    return undefined;
  }
}

/**
 * Listens for one type of message. `from` looks at the sender first; a message from anyone else is left
 * unanswered, as if nobody were here. A handler that returns undefined leaves the answer to others.
 *
 * @returns stops listening
 */
export function listen<Type extends MessageType>(
  type: Type,
  from: (sender: Sender) => boolean,
  handle: (body: unknown, sender: Sender) => Promise<Response<Type> | undefined> | undefined,
): () => void {
  const listener = (message: unknown, sender: Sender, answer: (response: unknown) => void) => {
    if (!isEnvelope(message) || message.type !== type || !from(sender)) return;
    const response = handle(message.body, sender);
    if (!response) return;
    response.then(answer, () => answer(undefined));
    // Both browsers keep the channel open for this; promises as return value only Firefox knows in all versions.
    return true as const;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'type' in message && 'body' in message;
}
