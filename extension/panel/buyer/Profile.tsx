import { editBuyer } from '@extension/book/actions/buyers';
import type { Who } from '@extension/book/who';
import { EditLine } from '@extension/ui/EditLine';
import { Name } from '@extension/ui/Name';
import { platformName } from '@extension/ui/platform-name';
import { useWords } from '@extension/ui/words';
import type { Account } from '@shared/records/account';
import type { Buyer } from '@shared/records/buyer';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { maskedAddress, maskedPhone } from './masked';

const FIELDS = ['name', 'grade', 'source', 'attitude', 'phone', 'address', 'caution'] as const;
type Field = (typeof FIELDS)[number];

interface ProfileProps {
  readonly who: Who;
  readonly buyer: Buyer | null;
  readonly accounts: readonly Account[];
}

/** The buyer's file (P1): click a line to edit it, Enter saves, Esc leaves. Phone and address open only when asked. */
export function Profile({ who, buyer, accounts }: ProfileProps) {
  const { t } = useWords();
  const { session } = usePanel();
  const [editing, setEditing] = useState<Field | null>(null);
  const value = (field: Field) => buyer?.[field] ?? '';
  const shown = (field: Field) => {
    if (field === 'phone') return maskedPhone(value(field));
    return field === 'address' ? maskedAddress(value(field)) : value(field);
  };
  async function save(field: Field, text: string): Promise<void> {
    setEditing(null);
    if (text === value(field) || (field === 'name' && text === '')) return;
    const next = field === 'caution' && text === '' ? null : text;
    await session.run(editBuyer(session.book, who, { [field]: next }), { key: 'panel.done.profile' });
  }
  return (
    <dl class="profile">
      {FIELDS.map((field) => (
        <div key={field} class={field === 'caution' && value(field) ? 'private' : ''}>
          <dt>{t(`panel.profile.${field}`)}</dt>
          <dd>
            {editing === field ? (
              <EditLine
                label={t(`panel.profile.${field}`)}
                start={value(field)}
                maxLength={500}
                onSave={(text) => void save(field, text)}
                onLeave={() => setEditing(null)}
              />
            ) : (
              <button type="button" class="plain value-button" onClick={() => setEditing(field)}>
                {shown(field) || <span class="quiet">{t('panel.profile.add')}</span>}
              </button>
            )}
          </dd>
        </div>
      ))}
      {accounts.length > 0 && (
        <div>
          <dt>{t('panel.profile.accounts')}</dt>
          <dd>
            {accounts.map((account) => (
              <span class="chip" key={account.id}>
                {platformName(account.platform, t)} · <Name of={account.displayName} />
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
