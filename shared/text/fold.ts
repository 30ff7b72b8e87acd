import { simplifiedOf } from './traditional';

/** A text in the form words are looked for in, and where each of its characters stood in the original. */
export interface Folded {
  /** Lower case, half-width, simplified characters, straight quotes, no invisible marks. */
  readonly text: string;
  /** Per UTF-16 unit of `text` the place in the original; one more entry for the end. */
  readonly at: readonly number[];
}

/** Chat messages end long before: what is pasted beyond this is not read, whatever it is. */
export const MAX_FOLDED = 2000;

const MAX_EXPANSION = 4;

/** Joiners, direction marks and the selectors that turn a sign into an emoji. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/;
const QUOTES: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '′': "'" };

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (INVISIBLE.test(character)) return '';
  const wide = character.normalize('NFKC').toLowerCase();
  // One sign (ﷺ) stands for eighteen letters: a page of them would be a book.
  return simplifiedOf(QUOTES[character] ?? (wide.length > MAX_EXPANSION ? character : wide));
}

/**
 * Folds a message for finding words in it, at most `MAX_FOLDED` characters of it.
 *
 * @example fold('保證週五發貨！').text // => '保证周五发货!'
 * @example fold('ＯＫ').text // => 'ok'
 */
export function fold(text: string): Folded {
  const parts: string[] = [];
  const at: number[] = [];
  let place = 0;
  let count = 0;
  for (const character of text) {
    if (count++ === MAX_FOLDED) break;
    const folded = foldCharacter(character);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit++) at.push(place);
    place += character.length;
  }
  at.push(place);
  return { text: parts.join(''), at };
}

/**
 * Where a part of the folded text stands in the original: from `from` up to, not including, `to`.
 *
 * @example placeIn('加 微信!', squeeze(fold('加 微信!')), 0, 3) // => { from: 0, to: 4 }
 */
export function placeIn(
  original: string,
  { at }: Folded,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  const from = at[start] ?? original.length;
  const last = at[end - 1] ?? from;
  return {
    from,
    to: end > start ? last + String.fromCodePoint(original.codePointAt(last) ?? 0).length : from,
  };
}

/**
 * A folded text without the spaces and dots people put between characters to slip past a filter ("加 微 信").
 * Spaces between Latin words stay.
 *
 * @example squeeze(fold('加 微.信, ok now')).text // => '加微信, ok now'
 */
export function squeeze({ text, at }: Folded): Folded {
  const kept: string[] = [];
  const places: number[] = [];
  for (let unit = 0; unit < text.length; unit++) {
    const character = text[unit]!;
    if (isFiller(character) && (isWide(kept.at(-1)) || isWide(nextWord(text, unit)))) continue;
    kept.push(character);
    places.push(at[unit]!);
  }
  places.push(at[text.length]!);
  return { text: kept.join(''), at: places };
}

function isFiller(character: string): boolean {
  return (
    character === ' ' || character === '.' || character === '·' || character === '_' || character === '-'
  );
}

function isWide(character: string | undefined): boolean {
  return (
    character !== undefined && character >= '\u2e80' && character <= '\u9fff' && !'。、'.includes(character)
  );
}

/** The first character after a run of fillers; the run is bounded, so that a page of dots costs nothing. */
function nextWord(text: string, from: number): string | undefined {
  for (let unit = from; unit < from + 4; unit++) {
    const character = text[unit];
    if (character === undefined || !isFiller(character)) return character;
  }
  return undefined;
}
