import type { Lang } from './lang';
import { fillSentence, type Params, type Place } from './translate';
import type { Dictionary, WordKey } from './words';

export type { WordKey } from './words';

/** Writes the sentence of a key in one language, and tells where in it the values stand. */
export type Translate = (key: WordKey, params?: Params, onPlace?: (place: Place) => void) => string;

const known = new Map<Lang, Dictionary>();

/** Makes a language known to `translator`. */
export function knowWords(lang: Lang, words: Dictionary): void {
  known.set(lang, words);
}

/**
 * The writer of one language.
 *
 * @throws {Error} where the language has been made known neither by `@shared/i18n` (all of them) nor by `loadWords`
 * @example translator('zh-CN')('common.undo') // => '撤销'
 */
export function translator(lang: Lang): Translate {
  const words = known.get(lang);
  if (!words) throw new Error(`The words of ${lang} are not there: import @shared/i18n or await loadWords.`);
  return (key, params = {}, onPlace) => fillSentence(words[key], params, lang, onPlace);
}
