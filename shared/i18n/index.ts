import { en } from './en';
import type { Lang } from './lang';
import { fillSentence, type Params, type Place } from './translate';
import type { Dictionary, WordKey } from './words';
import { zhCN } from './zh-CN';
import { zhTW } from './zh-TW';

export { LANGS, type Lang, pickLang } from './lang';
export type { Params } from './translate';
export type { WordKey } from './words';

const DICTIONARIES: Readonly<Record<Lang, Dictionary>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** Writes the sentence of a key in one language, and tells where in it the values stand. */
export type Translate = (key: WordKey, params?: Params, onPlace?: (place: Place) => void) => string;

/**
 * The writer of one language.
 *
 * @example translator('zh-CN')('common.undo') // => '撤销'
 */
export function translator(lang: Lang): Translate {
  const words = DICTIONARIES[lang];
  return (key, params = {}, onPlace) => fillSentence(words[key], params, lang, onPlace);
}
