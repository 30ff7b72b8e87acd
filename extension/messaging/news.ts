import * as v from 'valibot';
import type { KnownSite } from './protocol';
import { knownSitesSchema } from './schemas';
import { isExtensionPage } from './senders';
import { listen, send } from './wire';

/** Tells the service worker and all other pages that the book has a new record. Call after the acknowledgement. */
export async function notifyBookChanged(): Promise<void> {
  await send('book/changed', {});
}

/** Tells the service worker that the seller's sites or permissions have changed: what may be followed, is. */
export async function notifySitesChanged(): Promise<void> {
  await send('sites/changed', {});
}

/** A deed that was taken back may have been about sites: then the pages they are of must hear of it. */
export function notifyIfSites(changes: readonly { readonly table: string }[]): void {
  if (changes.some(({ table }) => table === 'sites')) void notifySitesChanged();
}

/** @returns stops listening */
export function onBookChanged(callback: () => void): () => void {
  return listen('book/changed', isExtensionPage, () => {
    callback();
    return undefined;
  });
}

/** @returns stops listening */
export function onSitesChanged(callback: () => void): () => void {
  return listen('sites/changed', isExtensionPage, () => {
    callback();
    return undefined;
  });
}

/** Every site that can be followed, the seller's own first. */
export async function knownSites(): Promise<readonly KnownSite[]> {
  const parsed = v.safeParse(knownSitesSchema, await send('sites/known', {}));
  return parsed.success ? parsed.output : [];
}
