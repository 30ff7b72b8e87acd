import { unlinkAccount } from '@extension/book/actions/accounts';
import { unlinkPreview } from '@extension/book/reads/account-preview';
import { CheckField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { Account } from '@shared/records/account';
import { useState } from 'preact/hooks';
import { usePanel } from '../../state/context';
import { Box } from '../Box';
import { counted } from '../counted';
import { Leave } from './LinkAccount';
import { useAccountName } from './use-account-name';

interface UnlinkAccountProps {
  readonly account: Account;
  /** It came with a whole file; the seller would rather part the files. */
  readonly onPart: (goneId: string) => void;
  readonly onLeave: () => void;
}

/** Takes an account off a buyer, after showing what goes where. */
export function UnlinkAccount({ account, onPart, onLeave }: UnlinkAccountProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const name = useAccountName()(account);
  const [bring, setBring] = useState(true);
  const preview = useLive(() => unlinkPreview(book, account.id), [book, account.id]);
  const label = t('people.accounts.unlink', { account: name });
  async function unlink(): Promise<void> {
    const line = { key: 'people.done.unlinked', params: { account: name } } as const;
    if ((await session.run(unlinkAccount(book, account.id, bring), line)).ok) onLeave();
  }
  const { backTo, merged } = preview ?? { backTo: null, merged: false };
  const orders = preview ? counted(preview.orders, t) : '';
  const said = preview ? counted(preview.said, t) : '';
  return (
    <Box label={label} onLeave={onLeave}>
      {preview && (
        <>
          <p>
            {backTo
              ? t('people.unlink.back', { account: name, name: backTo.name })
              : t('people.unlink.new', { account: name })}
          </p>
          {orders !== '' && <p>{t('people.unlink.orders', { what: orders })}</p>}
          {said !== '' && (
            <CheckField
              label={t('people.unlink.said', { what: said })}
              checked={bring}
              onChecked={setBring}
            />
          )}
          <p class="quiet">{t('people.unlink.stays')}</p>
          {merged && backTo && (
            <p class="notice">
              {t('people.unlink.merged', { name: backTo.name })}{' '}
              <button type="button" class="plain" onClick={() => onPart(backTo.id)}>
                {t('people.merge.part', { name: backTo.name })}
              </button>
            </p>
          )}
        </>
      )}
      <span class="acts">
        <button type="button" class="primary" disabled={!preview} onClick={() => void unlink()}>
          {t('people.unlink.do')}
        </button>
        <Leave onLeave={onLeave} />
      </span>
    </Box>
  );
}
