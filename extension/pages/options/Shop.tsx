import { saveSetting } from '@extension/book/actions/settings';
import { setting } from '@extension/book/reads/settings';
import { isZone } from '@extension/book/world';
import { TextField } from '@extension/ui/fields';
import { composing } from '@extension/ui/keys';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import type { WordKey } from '@shared/i18n/shop';
import { useState } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { LanguageField } from './Language';
import { Part } from './Part';

const KEYS = ['shopName', 'seatName', 'currency', 'timeZone'] as const;
type Key = (typeof KEYS)[number];

/** What is wrong with a value, or null. */
function faultOf(key: Key, value: string): WordKey | null {
  if (key === 'currency' && !/^[A-Z]{3}$/.test(value)) return 'options.shop.badCurrency';
  if (key === 'timeZone' && value !== '' && !isZone(value)) return 'options.shop.badZone';
  return null;
}

/** Shop name, who is at the desk, currency, time zone. */
export function ShopPart({ acts }: { readonly acts: Acts }) {
  const { t } = useWords();
  const { book } = acts;
  const stored = useLive(
    async () => ({
      shopName: await setting(book, 'shopName', ''),
      seatName: await setting(book, 'seatName', ''),
      currency: await setting(book, 'currency', 'CNY'),
      timeZone: await setting(book, 'timeZone', ''),
    }),
    [book],
  );
  if (!stored) return null;
  return (
    <Part title={t('options.shop')}>
      <div class="fields">
        {KEYS.map((key) => (
          <ShopField
            // A value written by another window is shown at once.
            key={`${key}/${stored[key]}`}
            name={key}
            stored={stored[key]}
            placeholder={key === 'timeZone' ? book.world.timeZone : ''}
            onSave={(value) => acts.run(saveSetting(book, key, value), { key: 'options.saved' })}
          />
        ))}
        <LanguageField acts={acts} />
      </div>
    </Part>
  );
}

interface ShopFieldProps {
  readonly name: Key;
  readonly stored: string;
  readonly placeholder: string;
  readonly onSave: (value: string) => Promise<boolean>;
}

function ShopField({ name, stored, placeholder, onSave }: ShopFieldProps) {
  const { t } = useWords();
  const [text, setText] = useState(stored);
  const value = name === 'currency' ? text.trim().toUpperCase() : text.trim();
  const fault = faultOf(name, value);
  const save = () => {
    if (!fault && value !== stored) void onSave(value);
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
        label={t(`options.shop.${name}`)}
        value={text}
        onValue={setText}
        placeholder={placeholder}
        hint={fault && t(fault)}
        wrong={fault !== null}
      />
    </form>
  );
}
