import './care.css';
import { recordDate } from '@extension/book/actions/dates';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import { BLANK_DATE, DateFields, readDate } from './DateFields';
import { usePeople } from './use-people';

/** A day worth remembering, the buyer's own or of somebody behind them (P11). */
export function DateForm({ form, onLeave }: FormProps) {
  const { session } = usePanel();
  const { subject, prefill } = form;
  const { fields, set, drop } = useDraft(form, { ...BLANK_DATE, what: prefill.what });
  const people = usePeople(subject.who);
  const read = readDate(fields, session.today.value);
  return (
    <FormFrame
      title="panel.act.date"
      subject={subject.name}
      check={() => {
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        return read ? null : 'care.date.unknown';
      }}
      save={() => session.run(recordDate(session.book, subject.who, read!), { key: 'care.done.date' })}
      onLeave={(saved) => {
        if (saved) drop();
        onLeave();
      }}
    >
      <DateFields fields={fields} set={set} people={people} />
    </FormFrame>
  );
}
