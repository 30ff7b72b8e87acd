import './profile.css';
import { editBuyer } from '@extension/book/actions/buyers';
import type { FieldsOf } from '@extension/book/changes';
import type { Who } from '@extension/book/who';
import { CheckField } from '@extension/ui/fields';
import { guestLooks, onScreen } from '@extension/ui/guest';
import { useMore } from '@extension/ui/more';
import type { Account } from '@shared/records/account';
import type { Buyer } from '@shared/records/buyer';
import { maskedAddress, maskedPhone } from '../../buyer/masked';
import { usePanel } from '../../state/context';
import { Accounts } from '../accounts/Accounts';
import { Caution } from './Caution';
import { CustomFields } from './CustomFields';
import { HiddenLine } from './HiddenLine';
import { Line } from './Line';
import { Moves } from './Moves';
import { Tags } from './Tags';

interface ProfileProps {
  readonly who: Who;
  readonly buyer: Buyer | null;
  readonly accounts: readonly Account[];
}

/** The buyer's file (P1): every line is edited where it stands. */
export function Profile({ who, buyer, accounts }: ProfileProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const save = (fields: Partial<FieldsOf<'buyers'>>) =>
    void session.run(editBuyer(book, who, fields), { key: 'panel.done.profile' });
  const line = (field: 'grade' | 'source' | 'area') => (
    <Line
      label={field === 'area' ? t('people.profile.area') : t(`panel.profile.${field}`)}
      value={buyer?.[field] ?? ''}
      offers={`${field}s`}
      placeholder={field === 'area' ? t('people.profile.areaHint') : ''}
      onSave={(text) => save({ [field]: text })}
    />
  );
  const NameLine = guestLooks.value ? HiddenLine : Line;
  return (
    <div class="people-profile">
      <dl class="profile">
        <NameLine
          label={t('panel.profile.name')}
          value={buyer?.name ?? ''}
          masked={onScreen(buyer?.name ?? '')}
          onSave={(name) => name !== '' && save({ name })}
        />
        {line('grade')}
        {line('source')}
        <Line
          label={t('panel.profile.attitude')}
          value={buyer?.attitude ?? ''}
          multiline
          onSave={(attitude) => save({ attitude })}
        />
        <Moves moves={buyer?.moves ?? []} onSave={(moves) => save({ moves })} />
        <Tags tags={buyer?.tags ?? []} onSave={(tags) => save({ tags })} />
        <HiddenLine
          label={t('panel.profile.phone')}
          value={buyer?.phone ?? ''}
          masked={maskedPhone(buyer?.phone ?? '')}
          onSave={(phone) => save({ phone })}
        />
        <HiddenLine
          label={t('panel.profile.address')}
          value={buyer?.address ?? ''}
          masked={maskedAddress(buyer?.address ?? '')}
          multiline
          onSave={(address) => save({ address })}
        />
        {line('area')}
        <CustomFields custom={buyer?.custom ?? []} onSave={(custom) => save({ custom })} />
        <Caution
          caution={buyer?.caution ?? ''}
          evidence={buyer?.cautionEvidence ?? ''}
          onSave={(fields) => save(fields)}
        />
      </dl>
      <div>
        <CheckField
          label={t('people.profile.mentioned')}
          checked={buyer?.mayBeMentioned ?? false}
          onChecked={(mayBeMentioned) => save({ mayBeMentioned })}
        />
        <CheckField
          label={t('people.profile.written')}
          checked={buyer?.mayBeWritten ?? true}
          onChecked={(mayBeWritten) => save({ mayBeWritten })}
        />
      </div>
      {buyer && <Accounts buyer={buyer} accounts={accounts} />}
    </div>
  );
}
