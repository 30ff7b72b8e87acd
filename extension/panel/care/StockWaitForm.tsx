import './care.css';
import { recordStockWait } from '@extension/book/actions/stock-waits';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { addDays } from '@shared/calendar/day';
import { CARE_SETTINGS } from '@shared/records/care-settings';
import { STOCK_WAIT_KINDS, type StockWait } from '@shared/records/stock-wait';
import { DueField, readDue } from '../forms/DueField';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import { productNamed } from './supply-read';
import { useProducts } from './use-products';

/** Somebody waits for goods, asks the shop to get them, or wants them held (P20). */
export function StockWaitForm({ form, onLeave }: FormProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { subject, prefill } = form;
  const today = session.today.value;
  const start = { what: prefill.what, kind: 'restock', quantity: '1', due: '' };
  const { fields, set, drop } = useDraft(form, start);
  const products = useProducts();
  const product = productNamed(products, fields.what);
  const kind = fields.kind as StockWait['kind'];
  const quantity = /^\d{1,4}$/.test(fields.quantity.trim()) ? Number(fields.quantity) : 0;
  const due = readDue(fields.due, today);
  const until = () => {
    if (kind !== 'hold') return null;
    return due?.on === 'day' ? due.day : addDays(today, CARE_SETTINGS.holdDays);
  };
  return (
    <FormFrame
      title="panel.act.stockWait"
      subject={subject.name}
      check={() => {
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        if (quantity < 1) return 'care.wait.quantityWrong';
        return kind === 'hold' && fields.due.trim() !== '' && due?.on !== 'day'
          ? 'panel.form.dayUnknown'
          : null;
      }}
      save={() =>
        session.run(
          recordStockWait(session.book, subject.who, {
            what: fields.what.trim(),
            productId: product?.id ?? null,
            kind,
            quantity,
            holdUntil: until(),
          }),
          { key: 'care.done.waiting' },
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
        placeholder={t('care.wait.whatHint')}
        hint={product && `→ ${product.name}`}
        autofocus
      />
      <div class="fields">
        <SelectField
          label={t('panel.form.kind')}
          value={kind}
          options={STOCK_WAIT_KINDS.map((value) => ({ value, label: t(`care.wait.kind.${value}`) }))}
          onValue={(value) => set({ kind: value })}
          narrow
        />
        <TextField
          label={t('care.wait.quantity')}
          value={fields.quantity}
          onValue={(value) => set({ quantity: value })}
          wrong={quantity < 1}
          narrow
        />
        {kind === 'hold' && <DueField value={fields.due} onValue={(value) => set({ due: value })} />}
      </div>
    </FormFrame>
  );
}
