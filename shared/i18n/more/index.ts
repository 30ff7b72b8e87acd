import type { Lang } from '../lang';
import { addWords } from '../shop';
import type { en } from './en';

/** Every key that only a part loaded later may say. */
export type MoreKey = keyof typeof en;
export type MoreWords = Readonly<Record<MoreKey, string>>;

const LOADERS: Readonly<Record<Lang, () => Promise<MoreWords>>> = {
  en: async () => (await import('./en')).en,
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
  'zh-TW': async () => (await import('./zh-TW')).zhTW,
};

/** Brings the second half of a language; from then on the page's translator knows it. */
export async function loadMore(lang: Lang): Promise<void> {
  addWords(lang, await LOADERS[lang]());
}
