import type { ChatAnswer } from '@extension/messaging/protocol';
import type { Page } from 'playwright-core';

interface Tabs {
  query(filter: { readonly url: string }): Promise<readonly { readonly id: number }[]>;
}

/** The number the browser gives to the tab of an address, as `sidepanel.html?tab=` wants it. */
export async function tabOf(ours: Page, address: string): Promise<number> {
  const [tab] = await ours.evaluate(
    (url) => (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome.tabs.query({ url }),
    `${address}*`,
  );
  if (!tab) throw new Error(`No tab shows ${address}.`);
  return tab.id;
}

/** What the content script in a tab answers when the panel asks it; null where none is. */
export function askTab(ours: Page, tab: number): Promise<ChatAnswer | null> {
  return ours.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { sendMessage(id: number, message: object): Promise<ChatAnswer> } };
    };
    return chrome.tabs.sendMessage(id, { type: 'chat/ask', body: {} }).catch(() => null);
  }, tab);
}

/** Ends the service worker as the browser does when it has been idle. */
export async function stopWorkers(ours: Page): Promise<void> {
  const session = await ours.context().newCDPSession(ours);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
