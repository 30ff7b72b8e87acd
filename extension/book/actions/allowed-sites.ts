import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import { ALLOWED_SITES, allowedSites } from '../reads/allowed-sites';
import { settingId } from '../reads/settings';

/** Remembers that the seller allowed a site, so that another computer can offer to allow it again. */
export function rememberAllowed(book: OpenBook, matches: readonly string[]): Promise<Ack> {
  return change(book, (before) => [...before, ...matches]);
}

/** Forgets a site the seller withdrew, or does not want on this computer. */
export function forgetAllowed(book: OpenBook, matches: readonly string[]): Promise<Ack> {
  return change(book, (before) => before.filter((pattern) => !matches.includes(pattern)));
}

function change(book: OpenBook, next: (before: readonly string[]) => readonly string[]): Promise<Ack> {
  return book.commit({
    name: 'save-setting',
    plan: async () => {
      const before = await allowedSites(book);
      const value = [...new Set(next(before))].sort();
      if (value.join('\n') === before.join('\n')) return { buyerId: null, changes: [] };
      const set = { key: ALLOWED_SITES, value };
      return { buyerId: null, changes: [creating('settings', settingId(ALLOWED_SITES), set)] };
    },
  });
}
