import { browser } from 'wxt/browser';
import { isFirefox } from './which';

/** The parts of Firefox's sidebar that Chrome's types do not know. */
interface FirefoxSidebar {
  readonly sidebarAction: { open(): Promise<void>; toggle(): Promise<void> };
}

const firefox = browser as unknown as FirefoxSidebar;

/**
 * Opens the panel beside a tab. Must be called directly in a click or key: after an `await` browsers refuse.
 */
export function openSidePanel(tabId: number): Promise<void> {
  return isFirefox ? firefox.sidebarAction.open() : browser.sidePanel.open({ tabId });
}

/** Makes the toolbar button open the panel. Call at the top level of the service worker. */
export function openPanelOnActionClick(): void {
  if (isFirefox) {
    browser.action.onClicked.addListener(() => void firefox.sidebarAction.toggle());
    return;
  }
  void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}
