/**
 * Whether a text holds a word with at most one letter wrong, missing or too many. For each place the smallest number
 * of faults is counted at which the word could end there (Sellers 1980).
 *
 * @example holdsNearly('anna lee', 'annna') // => true
 * @example holdsNearly('jonathan', 'jonothan') // => true
 * @example holdsNearly('jonathan', 'jenethan') // => false
 */
export function holdsNearly(text: string, word: string): boolean {
  let column = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (const char of text) {
    const next = [0];
    for (let index = 1; index <= word.length; index++) {
      const same = char === word[index - 1] ? 0 : 1;
      next.push(Math.min(column[index - 1]! + same, column[index]! + 1, next[index - 1]! + 1));
    }
    if (next[word.length]! <= 1) return true;
    column = next;
  }
  return false;
}
