import { addressesOf, siteFor } from '@extension/chat/sites';
import { onSitesChanged } from '@extension/messaging/news';
import type { KnownSite, Response } from '@extension/messaging/protocol';
import { helloSchema } from '@extension/messaging/schemas';
import { isContentScript, isExtensionPage } from '@extension/messaging/senders';
import { listen, type Sender, sendToTab } from '@extension/messaging/wire';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { heldPatterns, isHeld } from './permissions';
import { injectInto, registerOn } from './registration';
import { listSites, type ReadSites } from './site-list';

/** The book is only read here, and only when somebody asks. */
const fromBook: ReadSites = async () => (await import('@extension/book/reads/sites')).readSites();

/**
 * Keeps the content script on exactly the sites the seller has allowed, and tells it which site it is in. Call
 * once, at the top level of the service worker: browsers only wake a worker for listeners set up at once.
 */
export function startFollowing(readSites: ReadSites = fromBook): void {
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: two at once would both see the old registration. */
  const sync = (again: 'new' | 'all'): Promise<unknown> => {
    const next = async () => {
      const patterns = await heldPatterns(await listSites(readSites));
      const fresh = await registerOn(patterns);
      await injectInto(again === 'all' ? patterns : fresh);
    };
    queue = queue.then(next, next).catch((fault: unknown) => console.warn('follow', fault));
    return queue;
  };

  browser.runtime.onInstalled.addListener(() => void sync('all'));
  browser.runtime.onStartup.addListener(() => void sync('all'));
  browser.permissions.onAdded.addListener(() => void sync('all'));
  browser.permissions.onRemoved.addListener(() => void sync('new').then(refreshAll));
  onSitesChanged(() => void sync('all').then(refreshAll));
  listen('chat/hello', isContentScript, (body, sender) => hello(body, sender, readSites));
  listen('sites/known', isExtensionPage, () => known(readSites));
  void sync('new');
}

/** Only what the browser itself says about the sender counts; the page's own word for its address does not. */
async function hello(
  body: unknown,
  sender: Sender,
  readSites: ReadSites,
): Promise<Response<'chat/hello'> | undefined> {
  if (!v.is(helloSchema, body)) return undefined;
  const url = sender.url ?? '';
  const frame = { frameId: sender.frameId ?? 0, topUrl: sender.tab?.url ?? url };
  // A page moves on without loading: its own address is newer, and believed within the same origin only.
  const here = sameOrigin(body.url, url) ? body.url : url;
  const site = siteFor(
    (await listSites(readSites)).map((listed) => listed.site),
    here,
  );
  const allowed = site !== null && (await isHeld(`${new URL(here).origin}/*`));
  return { ...frame, adapter: allowed ? site : null };
}

async function known(readSites: ReadSites): Promise<readonly KnownSite[]> {
  const sites = await listSites(readSites);
  return Promise.all(
    sites.map(async ({ site, own }) => {
      const matches = addressesOf(site);
      const held = await Promise.all(matches.map(isHeld));
      const seen = own ? '' : (site.evidence?.[0]?.seen ?? '');
      return { id: site.id, label: site.label, matches, held: held.some(Boolean), own, seen };
    }),
  );
}

/** Scripts in pages ask again which site they are in; where none is any more they fall silent. */
async function refreshAll(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : sendToTab(id, 'chat/refresh', {}))));
}

function sameOrigin(a: string, b: string): boolean {
  try {
    return new URL(a).origin === new URL(b).origin;
  } catch {
    return false;
  }
}
