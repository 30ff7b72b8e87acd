import { browser } from 'wxt/browser';

const ID = 'chat';
const FILE = '/chat.js';

/**
 * Makes the content script run on exactly these patterns from now on.
 *
 * @returns the patterns that are new
 */
export async function registerOn(patterns: readonly string[]): Promise<readonly string[]> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  const before = new Set(registered?.matches ?? []);
  if (patterns.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return [];
  }
  const script = {
    id: ID,
    js: [FILE],
    matches: [...patterns],
    allFrames: true,
    persistAcrossSessions: true,
    runAt: 'document_idle' as const,
  };
  const same = before.size === patterns.length && patterns.every((pattern) => before.has(pattern));
  if (!registered) await browser.scripting.registerContentScripts([script]);
  else if (!same) await browser.scripting.updateContentScripts([script]);
  return patterns.filter((pattern) => !before.has(pattern));
}

/** Puts the script into pages that were open before. It finds out by itself if it is there already. */
export async function injectInto(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.allSettled(
    tabs.flatMap(({ id, discarded }) =>
      id === undefined || discarded
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [FILE] })],
    ),
  );
}
