import { type Lang, pickLang } from '@shared/i18n/lang';
import type { Translate } from '@shared/i18n/shop';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

export interface Words {
  readonly lang: Lang;
  readonly t: Translate;
}

const WordsContext = createContext<Words | null>(null);

/** The writer of the page's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords needs a WordsProvider above it.');
  return words;
}

/** Everything below speaks in these words. */
export function WordsProvider({
  words,
  children,
}: {
  readonly words: Words;
  readonly children: ComponentChildren;
}) {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/**
 * The language of a page: `?lang=` fixes it, else what the owner chose in the settings, else the browser's own.
 *
 * @example langOfPage('?lang=zh-TW', 'en-US') // => 'zh-TW'
 * @example langOfPage('', 'en-US', 'zh-CN') // => 'zh-CN'
 */
export function langOfPage(search: string, browserLanguage: string, chosen = ''): Lang {
  return pickLang(new URLSearchParams(search).get('lang') ?? (chosen || browserLanguage));
}
