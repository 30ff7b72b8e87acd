import { type Lang, pickLang, type Translate, translator } from '@shared/i18n';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

export interface Words {
  readonly lang: Lang;
  readonly t: Translate;
}

const WordsContext = createContext<Words>({ lang: 'zh-CN', t: translator('zh-CN') });

/** The writer of the page's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}

export function WordsProvider({
  lang,
  children,
}: {
  readonly lang: Lang;
  readonly children: ComponentChildren;
}) {
  return <WordsContext.Provider value={{ lang, t: translator(lang) }}>{children}</WordsContext.Provider>;
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
