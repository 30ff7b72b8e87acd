/** Zero-width marks, joiners and direction overrides: they make two names look equal that are not. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/**
 * Text from a page or a file made safe to keep: one Unicode form, no invisible characters, no lone
 * surrogates (they would not survive UTF-8), spaces folded.
 *
 * @example cleanText('张三\u200b ') // => '张三'
 */
export function cleanText(text: string): string {
  return [...text]
    .map((char) => (/^[\ud800-\udfff]$/.test(char) ? '\ufffd' : char))
    .join('')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/**
 * The form in which two texts are compared: compatibility form, lower case, no spaces.
 *
 * @example matchKey('Ａnna  Lee') // => 'annalee'
 */
export function matchKey(text: string): string {
  return cleanText(text).normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
