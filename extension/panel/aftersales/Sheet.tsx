import { type ComplaintFacts, editComplaint } from '@extension/book/actions/complaints';
import { useEdited } from '@extension/ui/edited';
import { SelectField, TextField } from '@extension/ui/fields';
import { formKeys } from '@extension/ui/form-keys';
import { type AnyKey, useMore } from '@extension/ui/more';
import { COMPLAINT_CAUSES, type Complaint } from '@shared/records/complaint';
import type { Order } from '@shared/records/order';
import { moneyToMajor } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { CostField, readCost } from '../forms/CostField';
import { usePanel } from '../state/context';

const SHEET_LABELS = {
  cause: 'aftersales.cause',
  orderNumber: 'aftersales.order',
  responsible: 'aftersales.responsible',
  bornBy: 'aftersales.bornBy',
  recovery: 'aftersales.recovery',
  cost: 'panel.form.cost',
} as const satisfies Record<string, AnyKey>;

function typedSheet(complaint: Complaint) {
  const { cause, orderNumber, responsible, bornBy, recovery, cost } = complaint;
  return {
    cause,
    orderNumber: orderNumber ?? '',
    responsible,
    bornBy,
    recovery,
    cost: cost ? String(moneyToMajor(cost)) : '',
  };
}

/** What is found out later: the cause, whose doing it was, who bore it, what it cost, what was given beyond. */
export function Sheet({
  complaint,
  orders,
}: {
  readonly complaint: Complaint;
  readonly orders: readonly Order[];
}) {
  const { t } = useMore();
  const { session, settings } = usePanel();
  const { id, what } = complaint;
  const [open, setOpen] = useState<AnyKey | null>(null);
  const edited = useEdited(typedSheet(complaint), SHEET_LABELS, (name, value) =>
    name === 'cause' ? t(`records.complaint.cause.${value as Complaint['cause']}`) : value,
  );
  const { fields, set } = edited;
  const { ok, cost } = readCost(fields.cost, settings.currency);
  async function save(): Promise<void> {
    const unsettled = edited.unsettled();
    setOpen(unsettled);
    if (!ok || unsettled) return;
    const { cause, orderNumber, responsible, bornBy, recovery } = fields;
    const facts: ComplaintFacts = {
      cause,
      orderNumber: orderNumber.trim() || null,
      responsible: responsible.trim(),
      bornBy: bornBy.trim(),
      recovery: recovery.trim(),
      cost,
    };
    const saved = await session.run(editComplaint(session.book, id, facts), {
      key: 'care.done.changed',
      params: { what },
    });
    if (saved.ok) edited.saved();
  }
  return (
    <form class="after-part" aria-label={t('aftersales.found')} {...formKeys({ save })}>
      <h3>{t('aftersales.found')}</h3>
      <div class="fields">
        <SelectField
          label={t('aftersales.cause')}
          value={fields.cause}
          options={COMPLAINT_CAUSES.map((value) => ({ value, label: t(`records.complaint.cause.${value}`) }))}
          onValue={(cause) => set({ cause })}
          narrow
        />
        <CostField value={fields.cost} onValue={(value) => set({ cost: value })} />
        <TextField
          label={t('aftersales.order')}
          value={fields.orderNumber}
          onValue={(orderNumber) => set({ orderNumber })}
          list={orders.map(({ number }) => number)}
          narrow
        />
        <TextField
          label={t('aftersales.responsible')}
          value={fields.responsible}
          onValue={(responsible) => set({ responsible })}
          narrow
        />
      </div>
      <TextField
        label={t('aftersales.bornBy')}
        value={fields.bornBy}
        onValue={(bornBy) => set({ bornBy })}
        placeholder={t('aftersales.bornByHint')}
      />
      <TextField
        label={t('aftersales.recovery')}
        value={fields.recovery}
        onValue={(recovery) => set({ recovery })}
        placeholder={t('aftersales.recoveryHint')}
      />
      {edited.choices}
      {open && (
        <p class="fault" role="alert">
          {t(open)}
        </p>
      )}
      <div class="acts">
        <button type="submit">{t('common.save')}</button>
      </div>
    </form>
  );
}
