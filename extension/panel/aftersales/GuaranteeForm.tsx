import './aftersales.css';
import { recordGuarantee } from '@extension/book/actions/guarantees';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import { BLANK_GUARANTEE, GuaranteeFields, readGuarantee } from './GuaranteeFields';
import { useOrderNumbers } from './use-order-numbers';

/** What is guaranteed to a buyer, and until when (P15). */
export function GuaranteeForm({ form, onLeave }: FormProps) {
  const { session } = usePanel();
  const { subject, prefill } = form;
  const orders = useOrderNumbers(subject.who);
  const { fields, set, drop } = useDraft(form, { ...BLANK_GUARANTEE, what: prefill.what });
  const read = readGuarantee(fields, session.today.value);
  return (
    <FormFrame
      title="panel.act.guarantee"
      subject={subject.name}
      check={() => {
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        return read ? null : 'aftersales.guarantee.unknown';
      }}
      save={() =>
        session.run(recordGuarantee(session.book, subject.who, read!), {
          key: 'aftersales.done.guarantee',
        })
      }
      onLeave={(saved) => {
        if (saved) drop();
        onLeave();
      }}
    >
      <GuaranteeFields fields={fields} set={set} orders={orders} />
    </FormFrame>
  );
}
