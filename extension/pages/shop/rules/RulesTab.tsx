import '../care.css';
import { saveSetting } from '@extension/book/actions/settings';
import { careSettings } from '@extension/book/reads/care-settings';
import { TextField } from '@extension/ui/fields';
import { composing } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import {
  CARE_NUMBERS,
  type CareNumber,
  type CareSettings,
  isCareNumber,
} from '@shared/records/care-settings';
import type { Json } from '@shared/text/json';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';
import { DueList } from './DueList';
import { Holidays } from './Holidays';
import { Rules } from './Rules';

/** Keeping in touch with regulars (P12): who is due something now, the rules behind it, holidays, how much a day. */
export function RulesTab({ book, acts }: ShopTabProps) {
  const settings = useLive(() => careSettings(book), [book]);
  if (!settings) return null;
  const save = (next: Partial<CareSettings>) =>
    acts.run(saveSetting(book, 'care', { ...settings, ...next } as unknown as Json), {
      key: 'options.saved',
    });
  return (
    <>
      <DueList book={book} acts={acts} />
      <Rules book={book} acts={acts} />
      <Holidays book={book} acts={acts} settings={settings} onSave={save} />
      <Numbers settings={settings} onSave={save} />
    </>
  );
}

interface NumbersProps {
  readonly settings: CareSettings;
  readonly onSave: (next: Partial<CareSettings>) => Promise<boolean>;
}

function Numbers({ settings, onSave }: NumbersProps) {
  const { t } = useMore();
  return (
    <Part title={t('care.numbers.title')}>
      <div class="fields">
        {(Object.keys(CARE_NUMBERS) as CareNumber[]).map((name) => (
          <NumberField
            key={`${name}/${settings[name]}`}
            name={name}
            stored={settings[name]}
            onSave={(value) => void onSave({ [name]: value })}
          />
        ))}
      </div>
    </Part>
  );
}

interface NumberFieldProps {
  readonly name: CareNumber;
  readonly stored: number;
  readonly onSave: (value: number) => void;
}

function NumberField({ name, stored, onSave }: NumberFieldProps) {
  const { t } = useMore();
  const [text, setText] = useState(String(stored));
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
  const right = isCareNumber(name, value);
  const save = () => {
    if (right && value !== stored) onSave(value);
  };
  return (
    <form
      class="setting"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (composing(event) && event.key === 'Enter') event.preventDefault();
      }}
      onFocusOut={save}
    >
      <TextField
        label={t(`care.numbers.${name}`)}
        value={text}
        onValue={setText}
        hint={right ? null : t('care.numbers.wrong', { most: CARE_NUMBERS[name] })}
        wrong={!right}
      />
    </form>
  );
}
