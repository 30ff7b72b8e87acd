import { ownOrigin } from '@extension/platform/origin';
import { browser } from 'wxt/browser';
import type { Sender } from './wire';

/**
 * Who is speaking. The browser fills in the sender; a page cannot forge it. `externally_connectable` is absent,
 * so no page and no other extension can speak to us at all: these are the second lock.
 */

/** A content script of ours, in a page of somebody else. */
export function isContentScript(sender: Sender): boolean {
  return isOurs(sender) && sender.tab?.id !== undefined && !startsWithOrigin(sender.url);
}

/** A page or worker of the extension itself: the only ones allowed to ask for more than looking. */
export function isExtensionPage(sender: Sender): boolean {
  return isOurs(sender) && startsWithOrigin(sender.url);
}

/** For content scripts: a message from the extension. In some versions the worker has no address. */
export function isExtension(sender: Sender): boolean {
  return isOurs(sender) && (sender.url === undefined || startsWithOrigin(sender.url));
}

function isOurs(sender: Sender): boolean {
  return sender.id === browser.runtime.id;
}

function startsWithOrigin(url: string | undefined): boolean {
  const own = ownOrigin();
  return own !== '' && (url?.startsWith(own) ?? false);
}
