/**
 * Columns a terminal uses for a text: Chinese, Japanese and Korean characters and full-width forms take two,
 * combining marks none.
 *
 * @example displayWidth('复购率 65%') // => 10
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  if (/\p{Mark}|\p{Cf}/u.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}

/** East Asian Wide and Fullwidth (Unicode UAX #11), with the CJK punctuation and symbols of our texts. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Spaces added on the right up to a width. @example padRight('买家', 6) // => '买家  ' */
export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Spaces added on the left up to a width. @example padLeft('12', 4) // => '  12' */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** No line of Chinese begins with one of these. */
const NOT_AT_START = /^[，。、；：！？）」』》〉%]/u;

/**
 * Lines of at most `width` columns: broken at spaces, and between Chinese characters, but never before a
 * closing mark.
 *
 * @example wrapText('two words', 5) // => ['two', 'words']
 * @example wrapText('买家回来了。', 10) // => ['买家回来', '了。']
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** No line of Chinese ends with one of these. */
const NOT_AT_END = /[（「『《〈“]$/u;

/** The smallest pieces between which a line may break. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const char of text) {
    const last = found.at(-1);
    const joins =
      last !== undefined &&
      (NOT_AT_START.test(char) ||
        NOT_AT_END.test(last) ||
        char === ' ' ||
        !(last.endsWith(' ') || WIDE.test(char) || WIDE.test(last.at(-1)!)));
    if (joins) found[found.length - 1] = last + char;
    else found.push(char);
  }
  return found;
}
