import type { Json } from '@shared/text/json';
import type { Ack } from '../ack';
import { creating, removing } from '../changes';
import type { OpenBook } from '../open';
import { missing, present } from './common';

/** The identifier of a site: one record per adapter, whoever imported it. */
function siteId(adapterId: string): string {
  return `site:${adapterId}`;
}

/** Keeps an adapter the owner taught or imported; one with the same name takes its place. */
export function saveSite(
  book: OpenBook,
  adapter: { readonly [key: string]: Json } & { readonly id: string },
): Promise<Ack> {
  const change = creating('sites', siteId(adapter.id), { adapterId: adapter.id, adapter });
  return book.commit({ name: 'save-site', plan: { buyerId: null, changes: [change] } });
}

/** Forgets a site. */
export function removeSite(book: OpenBook, adapterId: string): Promise<Ack> {
  return book.commit({
    name: 'remove-site',
    plan: async () => {
      const id = siteId(adapterId);
      if (!(await present(book, 'sites', id))) return missing('sites', id);
      return { buyerId: null, changes: [removing('sites', id)] };
    },
  });
}
