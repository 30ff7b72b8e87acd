import { type Folded, fold } from '@shared/text/fold';

/** A part of a message between two stops: the unit the rules judge. */
export interface Clause {
  /** Folded words without the stops around them, at most `MAX_CLAUSE` characters. */
  readonly text: string;
  /** Places in the folded message. */
  readonly start: number;
  readonly end: number;
  /** Which sentence of the message, from 0. */
  readonly sentence: number;
  /** A question mark ends it. */
  readonly asked: boolean;
  /** Between quotation marks: somebody else's words, or those of a card. */
  readonly quoted: boolean;
}

export interface Message {
  readonly original: string;
  readonly folded: Folded;
  readonly clauses: readonly Clause[];
}

/** Nobody promises in a sentence this long; the cap keeps every rule cheap. */
const MAX_CLAUSE = 120;
const MAX_CLAUSES = 24;
const STOP = /[,。;:!?~、\n…|/()[\]{}<>"「」『』《》【】]/;
const QUOTE = /["「」『』]/;
const SENTENCE = /[。;!?\n]/;
const EMOJI = /\p{Extended_Pictographic}/u;
const isWide = (character: string | undefined) =>
  character !== undefined && /[\u3400-\u9fff]/.test(character);

/** The message read last: its promises, facts and complaints are looked for one after the other. */
let last: Message | null = null;

/**
 * Cuts a message into clauses: at stops, at emoji, and at the spaces that stand for commas in Chinese chat. A dot
 * ends a clause only where a space or the end follows ("$12.50").
 */
export function readMessage(original: string): Message {
  if (last?.original !== original) last = cut(original);
  return last;
}

function cut(original: string): Message {
  const folded = fold(original);
  const { text } = folded;
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  let quoted = false;
  for (let at = 0; at <= text.length && clauses.length < MAX_CLAUSES; at++) {
    const character = text[at];
    if (character !== undefined && !isStop(text, at)) continue;
    const trimmed = trim(text, start, at);
    if (trimmed.end > trimmed.start) {
      const words = text.slice(trimmed.start, Math.min(trimmed.end, trimmed.start + MAX_CLAUSE));
      clauses.push({ text: words, ...trimmed, sentence, asked: character === '?', quoted });
    }
    if (character !== undefined && (SENTENCE.test(character) || character === '.')) sentence++;
    if (character !== undefined && QUOTE.test(character))
      quoted = character === '"' ? !quoted : character === '「' || character === '『';
    start = at + 1;
  }
  return { original, folded, clauses };
}

function isStop(text: string, at: number): boolean {
  const character = text[at]!;
  if (character === ' ') return isWide(text[at - 1]) || isWide(text[at + 1]);
  if (character === '.') return !/[a-z\d]/.test(text[at + 1] ?? '');
  if (character === ':' || character === '/') return !/\d/.test(text[at + 1] ?? '');
  if (STOP.test(character)) return character !== ',' || !/\d{3}/.test(text.slice(at + 1, at + 4));
  // Both halves of an emoji's surrogate pair are stops.
  if (character >= '\ud83c' && character <= '\udfff') return true;
  return character > '\u2000' && character < '\u2e80' && EMOJI.test(character);
}

function trim(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return { start, end };
}
