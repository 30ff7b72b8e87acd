import { createTextIndex } from './text-index';

/** Gives texts numbers, so that a million rows hold each buyer once. */
export interface Interner {
  readonly texts: readonly string[];
  readonly of: (text: string) => number;
}

/** @example createInterner().of('anna') // => 0 */
export function createInterner(): Interner {
  const texts: string[] = [];
  const index = createTextIndex(texts);
  return {
    texts,
    of(text) {
      const place = index.place(text, '', texts.length);
      if (place === texts.length) texts.push(text);
      return place;
    },
  };
}
