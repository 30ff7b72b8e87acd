import type { Lang } from './lang';

/** Values put into a sentence; numbers are written in the reader's language. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * Fills a sentence. `{name}` is replaced by the value; `{n:buyer|buyers}` writes the first form when the
 * value is 1, the second otherwise (languages without plurals simply write `{n}`).
 *
 * @example fillSentence('{n} {n:buyer|buyers} waiting', { n: 1 }, 'en') // => '1 buyer waiting'
 */
export function fillSentence(sentence: string, params: Params, lang: Lang): string {
  return sentence.replace(
    /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (one !== undefined && other !== undefined) return Number(value) === 1 ? one : other;
      return typeof value === 'number' ? value.toLocaleString(lang, { maximumFractionDigits: 2 }) : value;
    },
  );
}
