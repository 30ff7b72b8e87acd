import type { Adapter, UrlIdentity } from './adapter';
import { matchesUrl } from './match';

/** Every address an adapter may be followed at, seen ones first. */
export function addressesOf(adapter: Adapter): readonly string[] {
  const own = [...adapter.matches, ...(adapter.matchesUnverified ?? [])];
  const listed = (adapter.urlIdentity ?? []).flatMap((site) => [
    ...site.matches,
    ...(site.matchesUnverified ?? []),
  ]);
  return [...new Set([...own, ...listed])];
}

/** The sites that can be followed one by one: an adapter that only lists addresses becomes one per entry. */
export function sitesOf(adapters: readonly Adapter[]): readonly Adapter[] {
  return adapters.flatMap((adapter) => [
    ...(adapter.matches.length > 0 ? [adapter] : []),
    ...(adapter.urlIdentity ?? []).map((site) => fromAddressOnly(adapter, site)),
  ]);
}

/** Whether the address is a chat page of this site, not some other page of the same host. */
export function isChatAddress(adapter: Adapter, url: string): boolean {
  const paths = adapter.when?.path ?? [];
  if (paths.length === 0) return true;
  const { pathname } = new URL(url);
  return paths.some((path) => pathname.startsWith(path));
}

/**
 * The site an address belongs to: first one whose chat page it is, else one of the same host (so that the
 * panel can say "not a chat page" and come alive when the page moves on). Earlier sites win: the seller's own
 * are put first.
 */
export function siteFor(sites: readonly Adapter[], url: string): Adapter | null {
  const here = sites.filter((site) => addressesOf(site).some((pattern) => matchesUrl(pattern, url)));
  return here.find((site) => isChatAddress(site, url)) ?? here[0] ?? null;
}

function fromAddressOnly(adapter: Adapter, site: UrlIdentity): Adapter {
  return {
    id: site.name,
    label: site.label ?? { zh: site.name, en: site.name },
    confidence: adapter.confidence,
    evidence: adapter.evidence,
    matches: site.matches,
    matchesUnverified: site.matchesUnverified,
    when: site.path ? { path: site.path } : undefined,
    identity: { key: site.key ? [site.key] : [] },
    list: null,
  };
}
