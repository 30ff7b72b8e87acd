import { listSites } from '@extension/background/site-list';
import type { OpenBook } from '@extension/book/open';
import { sites } from '@extension/book/reads/sites';
import type { Adapter } from '@extension/chat/adapter';
import { siteFor } from '@extension/chat/sites';

/** The description an address has so far, the seller's own before ours; null where nobody described it. */
export async function baseSite(book: OpenBook, address: string): Promise<Adapter | null> {
  const listed = await listSites(async () => (await sites(book)).map(({ adapter }) => adapter));
  return siteFor(
    listed.map(({ site }) => site),
    address,
  );
}
