import '../people/people.css';
import { REMEDY_KINDS, type RemedyKind, remedyComplaint } from '@extension/book/actions/remedies';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { Complaint } from '@shared/records/complaint';
import { useState } from 'preact/hooks';
import { CostField, readCost } from '../forms/CostField';
import { DueField, readDue } from '../forms/DueField';
import { DueChips } from '../ledger/DueChips';
import { InlineForm } from '../people/InlineForm';
import { usePanel } from '../state/context';

const NOTHING = 'nothing';
const CHOICES = [...REMEDY_KINDS, NOTHING] as const;

/** What is done about it, and what that still owes the buyer: a refund by a day, goods sent anew (J12). */
export function RemedyForm({
  complaint,
  onLeave,
}: {
  readonly complaint: Complaint;
  readonly onLeave: () => void;
}) {
  const { t } = useMore();
  const { session, settings } = usePanel();
  const today = session.today.value;
  const [remedy, setRemedy] = useState(complaint.remedy);
  const [kind, setKind] = useState<RemedyKind | typeof NOTHING>(NOTHING);
  const [due, setDue] = useState('');
  const [cost, setCost] = useState('');
  const [recovery, setRecovery] = useState(complaint.recovery);
  const { id, what } = complaint;
  const owes = kind !== NOTHING;
  const read = readDue(due, today, remedy);
  const money = readCost(cost, settings.currency);
  return (
    <InlineForm
      label={t('panel.complaint.remedy')}
      check={() => {
        if (remedy.trim() === '') return 'panel.form.whatMissing';
        if (owes && (read === null || read.on === 'open')) return 'aftersales.remedy.byWhen';
        return money.ok ? null : 'panel.form.moneyUnknown';
      }}
      save={() =>
        session.run(
          remedyComplaint(session.book, id, remedy.trim(), {
            kind: owes ? kind : null,
            due: read ?? { on: 'open' },
            cost: money.cost,
            recovery: recovery.trim(),
          }),
          owes
            ? { key: `aftersales.done.${kind}`, params: { what: remedy.trim() } }
            : { key: 'panel.done.remedied', params: { what } },
        )
      }
      onLeave={onLeave}
    >
      <TextField label={t('aftersales.remedy.what')} value={remedy} onValue={setRemedy} autofocus />
      <div class="fields">
        <SelectField
          label={t('aftersales.remedy.owes')}
          value={kind}
          options={CHOICES.map((value) => ({ value, label: t(`aftersales.remedy.${value}`) }))}
          onValue={setKind}
          narrow
        />
        <CostField value={cost} onValue={setCost} />
        {owes && <DueField value={due} promised={remedy} onValue={setDue} />}
      </div>
      {owes && <DueChips onPick={setDue} />}
      <TextField
        label={t('aftersales.recovery')}
        value={recovery}
        onValue={setRecovery}
        placeholder={t('aftersales.recoveryHint')}
      />
    </InlineForm>
  );
}
