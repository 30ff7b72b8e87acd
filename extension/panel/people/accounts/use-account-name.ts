import { sites } from '@extension/book/reads/sites';
import { useMore } from '@extension/ui/more';
import { platformName } from '@extension/ui/platform-name';
import { useLive } from '@extension/ui/use-live';
import type { AccountKey } from '@shared/records/account';
import { idTail } from '../../known';
import { usePanel } from '../../state/context';

type Named = Pick<AccountKey, 'platform' | 'key' | 'strength'> & { readonly displayName: string };

/** How an account is called: platform, name, and enough of its id to tell two of one name apart. */
export function useAccountName(): (account: Named) => string {
  const { t, lang } = useMore();
  const { book } = usePanel().session;
  const own = useLive(() => sites(book), [book]);
  return ({ platform, key, strength, displayName }) => {
    const site = own?.find(({ adapterId }) => adapterId === platform);
    const called = labelOf(site?.adapter, lang) ?? platformName(platform, t);
    const tail = strength === 'name' || displayName === key ? '' : idTail(key);
    return [called, displayName, tail].filter((part) => part !== '').join(' ');
  };
}

/** What a site of the owner's own is called; `null` where it is none, or says nothing. */
function labelOf(adapter: unknown, lang: string): string | null {
  const { label } = (adapter ?? {}) as { readonly label?: { readonly zh?: unknown; readonly en?: unknown } };
  const said = lang === 'en' ? label?.en : label?.zh;
  return typeof said === 'string' && said !== '' ? said : null;
}
