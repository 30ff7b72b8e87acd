import { recordComplaint } from '@extension/book/actions/complaints';
import { SelectField, TextField } from '@extension/ui/fields';
import { useWords } from '@extension/ui/words';
import { COMPLAINT_CAUSES } from '@shared/records/complaint';
import { usePanel } from '../state/context';
import type { OpenForm } from '../state/session';
import { CostField, readCost } from './CostField';
import { FormFrame } from './FormFrame';
import { useDraft } from './use-draft';

type Cause = (typeof COMPLAINT_CAUSES)[number];

/** A complaint as the buyer put it; the cause may be found later. */
export function ComplaintForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t } = useWords();
  const { session, settings } = usePanel();
  const start = { what: form.prefill.what, cause: 'unknown', cost: '' };
  const { fields, set, drop } = useDraft(form, start);
  const cause = fields.cause as Cause;
  const { ok, cost } = readCost(fields.cost, settings.currency);
  return (
    <FormFrame
      title="panel.act.complaint"
      subject={form.subject.name}
      check={() => {
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        return ok ? null : 'panel.form.moneyUnknown';
      }}
      save={() =>
        session.run(
          recordComplaint(session.book, form.subject.who, {
            what: fields.what.trim(),
            cause,
            cost,
            orderNumber: null,
          }),
          { key: 'panel.done.complaint' },
        )
      }
      onLeave={(saved) => {
        if (saved) drop();
        onLeave();
      }}
    >
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(what) => set({ what })}
        placeholder={t('panel.form.complaintHint')}
        multiline
        autofocus
      />
      <div class="fields">
        <SelectField
          label={t('panel.form.kind')}
          value={cause}
          options={COMPLAINT_CAUSES.map((value) => ({ value, label: t(`records.complaint.cause.${value}`) }))}
          onValue={(value) => set({ cause: value })}
          narrow
        />
        <CostField value={fields.cost} onValue={(value) => set({ cost: value })} />
      </div>
    </FormFrame>
  );
}
