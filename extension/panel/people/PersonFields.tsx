import type { PersonInput } from '@extension/book/actions/people';
import { TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import { readBorn } from '@shared/records/age';
import type { Person } from '@shared/records/person';
import { usePanel } from '../state/context';
import { ageWords } from './age-words';

/** What is typed about somebody behind a buyer. */
export type PersonText = Readonly<Record<'what' | 'relation' | 'born' | 'stage' | 'note', string>>;

export const PERSON_LABELS: Readonly<Record<keyof PersonText, AnyKey>> = {
  what: 'panel.form.what',
  relation: 'people.person.relation',
  born: 'people.person.born',
  stage: 'people.person.stage',
  note: 'people.person.note',
};

export const NOBODY: PersonText = { what: '', relation: '', born: '', stage: '', note: '' };

export function textOf({ name, relation, born, stage, note }: Person): PersonText {
  return { what: name, relation, born: born ?? '', stage, note };
}

/** Why it can't be saved yet, or null. */
export function checkPerson(text: PersonText, today: Day): AnyKey | null {
  if (text.what.trim() === '') return 'people.person.nameMissing';
  const unread = text.born.trim() !== '' && readBorn(text.born, today) === null;
  return unread ? 'people.person.bornUnknown' : null;
}

export function readPerson(text: PersonText, today: Day): PersonInput {
  return {
    name: text.what.trim(),
    relation: text.relation.trim(),
    born: readBorn(text.born, today),
    stage: text.stage.trim(),
    note: text.note.trim(),
  };
}

interface PersonFieldsProps {
  readonly text: PersonText;
  readonly onText: (patch: Partial<PersonText>) => void;
}

/** The fields of somebody behind a buyer; the day of birth is understood while it is typed. */
export function PersonFields({ text, onText }: PersonFieldsProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const today = session.today.value;
  const born = readBorn(text.born, today);
  const unread = text.born.trim() !== '' && born === null;
  return (
    <>
      <TextField
        label={t('panel.form.what')}
        value={text.what}
        onValue={(what) => onText({ what })}
        placeholder={t('people.person.nameHint')}
        autofocus
      />
      <div class="fields">
        <TextField
          label={t('people.person.relation')}
          value={text.relation}
          onValue={(relation) => onText({ relation })}
          placeholder={t('people.person.relationHint')}
          narrow
        />
        <TextField
          label={t('people.person.born')}
          value={text.born}
          onValue={(value) => onText({ born: value })}
          placeholder={t('people.person.bornHint')}
          hint={unread ? t('people.person.bornUnknown') : born && `→ ${born} · ${ageWords(born, today, t)}`}
          wrong={unread}
          narrow
        />
        <TextField
          label={t('people.person.stage')}
          value={text.stage}
          onValue={(stage) => onText({ stage })}
          placeholder={t('people.person.stageHint')}
          narrow
        />
      </div>
      <TextField
        label={t('people.person.note')}
        value={text.note}
        onValue={(note) => onText({ note })}
        multiline
      />
    </>
  );
}
