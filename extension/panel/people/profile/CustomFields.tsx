import { FormFoot } from '@extension/ui/FormFoot';
import { TextField } from '@extension/ui/fields';
import { formKeys } from '@extension/ui/form-keys';
import { useMore } from '@extension/ui/more';
import type { Buyer } from '@shared/records/buyer';
import { useState } from 'preact/hooks';
import { Box } from '../Box';
import { useOffered } from '../use-offered';
import { Line } from './Line';

type Custom = Buyer['custom'];

interface CustomFieldsProps {
  readonly custom: Custom;
  readonly onSave: (custom: Custom) => void;
}

/** Fields of the shop's own: a name and a value; a value made empty takes the field away. */
export function CustomFields({ custom, onSave }: CustomFieldsProps) {
  const { t } = useMore();
  const [adding, setAdding] = useState(false);
  const list = useOffered('fields', adding) ?? [];
  function change(index: number, value: string): void {
    const next = custom.map((field, at) => (at === index ? { ...field, value } : field));
    onSave(next.filter((field) => field.value !== ''));
  }
  const add = (name: string, value: string) => {
    setAdding(false);
    onSave([...custom.filter((field) => field.name !== name), { name, value }]);
  };
  const unused = list.filter((name) => !custom.some((field) => field.name === name));
  return (
    <>
      {custom.map(({ name, value }, index) => (
        <Line key={name} label={name} value={value} onSave={(text) => change(index, text)} />
      ))}
      <div>
        <dt>{custom.length === 0 && t('people.profile.custom')}</dt>
        <dd>
          {adding ? (
            <NewField list={unused} onSave={add} onLeave={() => setAdding(false)} />
          ) : (
            <button type="button" class="chip add" onClick={() => setAdding(true)}>
              {t('people.profile.addField')}
            </button>
          )}
        </dd>
      </div>
    </>
  );
}

interface NewFieldProps {
  readonly list: readonly string[];
  readonly onSave: (name: string, value: string) => void;
  readonly onLeave: () => void;
}

function NewField({ list, onSave, onLeave }: NewFieldProps) {
  const { t } = useMore();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [missing, setMissing] = useState(false);
  function save(): void {
    if (name.trim() === '') setMissing(true);
    else if (value.trim() !== '') onSave(name.trim(), value.trim());
  }
  return (
    <Box label={t('people.profile.addField')} onLeave={onLeave}>
      <form class="fields" {...formKeys({ save })}>
        <TextField
          label={t('people.profile.fieldName')}
          value={name}
          onValue={setName}
          list={list}
          hint={missing && name.trim() === '' ? t('people.profile.fieldNameMissing') : null}
          wrong={missing && name.trim() === ''}
          autofocus
          narrow
        />
        <TextField label={t('people.profile.fieldValue')} value={value} onValue={setValue} narrow />
        <FormFoot onLeave={onLeave} />
      </form>
    </Box>
  );
}
