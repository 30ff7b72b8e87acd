import { mergedFiles } from '@extension/book/reads/merged';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { Account } from '@shared/records/account';
import type { Buyer } from '@shared/records/buyer';
import { useState } from 'preact/hooks';
import { usePanel } from '../../state/context';
import { JoinFile } from './JoinFile';
import { LinkAccount } from './LinkAccount';
import { PartFile } from './PartFile';
import { UnlinkAccount } from './UnlinkAccount';
import { useAccountName } from './use-account-name';

type Open =
  | { readonly kind: 'link' }
  | { readonly kind: 'join'; readonly goneId: string | null }
  | { readonly kind: 'unlink'; readonly account: Account }
  | { readonly kind: 'part'; readonly goneId: string };

interface AccountsProps {
  readonly buyer: Buyer;
  readonly accounts: readonly Account[];
}

/** The accounts one buyer writes from, and the files that were found to be theirs: linked and parted by the seller. */
export function Accounts({ buyer, accounts }: AccountsProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { db } = session.book;
  const [open, setOpen] = useState<Open | null>(null);
  const nameOf = useAccountName();
  const joined = useLive(() => mergedFiles(db, buyer.id), [db, buyer.id]) ?? [];
  const leave = () => setOpen(null);
  const direct = joined.filter(({ mergedInto }) => mergedInto === buyer.id);
  return (
    <div class="people-accounts">
      <h3>{t('people.accounts')}</h3>
      {accounts.length === 0 && <p class="quiet small">{t('people.accounts.none')}</p>}
      <ul class="chips people-tags">
        {accounts.map((account) => (
          <li class="chip" key={account.id}>
            {nameOf(account)}
            <button
              type="button"
              class="icon-button small-button"
              aria-label={t('people.accounts.unlink', { account: nameOf(account) })}
              onClick={() => setOpen({ kind: 'unlink', account })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {direct.length > 0 && (
        <ul class="chips people-tags" aria-label={t('people.merge.was')}>
          {direct.map(({ id, name }) => (
            <li key={id}>
              <button type="button" class="chip" onClick={() => setOpen({ kind: 'part', goneId: id })}>
                {t('people.merge.part', { name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <span class="acts">
        <button type="button" class="plain" onClick={() => setOpen({ kind: 'link' })}>
          {t('people.accounts.link')}
        </button>
        <button type="button" class="plain" onClick={() => setOpen({ kind: 'join', goneId: null })}>
          {t('people.accounts.merge')}
        </button>
      </span>
      {open?.kind === 'link' && (
        <LinkAccount buyer={buyer} onJoin={(goneId) => setOpen({ kind: 'join', goneId })} onLeave={leave} />
      )}
      {open?.kind === 'join' && (
        <JoinFile key={open.goneId} buyer={buyer} goneId={open.goneId} onLeave={leave} />
      )}
      {open?.kind === 'unlink' && (
        <UnlinkAccount
          key={open.account.id}
          account={open.account}
          onPart={(goneId) => setOpen({ kind: 'part', goneId })}
          onLeave={leave}
        />
      )}
      {open?.kind === 'part' && <PartFile key={open.goneId} goneId={open.goneId} onLeave={leave} />}
    </div>
  );
}
