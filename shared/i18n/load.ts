import type { Translate } from './index';
import type { Lang } from './lang';
import { fillSentence } from './translate';
import type { Dictionary } from './words';

/** Each language is a file of its own: a page that speaks one does not load the other two. */
const LOADERS: Readonly<Record<Lang, () => Promise<Dictionary>>> = {
  en: async () => (await import('./en')).en,
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
  'zh-TW': async () => (await import('./zh-TW')).zhTW,
};

/** The writer of one language, for pages that must start fast; elsewhere `translator` has all three at hand. */
export async function loadTranslator(lang: Lang): Promise<Translate> {
  const words = await LOADERS[lang]();
  return (key, params = {}) => fillSentence(words[key], params, lang);
}
