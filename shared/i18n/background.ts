import { background as en } from './en/background';
import { common as enCommon } from './en/common';
import type { Lang } from './lang';
import { fillSentence, type Params } from './translate';
import { background as zhCN } from './zh-CN/background';
import { common as zhCNCommon } from './zh-CN/common';
import { background as zhTW } from './zh-TW/background';
import { common as zhTWCommon } from './zh-TW/common';

/** What the service worker says: it is woken often and must not read whole dictionaries each time. */
const WORDS = {
  en: { ...enCommon, ...en },
  'zh-CN': { ...zhCNCommon, ...zhCN },
  'zh-TW': { ...zhTWCommon, ...zhTW },
} as const;

type WordKey = keyof (typeof WORDS)['en'];
/** Writes the sentence of a key in one language. */
export type Translate = (key: WordKey, params?: Params) => string;

/**
 * The writer of one language.
 *
 * @example translator('en')('background.notify.title') // => 'Promises to keep'
 */
export function translator(lang: Lang): Translate {
  const words: Readonly<Record<WordKey, string>> = WORDS[lang];
  return (key, params = {}) => fillSentence(words[key], params, lang);
}
