import type { Ack } from '@extension/book/ack';
import { editPerson } from '@extension/book/actions/people';
import { useEdited } from '@extension/ui/edited';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import type { Person } from '@shared/records/person';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { InlineForm } from './InlineForm';
import { checkPerson, PERSON_LABELS, PersonFields, readPerson, textOf } from './PersonFields';
import { readDay } from './read-day';

/** Changes what is known of somebody, in their row. */
export function EditPerson({ person, onLeave }: { readonly person: Person; readonly onLeave: () => void }) {
  const { t } = useMore();
  const { session } = usePanel();
  const today = session.today.value;
  const edited = useEdited(textOf(person), PERSON_LABELS);
  const text = edited.fields;
  return (
    <InlineForm
      label={`${t('people.edit')}: ${person.name}`}
      check={() => edited.unsettled() ?? checkPerson(text, today)}
      save={() =>
        session.run(editPerson(session.book, person.id, readPerson(text, today)), {
          key: 'people.done.personEdited',
          params: { name: text.what.trim() },
        })
      }
      onLeave={onLeave}
    >
      <PersonFields text={text} onText={edited.set} />
      {edited.choices}
    </InlineForm>
  );
}

interface GraduatePersonProps {
  readonly name: string;
  readonly onSave: (on: Day) => Promise<Ack>;
  readonly onLeave: () => void;
}

/** From which day on nobody needs it any more; today unless another day is typed. */
export function GraduatePerson({ name, onSave, onLeave }: GraduatePersonProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const today = session.today.value;
  const [text, setText] = useState(today);
  const day = readDay(text, today);
  return (
    <InlineForm
      label={`${t('people.person.graduate')}: ${name}`}
      check={() => (day === null ? 'people.person.dayUnknown' : null)}
      save={() => onSave(day ?? today)}
      onLeave={onLeave}
    >
      <TextField
        label={t('people.person.graduatedOn')}
        value={text}
        onValue={setText}
        hint={day === null ? t('people.person.dayUnknown') : null}
        wrong={day === null}
        autofocus
        narrow
      />
    </InlineForm>
  );
}
