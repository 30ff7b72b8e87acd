import type { durable } from '@shared/i18n/en/durable';
import type { Lang } from '@shared/i18n/lang';
import { fillSentence, type Params } from '@shared/i18n/translate';

type DurableKey = keyof typeof durable;

/** Writes a sentence about how the book is kept. */
export type DurableWords = (key: DurableKey, params?: Params) => string;

/** Needed once in a long while: not one page carries these words from its start. */
const LOADERS: Readonly<Record<Lang, () => Promise<Readonly<Record<DurableKey, string>>>>> = {
  en: async () => (await import('@shared/i18n/en/durable')).durable,
  'zh-CN': async () => (await import('@shared/i18n/zh-CN/durable')).durable,
  'zh-TW': async () => (await import('@shared/i18n/zh-TW/durable')).durable,
};

export async function durableWords(lang: Lang): Promise<DurableWords> {
  const words = await LOADERS[lang]();
  return (key, params = {}) => fillSentence(words[key], params, lang);
}
