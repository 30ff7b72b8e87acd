import type { Lang } from './lang';
import { knowWords } from './translator';
import type { Dictionary } from './words';

const LANGUAGES: Readonly<Record<Lang, () => Promise<Dictionary>>> = {
  en: async () => (await import('./en')).en,
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
  'zh-TW': async () => (await import('./zh-TW')).zhTW,
};

/** Makes one language known to `translator`, for a program that speaks no other: three take twice as long to start. */
export async function loadWords(lang: Lang): Promise<void> {
  knowWords(lang, await LANGUAGES[lang]());
}
