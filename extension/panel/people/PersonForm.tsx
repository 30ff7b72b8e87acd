import { recordPerson } from '@extension/book/actions/people';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import { checkPerson, NOBODY, PersonFields, readPerson } from './PersonFields';

/** Somebody behind the buyer: whom the goods are for (J19). */
export function PersonForm({ form, onLeave }: FormProps) {
  const { session } = usePanel();
  const today = session.today.value;
  const { fields, set, drop } = useDraft(form, { ...NOBODY, what: form.prefill.what });
  return (
    <FormFrame
      title="panel.act.person"
      subject={form.subject.name}
      check={() => checkPerson(fields, today)}
      save={() =>
        session.run(recordPerson(session.book, form.subject.who, readPerson(fields, today)), {
          key: 'people.done.person',
          params: { name: fields.what.trim() },
        })
      }
      onLeave={(saved) => {
        if (saved) drop();
        onLeave();
      }}
    >
      <PersonFields text={fields} onText={set} />
    </FormFrame>
  );
}
