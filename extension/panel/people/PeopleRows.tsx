import './people.css';
import { graduatePerson, removePerson, returnPerson } from '@extension/book/actions/people';
import { useMore } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import type { Person } from '@shared/records/person';
import { useState } from 'preact/hooks';
import type { MoreSectionProps } from '../buyer/more-sections';
import { Row, Rows } from '../buyer/rows';
import { usePanel } from '../state/context';
import { ageWords } from './age-words';
import { EditPerson, GraduatePerson } from './PersonInline';

/** Those behind the buyer (J19): the ones who still need something first, then who has grown out of it. */
export function PeopleRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  const people = [...view.people].sort(
    (a, b) => Number(a.graduatedOn !== null) - Number(b.graduatedOn !== null) || a.name.localeCompare(b.name),
  );
  return (
    <Rows empty={t('people.person.empty')}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </Rows>
  );
}

function PersonRow({ person }: { readonly person: Person }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const [open, setOpen] = useState<'edit' | 'graduate' | null>(null);
  const { id, name, relation, born, stage, note, graduatedOn } = person;
  const facts = [relation, born && ageWords(born, today, t), stage].filter((part) => part);
  const leave = () => setOpen(null);
  const params = { name };
  const act = (label: string, onClick: () => void) => (
    <button type="button" class="plain" onClick={onClick}>
      {label}
    </button>
  );
  return (
    <Row
      day=""
      what={
        <>
          <strong>{name}</strong> {facts.join(' · ')}
          {note !== '' && <span class="quiet"> {note}</span>}
        </>
      }
      state={graduatedOn === null ? '' : t('people.person.graduated', { day: shortDay(graduatedOn, today) })}
    >
      {open === null && (
        <span class="acts">
          {act(t('people.edit'), () => setOpen('edit'))}
          {graduatedOn === null
            ? act(t('people.person.graduate'), () => setOpen('graduate'))
            : act(
                t('people.person.return'),
                () => void session.run(returnPerson(book, id), { key: 'people.done.returned', params }),
              )}
          {act(
            t('people.remove'),
            () => void session.run(removePerson(book, id), { key: 'people.done.personRemoved', params }),
          )}
        </span>
      )}
      {open === 'edit' && <EditPerson person={person} onLeave={leave} />}
      {open === 'graduate' && (
        <GraduatePerson
          name={name}
          onLeave={leave}
          onSave={(on) => session.run(graduatePerson(book, id, on), { key: 'people.done.graduated', params })}
        />
      )}
    </Row>
  );
}
