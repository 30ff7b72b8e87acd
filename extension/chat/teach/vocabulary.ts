import { textOf } from '../read/text';

/** Names of the page's own making that tests and helpers hold on to. */
export const MARKS = ['data-testid', 'data-test-id', 'data-test', 'data-qa-id', 'data-qa', 'data-cy', 'role'];

const WORD = /^[a-z][a-z_-]{1,39}$/i;
/** What changes while a page is used says nothing about where something stands. */
const STATES =
  /^(?:active|selected|current|open|opened|checked|highlight|highlighted|hover|focus|focused|unread|read|new|last|first|even|odd|over|show|shown|hidden|hide|visible|loading|loaded|disabled|empty|visited|pressed|on|off|enter|leave|appear|online|offline)$/;

/** Words of buyers and messages, which must never get into a description of the page. */
export type Said = ReadonlySet<string>;

/** The words the pointed places show, as far as a page could have put them into a name of its own. */
export function saidIn(places: readonly Element[]): Said {
  const words = places.flatMap(
    (place) =>
      textOf(place)
        .toLowerCase()
        .match(/[a-z]{3,}/g) ?? [],
  );
  return new Set(words);
}

/**
 * Whether a word is one of the page's own: readable, without numbers, not drawn from a hat by a build, and no word
 * that somebody said.
 *
 * @example isOwnWord('msgItemWrap', new Set()) // => true
 * @example isOwnWord('css-1037', new Set()) // => false
 * @example isOwnWord('xkQzLp', new Set()) // => false
 * @example isOwnWord('u-anna', new Set(['anna'])) // => false
 */
export function isOwnWord(word: string, said: Said): boolean {
  if (!WORD.test(word)) return false;
  const pieces = piecesOf(word);
  const short = pieces.filter((piece) => piece.length === 1).length;
  if (short * 2 > pieces.length || pieces.every((piece) => piece.length < 3)) return false;
  if (pieces.some((piece) => piece.length >= 5 && !/[aeiouy]/.test(piece))) return false;
  const low = word.toLowerCase();
  // A short word may stand in another by chance: `sea` in `search`.
  return (
    !pieces.some((piece) => said.has(piece)) && ![...said].some((one) => one.length >= 6 && low.includes(one))
  );
}

/**
 * Whether a word tells how something is at the moment, not what it is.
 *
 * @example isState('is-open') // => true
 * @example isState('conv-name') // => false
 */
export function isState(word: string): boolean {
  return piecesOf(word).some((piece) => STATES.test(piece));
}

/**
 * The readable beginning of a class that ends in a number or a hash; null where there is none.
 *
 * @example stemOf('message_aB3x9') // => 'message_'
 * @example stemOf('message') // => null
 */
export function stemOf(token: string): string | null {
  const found = /^([a-z]{3,}(?:[-_]+[a-z]{2,})*[-_]+)([a-z0-9]{4,12})$/i.exec(token);
  const [, stem = '', tail = ''] = found ?? [];
  return /\d|[a-z][A-Z]|[A-Z]{2}/.test(tail) ? stem : null;
}

function piecesOf(word: string): readonly string[] {
  return word
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/)
    .filter((piece) => piece !== '');
}
