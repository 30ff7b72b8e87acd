import { browserPattern } from '@extension/chat/match';
import { addressesOf } from '@extension/chat/sites';
import { browser } from 'wxt/browser';
import type { ListedSite } from './site-list';

/** Whether the seller has allowed this address; they may take it back at any time. */
export async function isHeld(pattern: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [browserPattern(pattern)] });
  } catch {
    return false;
  }
}

/** The allowed patterns of all sites, as browsers know them, each once, in a fixed order. */
export async function heldPatterns(sites: readonly ListedSite[]): Promise<readonly string[]> {
  const patterns = [...new Set(sites.flatMap(({ site }) => addressesOf(site)).map(browserPattern))];
  const held = await Promise.all(patterns.map(isHeld));
  return patterns.filter((_, index) => held[index]).sort();
}
