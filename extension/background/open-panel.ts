import { ownOrigin } from '@extension/platform/origin';
import { openSidePanel } from '@extension/platform/side-panel';
import { browser } from 'wxt/browser';

/**
 * Opens the panel from outside a page. A browser may take a click on a notification for no gesture of the
 * seller's and refuse the side panel; then the same page opens as a tab.
 */
export async function openPanel(): Promise<void> {
  try {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) throw new Error('No window is open: the panel opens as a tab.');
    await openSidePanel(tab.id);
  } catch {
    await browser.tabs.create({ url: `${ownOrigin()}sidepanel.html` });
  }
}
