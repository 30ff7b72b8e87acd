import { usePlaceName } from '@extension/ui/use-place-name';
import type { AccountKey } from '@shared/records/account';
import { idTail } from '../../known';
import { usePanel } from '../../state/context';

type Named = Pick<AccountKey, 'platform' | 'key' | 'strength'> & { readonly displayName: string };

/** How an account is called: platform, name, and enough of its id to tell two of one name apart. */
export function useAccountName(): (account: Named) => string {
  const placeName = usePlaceName(usePanel().session.book);
  return ({ platform, key, strength, displayName }) => {
    const tail = strength === 'name' || displayName === key ? '' : idTail(key);
    return [placeName(platform), displayName, tail].filter((part) => part !== '').join(' ');
  };
}
