import { fold } from '@shared/text/fold';

/**
 * The key under which a suggestion is remembered: the same words about the same thing, whatever their spacing,
 * stops, width and script. Short, so that many can be kept.
 */
export function suggestionKey(sort: string, words: string): string {
  const plain = fold(words).text.replace(/[\p{P}\p{S}\s]/gu, '');
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + at), 0x85ebca6b);
  }
  const hex = (number: number) => (number >>> 0).toString(36);
  return `${sort}:${hex(high)}${hex(low)}`;
}
