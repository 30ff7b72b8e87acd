import { browser } from 'wxt/browser';
import { isFirefox } from './which';

/**
 * Whether the browser leaves what is stored here alone when the disk runs short; elsewhere it clears whole sites.
 * Chromium leaves alone whoever may store without limit. Firefox has to be asked, and then asks nobody.
 */
export async function storageIsKept(): Promise<boolean> {
  if (!isFirefox) return browser.permissions.contains({ permissions: ['unlimitedStorage'] });
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
