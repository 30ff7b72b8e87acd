import type { Adapter } from '@extension/chat/adapter';
import { parseAdapter } from '@extension/chat/adapter-schema';
import { BUNDLED } from '@extension/chat/adapters';
import { sitesOf } from '@extension/chat/sites';
import type { Json } from '@shared/text/json';

/** A site with where it comes from. */
export interface ListedSite {
  readonly site: Adapter;
  readonly own: boolean;
}

export type ReadSites = () => Promise<readonly Json[]>;

/**
 * Every site that can be followed. The seller's own come first and stand in for a bundled one of the same id:
 * somebody who taught a site knows it better than we do.
 */
export async function listSites(readSites: ReadSites): Promise<readonly ListedSite[]> {
  const own = parsed(await readSites().catch(() => []));
  const taken = new Set(own.map(({ id }) => id));
  const bundled = parsed(BUNDLED).filter(({ id }) => !taken.has(id));
  return [
    ...sitesOf(own).map((site) => ({ site, own: true })),
    ...sitesOf(bundled).map((site) => ({ site, own: false })),
  ];
}

function parsed(entries: readonly unknown[]): readonly Adapter[] {
  return entries.flatMap((entry) => {
    const result = parseAdapter(entry);
    return result.ok ? [result.adapter] : [];
  });
}
