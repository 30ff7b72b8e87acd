import type { Lang } from '../lang';
import { fillSentence, type Params } from '../translate';
import type { en } from './en';

export type { Params } from '../translate';

/** Every key a page of the extension may say; one of another area does not compile there. */
export type WordKey = keyof typeof en;
export type ShopWords = Readonly<Record<WordKey, string>>;
/** Writes the sentence of a key in one language. */
export type Translate = (key: WordKey, params?: Params) => string;

/** Each language is a file of its own: a page that speaks one does not load the other two. */
const LOADERS: Readonly<Record<Lang, () => Promise<ShopWords>>> = {
  en: async () => (await import('./en')).en,
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
  'zh-TW': async () => (await import('./zh-TW')).zhTW,
};

/** What was loaded since the page began. */
const ADDED: Partial<Record<Lang, Readonly<Record<string, string>>>> = {};

/** Words that come with a part of the page loaded later; see `more`. */
export function addWords(lang: Lang, words: Readonly<Record<string, string>>): void {
  ADDED[lang] = words;
}

/** The writer of one language, for the pages that must start fast; elsewhere `translator` has all words at hand. */
export async function loadTranslator(lang: Lang): Promise<Translate> {
  const words: Readonly<Record<string, string>> = await LOADERS[lang]();
  // A key of the second half is only in the type of those who have loaded it (`useMore`).
  return (key, params = {}) => fillSentence(words[key] ?? ADDED[lang]?.[key] ?? key, params, lang);
}
