import { recordDiscount } from '@extension/book/actions/discounts';
import { SelectField, TextField } from '@extension/ui/fields';
import { lazily } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import { offWords } from '../buyer/off-words';
import { usePanel } from '../state/context';
import type { Line, OpenForm } from '../state/session';
import { findOff, parseOff } from './amount';
import { DueField, readDue } from './DueField';
import { FormFrame } from './FormFrame';
import { useDraft } from './use-draft';

const Bargain = lazily(async () => (await import('../ledger/Bargain')).Bargain);

type When = 'now' | 'next';

/** A discount given on this deal, or owed for the next one. */
export function DiscountForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t, lang } = useWords();
  const { session, settings } = usePanel();
  const { prefill, subject } = form;
  const start = { what: prefill.what, amount: prefill.amount, when: 'next', due: '', product: '' };
  const { fields, set, drop } = useDraft(form, start);
  // "下次减10块" says it all: the amount is read from the words until one is typed.
  const typed = fields.amount.trim() || findOff(fields.what);
  const off = parseOff(typed, settings.currency);
  const due = readDue(fields.due, session.today.value);
  const expires = due?.on === 'day' ? due.day : null;
  const amountWords = () => (off ? offWords(off, lang, t) : '');
  /** The words alone may say it ("下次减10块"), and the amount alone may too. */
  const what = () =>
    fields.what.trim() || t(`panel.discount.said.${fields.when as When}`, { amount: amountWords() });

  function check() {
    if (!off) return typed === '' ? 'panel.form.amountMissing' : 'panel.form.amountUnknown';
    return fields.due.trim() !== '' && !expires ? 'panel.form.dayUnknown' : null;
  }
  const record = (toBeSent: boolean, line: Line) =>
    session.run(
      recordDiscount(session.book, subject.who, {
        what: what(),
        amount: off?.amount ?? null,
        percentOff: off?.percentOff ?? null,
        when: fields.when as When,
        quote: toBeSent ? what() : prefill.quote,
        where: subject.where,
        expires,
        orderNumber: null,
        toBeSent,
        productId: fields.product === '' || fields.product === 'none' ? null : fields.product,
      }),
      line,
    );
  function leaveSaved(): void {
    drop();
    onLeave();
  }
  return (
    <FormFrame
      title="panel.act.discount"
      subject={subject.name}
      check={check}
      save={() => record(false, { key: 'panel.done.discount' })}
      fill={() =>
        session.fill(what(), async (line) => {
          if ((await record(true, line)).ok) leaveSaved();
        })
      }
      onLeave={(saved) => (saved ? leaveSaved() : onLeave())}
    >
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(value) => set({ what: value })}
        placeholder={t('panel.form.discountHint')}
        multiline
        autofocus
      />
      <div class="fields">
        <TextField
          label={t('panel.form.amount')}
          value={fields.amount}
          onValue={(amount) => set({ amount })}
          placeholder={t('panel.form.amountHint')}
          hint={typed === '' ? null : off ? `→ ${amountWords()}` : t('panel.form.amountUnknown')}
          wrong={typed !== '' && !off}
          narrow
        />
        <SelectField
          label={t('panel.form.kind')}
          value={fields.when as When}
          options={(['next', 'now'] as const).map((value) => ({
            value,
            label: t(`records.discount.when.${value}`),
          }))}
          onValue={(when) => set({ when })}
          narrow
        />
        <DueField value={fields.due} onValue={(value) => set({ due: value })} />
      </div>
      <Bargain
        form={form}
        what={fields.what}
        off={off}
        product={fields.product}
        onProduct={(product) => set({ product })}
        onNoDeal={leaveSaved}
      />
    </FormFrame>
  );
}
