/** Zero-width marks, joiners and direction overrides: they make two names look equal that are not. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/**
 * Text from a page or a file made safe to keep: one Unicode form, no invisible characters, no lone
 * surrogates (they would not survive UTF-8), spaces folded.
 *
 * @example cleanText('张三\u200b ') // => '张三'
 */
export function cleanText(text: string): string {
  return wholeCharacters(text)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

const SURROGATE = /[\ud800-\udfff]/;

/** Half characters replaced. Few texts have any outside the basic plane: the others are not taken apart. */
function wholeCharacters(text: string): string {
  if (!SURROGATE.test(text)) return text;
  return [...text].map((char) => (/^[\ud800-\udfff]$/.test(char) ? '\ufffd' : char)).join('');
}

/**
 * The form in which two texts are compared: compatibility form, lower case, no spaces.
 *
 * @example matchKey('Ａnna  Lee') // => 'annalee'
 */
export function matchKey(text: string): string {
  return cleanText(text).normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** What turns the order of letters around, or can't be seen at all; the joiners of emoji and of scripts stay. */
const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/**
 * A text as it may be handed to another program: nothing in it that the reader of it can't see, no half characters,
 * lines ending as they do everywhere.
 *
 * @example plainCopy('a\u202eb\r\nc') // => 'ab\nc'
 */
export function plainCopy(text: string): string {
  return wholeCharacters(text.replace(/\r\n?/g, '\n').replace(HIDDEN, ''));
}
