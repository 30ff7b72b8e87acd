import type { Lang } from './lang';

/** Values put into a sentence; numbers are written in the reader's language. */
export type Params = Readonly<Record<string, string | number>>;

/** Where a value stands in a filled sentence. */
export interface Place {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

/**
 * Fills a sentence. `{name}` is replaced by the value; `{n:buyer|buyers}` writes the first form when the
 * value is 1, the second otherwise (languages without plurals simply write `{n}`).
 *
 * @param onPlace told of each value written into it, from left to right
 * @example fillSentence('{n} {n:buyer|buyers} waiting', { n: 1 }, 'en') // => '1 buyer waiting'
 */
export function fillSentence(
  sentence: string,
  params: Params,
  lang: Lang,
  onPlace?: (place: Place) => void,
): string {
  let grown = 0;
  return sentence.replace(
    /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g,
    (whole, name: string, one: string | undefined, other: string | undefined, from: number) => {
      const value = params[name];
      if (value === undefined) return whole;
      const isForm = one !== undefined && other !== undefined;
      const said = isForm ? (Number(value) === 1 ? one : other) : written(value, lang);
      if (!isForm) onPlace?.({ name, at: from + grown, length: said.length });
      grown += said.length - whole.length;
      return said;
    },
  );
}

function written(value: Params[string], lang: Lang): string {
  return typeof value === 'number' ? value.toLocaleString(lang, { maximumFractionDigits: 2 }) : value;
}
