import { askPanel, isPanelCommand } from '@extension/messaging/commands';
import { openSidePanel } from '@extension/platform/side-panel';
import { browser } from 'wxt/browser';

/** How often, and how many times, a panel that is just opening is asked again: it has to find its chat first. */
const AGAIN_MS = 200;
const TIMES = 25;

/**
 * Keys of the browser for use from the chat. Call at the top level of the service worker. A key counts as a gesture,
 * but only until something is awaited: the panel is opened first, and asked afterwards.
 */
export function startCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const tabId = tab?.id;
    if (!isPanelCommand(name) || tabId === undefined) return;
    // Open already: nothing changes. Refused: a panel may still be there as a page.
    openSidePanel(tabId).catch(() => undefined);
    void askUntilDone(name, tabId);
  });
}

async function askUntilDone(...asked: Parameters<typeof askPanel>): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    if (await askPanel(...asked)) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
