import type { OpenBook } from '@extension/book/open';
import { sites } from '@extension/book/reads/sites';
import { useMore } from './more';
import { platformName } from './platform-name';
import { useLive } from './use-live';

/** How a place where buyers write is called: a platform as its sellers say it, a taught site as it was named. */
export function usePlaceName(book: OpenBook): (platform: string) => string {
  const { t, lang } = useMore();
  const own = useLive(() => sites(book), [book]);
  return (platform) => {
    const site = own?.find(({ adapterId }) => adapterId === platform);
    return labelOf(site?.adapter, lang) ?? platformName(platform, t);
  };
}

/** What a site of the owner's own is called; `null` where it is none, or says nothing. */
function labelOf(adapter: unknown, lang: string): string | null {
  const { label } = (adapter ?? {}) as { readonly label?: { readonly zh?: unknown; readonly en?: unknown } };
  const said = lang === 'en' ? label?.en : label?.zh;
  return typeof said === 'string' && said !== '' ? said : null;
}
