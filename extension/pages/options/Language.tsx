import { saveSetting } from '@extension/book/actions/settings';
import { setting } from '@extension/book/reads/settings';
import { SelectField } from '@extension/ui/fields';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import { LANGS } from '@shared/i18n/lang';
import type { Acts } from '../use-acts';

/** Names of languages are written in their own language, whatever the page speaks. */
const NAMES = { 'zh-CN': '简体中文', en: 'English', 'zh-TW': '繁體中文' } as const;

/** The language of all pages; the browser's own unless the owner chooses. */
export function LanguageField({ acts }: { readonly acts: Acts }) {
  const { t } = useWords();
  const { book } = acts;
  const stored = useLive(() => setting(book, 'language', ''), [book]);
  if (stored === undefined) return null;
  async function choose(value: string): Promise<void> {
    const saved = await acts.run(saveSetting(book, 'language', value), { key: 'options.saved' });
    // Words are fixed when a page starts.
    if (saved) location.reload();
  }
  return (
    <SelectField
      label={t('options.shop.language')}
      value={stored}
      options={[
        { value: '', label: t('options.shop.browserLanguage') },
        ...LANGS.map((lang) => ({ value: lang, label: NAMES[lang] })),
      ]}
      onValue={(value) => void choose(value)}
    />
  );
}
