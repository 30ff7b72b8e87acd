import { askChat, listenChatState } from '@extension/messaging/chat';
import type { ChatState } from '@extension/messaging/chat-state';
import { knownSites, notifySitesChanged } from '@extension/messaging/news';
import { type Browser, browser } from 'wxt/browser';
import { addressesFor, bestFrame, type FrameState } from './follow-pick';
import { browserPattern } from './match';
import { emptyState } from './states';

/** The page the panel stands beside. */
export interface Followed {
  readonly state: ChatState;
  readonly tabId: number | null;
  readonly frameId: number | null;
  /** What to ask the browser for so that this page can be followed; empty when its address is not known. */
  readonly matches: readonly string[];
}

/** How often a page that has not answered yet is asked again: it may still be loading. */
const ASK_AGAIN = 1500;

/**
 * Follows the open tab of this window, or one tab for good. Tells at once what is known, then every change.
 *
 * @param fixedTab the tab to stay with; null = whichever is open in the panel's window
 * @returns stops following
 */
export function followTab(fixedTab: number | null, onState: (seen: Followed) => void): () => void {
  let tabId = fixedTab;
  const frames = new Map<number, ChatState>();
  let turn = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  const tell = (state: ChatState, frameId: number | null, matches: readonly string[] = []) =>
    onState({ state, tabId, frameId, matches });

  /** @returns whether anything has been heard from the tab */
  const tellBest = (): boolean => {
    const best: FrameState | null = bestFrame(frames);
    if (best) tell(best.state, best.frameId);
    return best !== null;
  };

  const look = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    clearTimeout(again);
    const tab = await (fixedTab === null ? openTab() : browser.tabs.get(fixedTab).catch(() => null));
    if (mine !== turn) return;
    if ((tab?.id ?? null) !== tabId) frames.clear();
    tabId = tab?.id ?? null;
    if (!tab || tabId === null) return tell(emptyState('not-chat'), null);
    const before = new Map(frames);
    const answer = await askChat(tabId);
    if (mine !== turn) return;
    if (answer) {
      // What a frame has told by itself in the meantime is newer than its answer.
      if (frames.get(answer.frameId) === before.get(answer.frameId)) frames.set(answer.frameId, answer.state);
      return void tellBest();
    }
    for (const [frameId, state] of before) if (frames.get(frameId) === state) frames.delete(frameId);
    const { status, site, matches } = addressesFor(tab.url, await knownSites());
    if (mine !== turn || tellBest()) return;
    tell(emptyState(status, site, hostOf(tab.url)), null, matches);
    if (status === 'connecting') again = setTimeout(() => void look(), ASK_AGAIN);
  };

  const onActivated = () => {
    if (fixedTab === null) void look();
  };
  const onUpdated = (id: number, change: { status?: string; url?: string }) => {
    if (id !== tabId || (change.status === undefined && change.url === undefined)) return;
    // A loading page has no state any more; the old one must not linger beside the new page.
    if (change.status === 'loading') frames.clear();
    void look();
  };
  const onRemoved = (id: number) => {
    if (id === tabId) void look();
  };
  const onPermissions = () => void look();

  const stopListening = listenChatState((state, from, frameId) => {
    if (from !== tabId) return;
    clearTimeout(again);
    if (letGo(state)) {
      frames.delete(frameId);
      return void look();
    }
    frames.set(frameId, state);
    tellBest();
  });
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  browser.permissions.onAdded.addListener(onPermissions);
  browser.permissions.onRemoved.addListener(onPermissions);
  tell(emptyState('connecting'), null);
  void look();

  return () => {
    turn += 1;
    clearTimeout(again);
    stopListening();
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(onRemoved);
    browser.permissions.onAdded.removeListener(onPermissions);
    browser.permissions.onRemoved.removeListener(onPermissions);
  };
}

/**
 * Asks the browser for these addresses. Call it directly in the click: after an `await` the browser refuses.
 *
 * @returns whether the seller allowed it
 */
export async function requestFollow(matches: readonly string[]): Promise<boolean> {
  if (matches.length === 0) return false;
  const origins = [...new Set(matches.map(browserPattern))];
  const allowed = await browser.permissions.request({ origins }).catch(() => false);
  if (allowed) await notifySitesChanged();
  return allowed;
}

/** A frame whose site was removed, or is not allowed any more, speaks for no site. */
function letGo({ status, adapterId }: ChatState): boolean {
  return status === 'not-chat' && adapterId === '';
}

async function openTab(): Promise<Browser.tabs.Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

function hostOf(url: string | undefined): string {
  try {
    return url ? new URL(url).host : '';
  } catch {
    return '';
  }
}
