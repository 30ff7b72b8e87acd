import type { ChatState } from '@extension/messaging/chat-state';
import type { FillRequest, FillResult } from '@extension/messaging/protocol';
import type { Adapter } from '../adapter';
import { insertText } from '../insert/insert';
import { emptyState } from '../states';
import { type Field, workedSoFar } from './health';
import { type Look, look } from './look';
import { createMemory } from './memory';
import { watchPage } from './watch';

/** At most one message a second; another buyer or status is told at once. */
const QUIET = 1000;
const AT_ONCE = 150;

export interface EngineOptions {
  readonly adapter: Adapter;
  readonly isTop: boolean;
  readonly topUrl: () => string;
  readonly startedLate: boolean;
  readonly firefox: boolean;
  readonly post: (state: ChatState) => void;
  /** False once the extension was reloaded or removed: then the page is left alone. */
  readonly alive: () => boolean;
  readonly onAddress: (url: string) => void;
  /** What was found on this site another day. */
  readonly worked?: readonly Field[];
  /** Something was found that is not known to work yet. */
  readonly onWorked?: (worked: readonly Field[]) => void;
}

export interface Engine {
  /** What stands in the page now; null while this frame has nothing to say. */
  readonly ask: () => Look | null;
  readonly fill: (request: FillRequest) => Promise<FillResult>;
  readonly stop: () => void;
}

/** Follows one chat page: looks when something moves, tells when something is new. */
export function startEngine(options: EngineOptions): Engine {
  const { adapter } = options;
  const memory = createMemory(options.startedLate, options.worked);
  let known = (options.worked ?? []).length;
  let composing = false;
  let told = '';
  let toldState: ChatState | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let later: ReturnType<typeof setTimeout> | undefined;
  let spoken = false;

  const lookNow = (): Look => {
    const around = { document, url: location.href, topUrl: options.topUrl(), now: Date.now() };
    try {
      return look(adapter, around, memory);
    } catch {
      // A form may name a field `firstChild` and so break the ways of reading. Nothing is better than something old.
      const state = { ...emptyState('changed', adapter, location.host), missing: ['ready'] };
      return { state, soon: false, ready: false, box: null, trees: [] };
    }
  };

  /** A frame without the chat in it stays silent; the top one speaks for a page where none is ready. */
  const maySpeak = (seen: Look) => options.isTop || spoken || (seen.ready && adapter.ready !== undefined);

  const tell = (seen: Look) => {
    if (!maySpeak(seen)) return;
    const text = JSON.stringify(seen.state);
    if (text === told) return;
    const gap = isSwitch(toldState, seen.state) ? AT_ONCE : QUIET;
    const rest = toldAt + gap - Date.now();
    clearTimeout(later);
    if (rest > 0) {
      later = setTimeout(pass, rest);
      return;
    }
    told = text;
    toldState = seen.state;
    toldAt = Date.now();
    spoken = true;
    options.post(seen.state);
  };

  const remember = ({ state }: Look) => {
    // Only what was found beside a buyer who is known for sure is proof that the adapter fits.
    if (!state.buyer?.sure) return;
    const worked = workedSoFar(memory.health);
    if (worked.length <= known) return;
    known = worked.length;
    options.onWorked?.(worked);
  };

  const pass = () => {
    const seen = lookNow();
    remember(seen);
    tell(seen);
    return seen;
  };

  const onComposition = (event: Event) => {
    composing = event.type === 'compositionstart';
  };
  document.addEventListener('compositionstart', onComposition, { capture: true, passive: true });
  document.addEventListener('compositionend', onComposition, { capture: true, passive: true });
  const watch = watchPage(adapter, { pass, alive: options.alive, onAddress: options.onAddress });

  return {
    ask() {
      const seen = lookNow();
      return maySpeak(seen) ? seen : null;
    },
    async fill(request) {
      const isSame = () => {
        const { buyer, messages } = lookNow().state;
        return buyer?.key === request.buyerKey && (messages.at(-1)?.id ?? null) === request.lastMessageId;
      };
      if (!isSame()) return { ok: false, reason: 'changed' };
      const { box } = lookNow();
      if (!box) return { ok: false, reason: 'no-box' };
      const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
      return insertText(box, request, {
        firefox: options.firefox,
        wait,
        stillSame: isSame,
        composing: () => composing,
      });
    },
    stop() {
      clearTimeout(later);
      document.removeEventListener('compositionstart', onComposition, { capture: true });
      document.removeEventListener('compositionend', onComposition, { capture: true });
      watch.stop();
    },
  };
}

function isSwitch(before: ChatState | null, now: ChatState): boolean {
  return (
    before === null ||
    before.status !== now.status ||
    before.buyer?.key !== now.buyer?.key ||
    before.buyer?.strength !== now.buyer?.strength ||
    before.buyer?.sure !== now.buyer?.sure
  );
}
