import { saveSetting } from '@extension/book/actions/settings';
import { setting } from '@extension/book/reads/settings';
import { isZone } from '@extension/book/world';
import { SettingField } from '@extension/ui/SettingField';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import type { WordKey } from '@shared/i18n/shop';
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
          <SettingField
            key={key}
            label={`options.shop.${key}`}
            stored={stored[key]}
            tidy={(text) => (key === 'currency' ? text.trim().toUpperCase() : text.trim())}
            faultOf={(value) => {
              const fault = faultOf(key, value);
              return fault && t(fault);
            }}
            placeholder={key === 'timeZone' ? book.world.timeZone : ''}
            onSave={(value) => acts.run(saveSetting(book, key, value), { key: 'options.saved' })}
          />
        ))}
        <LanguageField acts={acts} />
      </div>
    </Part>
  );
}
