import type { OpenBook } from '../open';
import { storedSetting } from './settings';

/** The setting that remembers which sites the seller allowed: a browser forgets them with the computer. */
export const ALLOWED_SITES = 'allowedSites';

/** The patterns, as adapters write them, of the sites the seller allowed and did not withdraw. */
export async function allowedSites(book: OpenBook): Promise<readonly string[]> {
  const stored = await storedSetting(book, ALLOWED_SITES);
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}
