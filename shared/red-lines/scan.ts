import { fold, placeIn, squeeze } from '../text/fold';
import type { RedLineEntry, RedLineList, RedLineReason } from './schema';

/** Words in a text that may get a shop fined. */
export interface RedLine {
  /** The entry of the list that found it. */
  readonly id: string;
  readonly reason: RedLineReason;
  readonly weight: RedLineEntry['weight'];
  /** Places in the text as given: from `start` up to, not including, `end` (UTF-16 units). */
  readonly start: number;
  readonly end: number;
  /** The words as they stand there. */
  readonly quote: string;
}

export interface RedLineOptions {
  /** Adapter or export name ('pdd', 'taobao' …); null when the text is for any site. */
  readonly platform: string | null;
  readonly list: RedLineList;
}

interface Hit {
  readonly start: number;
  readonly end: number;
}

/** How far back a word such as 不允许 takes a hit away; one character alone only right before it. */
const NOT_AFTER = 12;
const SENTENCE_END = /[。!?！？\n;；]/;
const CLAUSE_END = /[,，。!?！？\n;；]/;
/** More hits than this in one text say nothing new. */
const MAX_HITS = 50;

/**
 * Words of a template, card or draft that cross a red line of the platform, in the order they stand. A hint:
 * the caller shows it and never blocks.
 *
 * @param text As it will be read; at most the first 2,000 characters are looked at.
 * @example redLinesIn('最近很忙，第一时间回您', { platform: 'pdd', list: { schema: 1, entries: [] } }) // => []
 */
export function redLinesIn(text: string, { platform, list }: RedLineOptions): readonly RedLine[] {
  const folded = squeeze(fold(text));
  const found: RedLine[] = [];
  for (const entry of list.entries) {
    if (!holdsOn(entry, platform)) continue;
    for (const { start, end } of hitsOf(foldedEntry(entry), folded.text)) {
      const { from, to } = placeIn(text, folded, start, end);
      found.push({
        id: entry.id,
        reason: entry.reason,
        weight: entry.weight,
        start: from,
        end: to,
        quote: text.slice(from, to),
      });
      if (found.length === MAX_HITS) return merged(text, found);
    }
  }
  return merged(text, found);
}

function holdsOn({ on, notOn }: RedLineEntry, platform: string | null): boolean {
  if (platform === null) return true;
  return (on.length === 0 || on.includes(platform)) && !notOn.includes(platform);
}

/** An entry with its words folded once: a list is read for every keystroke, and changes once a month. */
type Folded = Pick<RedLineEntry, 'words' | 'together' | 'within' | 'except' | 'notAfter'>;
const compiled = new WeakMap<RedLineEntry, Folded>();

function foldedEntry(entry: RedLineEntry): Folded {
  const known = compiled.get(entry);
  if (known) return known;
  const plain = (words: readonly string[]) => words.map((word) => squeeze(fold(word)).text);
  const folded = {
    words: plain(entry.words),
    together: entry.together.map(plain),
    within: entry.within,
    except: plain(entry.except),
    notAfter: plain(entry.notAfter),
  };
  compiled.set(entry, folded);
  return folded;
}

function hitsOf(entry: Folded, text: string): readonly Hit[] {
  const single = entry.words.flatMap((word) => occurrences(text, word));
  const all = [...single, ...together(entry, text)];
  if (all.length === 0) return all;
  const allowed = entry.except.flatMap((word) => occurrences(text, word));
  return all.filter(
    (hit) =>
      !allowed.some(({ start, end }) => start <= hit.start && end >= hit.end) &&
      !isDenied(entry.notAfter, text, hit.start),
  );
}

/** Every place a folded word stands at; Latin words only whole ("vx" is not in "xvxx"). */
function occurrences(text: string, word: string): Hit[] {
  const hits: Hit[] = [];
  if (word === '') return hits;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!cutsWord(text, at) && !cutsWord(text, end)) hits.push({ start: at, end });
    if (hits.length === MAX_HITS) break;
  }
  return hits;
}

function cutsWord(text: string, at: number): boolean {
  return /[a-z]/.test(text[at - 1] ?? ' ') && /[a-z]/.test(text[at] ?? ' ');
}

/** One hit per word of the first group that has a word of every other group near it, in the same sentence. */
function together({ together: groups, within }: Folded, text: string): Hit[] {
  const [first, ...others] = groups.map((group) => group.flatMap((word) => occurrences(text, word)));
  if (!first || others.length === 0 || others.some((hits) => hits.length === 0)) return [];
  return first.flatMap((hit) => {
    let { start, end } = hit;
    for (const hits of others) {
      const near = hits.find((other) => isNear(text, hit, other, within));
      if (!near) return [];
      start = Math.min(start, near.start);
      end = Math.max(end, near.end);
    }
    return [{ start, end }];
  });
}

function isNear(text: string, one: Hit, other: Hit, within: number): boolean {
  const [from, to] = one.start <= other.start ? [one.end, other.start] : [other.end, one.start];
  return to >= from && to - from <= within && !SENTENCE_END.test(text.slice(from, to));
}

function isDenied(words: readonly string[], text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - NOT_AFTER), start);
  const clause = before.split(CLAUSE_END).at(-1) ?? '';
  return words.some((word) =>
    word.length === 1 ? clause.endsWith(word) : occurrences(clause, word).length > 0,
  );
}

/** Hits of one reason that overlap are one, from the first to the last of their words; in the order of the text. */
function merged(text: string, found: readonly RedLine[]): readonly RedLine[] {
  const kept: RedLine[] = [];
  for (const line of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const at = kept.findIndex(({ reason, end }) => reason === line.reason && line.start < end);
    const other = kept[at];
    if (!other) kept.push(line);
    else if (line.end > other.end)
      kept[at] = { ...other, end: line.end, quote: text.slice(other.start, line.end) };
  }
  return kept;
}
