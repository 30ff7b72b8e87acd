import type { OpenBook } from '@extension/book/open';
import type { Followed } from '@extension/chat/follow-state';
import type { ChatState, SeenMessage, SeenRow } from '@extension/messaging/chat-state';
import type { FillRequest, FillResult } from '@extension/messaging/protocol';
import { Panel } from '@extension/panel/Panel';
import { WordsProvider } from '@extension/ui/words';
import { type Lang, translator } from '@shared/i18n';
import { act, render, screen } from '@testing-library/preact';
import { afterAll, vi } from 'vitest';

// The panel fetches parts once it stands: a test that is over by then must not leave them half read.
afterAll(() => vi.dynamicImportSettled());

export { chatWith } from './stage-chat';

export function rowOf(key: string, name: string, place: number, waitingSince: number): SeenRow {
  return { key, name, unread: 1, preview: '', active: false, waitingSince, waitExact: true, place };
}

export function said(side: SeenMessage['side'], id: string, text: string): SeenMessage {
  return { side, id, text, at: null };
}

/** The panel over a real book; only the chat page and the clipboard are played. */
export function stage(
  book: OpenBook,
  options: { readonly lang?: Lang; readonly all?: boolean; readonly companion?: boolean } = {},
) {
  const lang = options.lang ?? 'en';
  const filled: FillRequest[] = [];
  const copied: string[] = [];
  const kept = new Map<string, string>();
  let tell: (seen: Followed) => void = () => undefined;
  let answer: FillResult = { ok: true };
  const view = render(
    <WordsProvider words={{ lang, t: translator(lang) }}>
      <Panel
        book={book}
        tabId={7}
        all={options.all ?? false}
        companion={options.companion ?? false}
        onReady={() => {
          document.documentElement.dataset.ready = 'true';
        }}
        storage={{
          getItem: (key) => kept.get(key) ?? null,
          setItem: (key, value) => void kept.set(key, value),
          removeItem: (key) => void kept.delete(key),
        }}
        port={{
          follow: (_, onSeen) => {
            tell = onSeen;
            return () => undefined;
          },
          fill: async (_tab, _frame, request) => {
            filled.push(request);
            return answer;
          },
          allow: async () => false,
          copy: async (text) => void copied.push(text),
        }}
      />
    </WordsProvider>,
  );
  return {
    view,
    filled,
    copied,
    kept,
    answers: (next: FillResult) => {
      answer = next;
    },
    show: (state: ChatState) => act(() => tell({ state, tabId: 7, frameId: 0, matches: [] })),
  };
}

/** Presses a key where the focus is. */
export function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });
}

/** Types into a field of the form that is open. */
export function type(label: string, text: string): void {
  const field = screen.getByLabelText(label, { exact: true }) as HTMLInputElement;
  act(() => {
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
