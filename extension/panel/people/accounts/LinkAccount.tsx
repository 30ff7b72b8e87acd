import { linkAccount } from '@extension/book/actions/accounts';
import { type FoundFile, linkPreview } from '@extension/book/reads/account-preview';
import { CheckField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import type { AccountKey } from '@shared/records/account';
import type { Buyer } from '@shared/records/buyer';
import { useState } from 'preact/hooks';
import { usePanel } from '../../state/context';
import { Box } from '../Box';
import { counted } from '../counted';
import { FindFile } from './FindFile';
import { JoinConfirm } from './JoinFile';
import { useAccountName } from './use-account-name';

type Named = AccountKey & { readonly displayName: string };

interface LinkAccountProps {
  readonly buyer: Buyer;
  /** The account is all that the other file has: the two files are one person's. */
  readonly onJoin: (goneId: string) => void;
  readonly onLeave: () => void;
}

/** Gives another account to this buyer: the one the chat shows, or one of a buyer who is looked up. */
export function LinkAccount({ buyer, onJoin, onLeave }: LinkAccountProps) {
  const { t } = useMore();
  const [account, setAccount] = useState<Named | null>(null);
  const nameOf = useAccountName();
  const open = useOpenChat(buyer.id);
  const choose = ({ accounts, buyer: other }: FoundFile) => {
    const [only] = accounts;
    if (only && accounts.length === 1) setAccount(only);
    else if (accounts.length === 0) onJoin(other.id);
  };
  return (
    <Box label={t('people.accounts.link')} onLeave={onLeave}>
      {account ? (
        <Confirm buyer={buyer} account={account} onLeave={onLeave} />
      ) : (
        <>
          {open && (
            <button type="button" onClick={() => setAccount(open)}>
              {t('people.accounts.openChat', { account: nameOf(open) })}
            </button>
          )}
          <FindFile buyer={buyer} onFirst={choose}>
            {(found) => (
              <>
                <Name of={found.buyer.name} />
                {found.accounts.map((one) => (
                  <button type="button" class="chip" key={one.id} onClick={() => setAccount(one)}>
                    {nameOf(one)}
                  </button>
                ))}
                {found.accounts.length === 0 && (
                  <button type="button" class="plain" onClick={() => onJoin(found.buyer.id)}>
                    {t('people.accounts.merge')}
                  </button>
                )}
              </>
            )}
          </FindFile>
          <Leave onLeave={onLeave} />
        </>
      )}
    </Box>
  );
}

/** The account of the chat that is open, when it is somebody else's or nobody's yet. */
function useOpenChat(buyerId: string): Named | null {
  const { session } = usePanel();
  const seen = session.chat.value?.buyer;
  const account = seen && {
    platform: seen.platform,
    strength: seen.strength,
    key: seen.key,
    displayName: seen.name,
  };
  const preview = useLive(
    async () => (account ? linkPreview(session.book, buyerId, account) : null),
    [session.book, buyerId, account?.platform, account?.key],
  );
  return account && preview && preview.kind !== 'own' ? account : null;
}

function Confirm(props: { readonly buyer: Buyer; readonly account: Named; readonly onLeave: () => void }) {
  const { buyer, account, onLeave } = props;
  const { t } = useMore();
  const { session } = usePanel();
  const nameOf = useAccountName();
  const [bring, setBring] = useState(true);
  const preview = useLive(
    () => linkPreview(session.book, buyer.id, account),
    [session.book, buyer.id, account],
  );
  if (!preview) return null;
  if (preview.kind === 'masked' || preview.kind === 'own') {
    return (
      <>
        <p class="notice">{t(preview.kind === 'own' ? 'people.accounts.own' : 'people.accounts.masked')}</p>
        <Leave onLeave={onLeave} />
      </>
    );
  }
  if (preview.kind === 'whole')
    return <JoinConfirm keep={buyer} goneId={preview.from.id} onLeave={onLeave} />;
  const params = { account: nameOf(account) };
  async function link(): Promise<void> {
    const action = linkAccount(session.book, buyer.id, account, bring);
    if ((await session.run(action, { key: 'people.done.linked', params })).ok) onLeave();
  }
  const said = preview.kind === 'part' ? counted(preview.said, t) : '';
  const orders = preview.kind === 'part' ? counted(preview.orders, t) : '';
  return (
    <>
      {preview.kind === 'fresh' ? (
        <p>{t('people.link.fresh', params)}</p>
      ) : (
        <>
          <p>{t('people.link.part', { ...params, name: preview.from.name })}</p>
          {orders !== '' && <p>{t('people.link.orders', { what: orders })}</p>}
          {said !== '' && (
            <CheckField label={t('people.link.said', { what: said })} checked={bring} onChecked={setBring} />
          )}
          {orders === '' && said === '' && <p class="quiet">{t('people.link.nothing')}</p>}
        </>
      )}
      <span class="acts">
        <button type="button" class="primary" onClick={() => void link()}>
          {t('people.link.do')}
        </button>
        <Leave onLeave={onLeave} />
      </span>
    </>
  );
}

export function Leave({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useMore();
  return (
    <button type="button" class="plain" onClick={onLeave}>
      {t('common.cancel')}
    </button>
  );
}
