import { useMore } from '@extension/ui/more';
import { platformName } from '@extension/ui/platform-name';
import type { AccountKey } from '@shared/records/account';
import { idTail } from '../../known';

type Named = Pick<AccountKey, 'platform' | 'key' | 'strength'> & { readonly displayName: string };

/** How an account is called: platform, name, and enough of its id to tell two of one name apart. */
export function useAccountName(): (account: Named) => string {
  const { t } = useMore();
  return ({ platform, key, strength, displayName }) => {
    const tail = strength === 'name' || displayName === key ? '' : idTail(key);
    return [platformName(platform, t), displayName, tail].filter((part) => part !== '').join(' ');
  };
}
