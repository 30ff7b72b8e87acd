import { Dexie } from 'dexie';
import { browser } from 'wxt/browser';
import { freshLog } from './fresh-log';
import type { Channel, Ways } from './guard';
import type { SmallStore } from './news';
import type { RecoverWays } from './recover';
import { remoteDesk } from './remote';
import { CHANNEL } from './wire';

const LOCK = 'zhanggui-writer';
const LIFE = 'browser-life';
/** Nobody who looks for a lost book waits longer than this for the page that writes, in milliseconds. */
const PATIENCE = 10_000;
/** A disk that does not take a few megabytes in this time, in milliseconds, is not waited for. */
const FRESH = 2_000;

/** Whether this browser can keep one writer at a time: pages, workers and tests without locks write by themselves. */
export function canGuard(): boolean {
  return 'locks' in navigator && typeof Worker !== 'undefined' && typeof BroadcastChannel !== 'undefined';
}

/** Whether this window gives private files at all: a private one may not. */
export async function hasPrivateFiles(): Promise<boolean> {
  try {
    await navigator.storage.getDirectory();
    return true;
  } catch {
    return false;
  }
}

/** The lock and the channel of the extension's pages. */
export const pageWays: Ways = {
  lock: async (signal, hold) => {
    await navigator.locks.request(LOCK, { signal }, hold);
  },
  channel: (): Channel => new BroadcastChannel(CHANNEL),
};

export const smallStore: SmallStore = {
  get: (key) => browser.storage.local.get(key),
  set: (items) => browser.storage.local.set(items),
  remove: (key) => browser.storage.local.remove(key),
};

/** Calls whenever any page changes something in it; answers with how to stop. */
export function watchSmall(listener: () => void): () => void {
  // A panel outside the extension, as in a test, has no storage of its own.
  const local = browser?.storage?.local;
  local?.onChanged.addListener(listener);
  return () => local?.onChanged.removeListener(listener);
}

/** A name for this life of the browser, kept where it is forgotten when the browser ends, in whatever way. */
export async function lifeHere(): Promise<string> {
  const { session } = browser.storage;
  const known = (await session.get(LIFE))[LIFE];
  if (typeof known === 'string') return known;
  const life = crypto.randomUUID();
  await session.set({ [LIFE]: life });
  return life;
}

/** Before anything is saved in a life of the browser: see `fresh-log.ts`. Only Chromium has storage buckets. */
export async function freshLogHere(): Promise<void> {
  if (!('storageBuckets' in navigator)) return;
  const room = async () => {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    return quota - usage;
  };
  const late = new Promise<void>((done) => setTimeout(done, FRESH));
  await Promise.race([freshLog(browser.storage.session, Dexie.dependencies.indexedDB, room), late]);
}

export const recoverWays: RecoverWays = {
  desk: remoteDesk,
  small: smallStore,
  alone: async (work) => {
    await navigator.locks.request(LOCK, { signal: AbortSignal.timeout(PATIENCE) }, work);
  },
  everKept: async () => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) if (name === 'journal') return true;
    return false;
  },
};
