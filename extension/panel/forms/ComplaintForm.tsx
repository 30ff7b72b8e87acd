import { recordComplaint } from '@extension/book/actions/complaints';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { COMPLAINT_CAUSES } from '@shared/records/complaint';
import { useHolding } from '../aftersales/use-holding';
import { useOrderNumbers } from '../aftersales/use-order-numbers';
import { usePanel } from '../state/context';
import type { OpenForm } from '../state/session';
import { CostField, readCost } from './CostField';
import { FormFrame } from './FormFrame';
import { useDraft } from './use-draft';

type Cause = (typeof COMPLAINT_CAUSES)[number];

/** A complaint as the buyer put it (P14); the cause may be found later. The first answer goes out at once (J13). */
export function ComplaintForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t } = useMore();
  const { session, settings } = usePanel();
  const { book } = session;
  const { subject } = form;
  const hold = useHolding(subject.name);
  const orders = useOrderNumbers(subject.who);
  const start = {
    what: form.prefill.what,
    cause: form.prefill.cause ?? 'unknown',
    cost: '',
    order: '',
    responsible: '',
  };
  const { fields, set, drop } = useDraft(form, start);
  const cause = fields.cause as Cause;
  const { ok, cost } = readCost(fields.cost, settings.currency);
  const save = () =>
    session.run(
      recordComplaint(book, subject.who, {
        what: fields.what.trim(),
        cause,
        cost,
        orderNumber: fields.order.trim() || null,
        responsible: fields.responsible.trim(),
      }),
      { key: 'panel.done.complaint' },
    );
  async function saveAndAnswer(): Promise<void> {
    const ack = await save();
    if (!ack.ok) return;
    drop();
    const id = ack.action.changes.find(({ table }) => table === 'complaints')?.id;
    const complaint = id === undefined ? undefined : await book.db.complaints.get(id);
    if (complaint) await hold(complaint);
    onLeave();
  }
  return (
    <FormFrame
      title="panel.act.complaint"
      subject={subject.name}
      check={() => {
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        return ok ? null : 'panel.form.moneyUnknown';
      }}
      save={save}
      fill={saveAndAnswer}
      fillLabel="aftersales.saveAndHold"
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
        <TextField
          label={t('aftersales.order')}
          value={fields.order}
          onValue={(order) => set({ order })}
          list={orders}
          narrow
        />
        <TextField
          label={t('aftersales.responsible')}
          value={fields.responsible}
          onValue={(responsible) => set({ responsible })}
          narrow
        />
      </div>
    </FormFrame>
  );
}
