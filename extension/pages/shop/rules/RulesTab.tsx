import '../care.css';
import { saveSetting } from '@extension/book/actions/settings';
import { careSettings } from '@extension/book/reads/care-settings';
import { useMore } from '@extension/ui/more';
import { SettingField } from '@extension/ui/SettingField';
import { useLive } from '@extension/ui/use-live';
import {
  CARE_NUMBERS,
  type CareNumber,
  type CareSettings,
  isCareNumber,
} from '@shared/records/care-settings';
import type { Json } from '@shared/text/json';
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

const read = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined);

function Numbers({ settings, onSave }: NumbersProps) {
  const { t } = useMore();
  return (
    <Part title={t('care.numbers.title')}>
      <div class="fields">
        {(Object.keys(CARE_NUMBERS) as CareNumber[]).map((name) => (
          <SettingField
            key={name}
            label={`care.numbers.${name}`}
            stored={String(settings[name])}
            faultOf={(text) =>
              isCareNumber(name, read(text)) ? null : t('care.numbers.wrong', { most: CARE_NUMBERS[name] })
            }
            onSave={(text) => onSave({ [name]: read(text) })}
          />
        ))}
      </div>
    </Part>
  );
}
