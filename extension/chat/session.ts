import type { ChatState } from '@extension/messaging/chat-state';
import type { ChatAnswer, FillRequest } from '@extension/messaging/protocol';
import { isExtension } from '@extension/messaging/senders';
import { listen, send } from '@extension/messaging/wire';
import { isFirefox } from '@extension/platform/which';
import { browser } from 'wxt/browser';
import type { Adapter } from './adapter';
import { type Engine, startEngine } from './engine/engine';
import { isChatAddress } from './sites';
import { emptyState } from './states';
import { structureOf } from './structure';
import { readWorked, writeWorked } from './worked';

/** Injected into a page that had been open longer than this, we may have missed switches. */
const LATE = 60_000;
/** The worker may be starting up, or busy with a new list of sites. */
const RETRIES = [500, 2000, 8000] as const;
/** In a frame that has nothing to follow yet, how often the address is looked at. */
const ADDRESS_EVERY = 2500;
/** Lets a frame that holds the chat answer first. */
const TOP_ANSWERS_AFTER = 200;

/** The content script's life in one frame. */
export interface ChatSession {
  readonly alive: () => boolean;
  /** Asks again which site this is: sites or permissions have changed. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

interface Hello {
  readonly adapter: Adapter | null;
  readonly frameId: number;
  readonly topUrl: string;
}

export function startSession(): ChatSession {
  const isTop = window.top === window;
  const startedLate = performance.now() > LATE;
  let hello: Hello = { adapter: null, frameId: 0, topUrl: location.href };
  let engine: Engine | null = null;
  let asked = 0;
  let href = location.href;

  const alive = () => {
    try {
      return browser.runtime?.id !== undefined;
    } catch {
      return false;
    }
  };

  const topUrl = () => {
    try {
      return window.top?.location.href ?? hello.topUrl;
    } catch {
      // The top page is of another origin.
      return hello.topUrl;
    }
  };

  const follow = async (next: Hello, mine: number) => {
    const same = JSON.stringify(next.adapter) === JSON.stringify(hello.adapter);
    hello = next;
    if (same && engine) return;
    const followed = engine !== null;
    engine?.stop();
    engine = null;
    const { adapter } = next;
    const worked = adapter ? await readWorked(adapter.id) : [];
    // Another answer came in the meantime: that one speaks.
    if (mine !== asked || !alive()) return;
    if (!adapter) {
      // Said aloud: else a panel would go on showing the buyer seen last.
      if (followed) void send('chat/state', { state: emptyState('not-chat') });
      return;
    }
    engine = startEngine({
      adapter,
      isTop,
      topUrl,
      startedLate,
      firefox: isFirefox,
      alive,
      worked,
      onWorked: (fields) => void writeWorked(adapter.id, fields),
      post: (state: ChatState) => void send('chat/state', { state }),
      onAddress: (url) => {
        if (!isChatAddress(adapter, url)) void ask();
      },
    });
  };

  const ask = async (attempt = 0): Promise<void> => {
    asked += 1;
    const mine = asked;
    const answer = await send('chat/hello', { url: location.href });
    if (mine !== asked || !alive()) return;
    if (isHello(answer)) return follow(answer, mine);
    const wait = RETRIES[attempt];
    if (wait !== undefined) setTimeout(() => mine === asked && void ask(attempt + 1), wait);
  };

  const stops = [
    listen('chat/ask', isExtension, () => answer()),
    listen('chat/fill', isExtension, (body) => (engine && isFill(body) ? engine.fill(body) : undefined)),
    listen('chat/structure', isExtension, () =>
      engine ? Promise.resolve(structureOf(document.body)) : undefined,
    ),
    listen('chat/refresh', isExtension, () => {
      void ask();
      return undefined;
    }),
  ];

  const answer = (): Promise<ChatAnswer> | undefined => {
    const seen = engine?.ask();
    if (!seen) return undefined;
    const reply = { state: seen.state, frameId: hello.frameId };
    if (seen.ready) return Promise.resolve(reply);
    return new Promise((resolve) => setTimeout(() => resolve(reply), TOP_ANSWERS_AFTER));
  };

  const addresses = setInterval(() => {
    if (!alive()) return stop();
    if (engine || location.href === href) return;
    href = location.href;
    void ask();
  }, ADDRESS_EVERY);

  function stop(): void {
    asked += 1;
    clearInterval(addresses);
    engine?.stop();
    engine = null;
    if (!alive()) return;
    for (const end of stops) end();
  }

  void ask();
  return { alive, refresh: () => void ask(), stop };
}

/** Our own worker answers; still, it may be of another version than this script. */
function isHello(answer: unknown): answer is Hello {
  return typeof answer === 'object' && answer !== null && 'adapter' in answer && 'frameId' in answer;
}

function isFill(body: unknown): body is FillRequest {
  if (typeof body !== 'object' || body === null) return false;
  const { text, buyerKey, lastMessageId, draft } = body as Record<string, unknown>;
  return (
    typeof text === 'string' &&
    text.length <= 10_000 &&
    typeof buyerKey === 'string' &&
    (lastMessageId === null || typeof lastMessageId === 'string') &&
    (draft === 'refuse' || draft === 'append' || draft === 'replace')
  );
}
