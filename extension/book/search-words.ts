import type { AnyRecord } from '@shared/records/apply';
import type { RecordOf, TableName } from '@shared/records/book';
import { matchKey } from '@shared/text/normalize';
import { SEARCH_KINDS, tableOf } from './search-pages';

/** Longer texts are found by their beginning. */
const LONGEST = 300;

/** Tables whose records a search can find by what stands in them. */
export const SEARCHED: ReadonlySet<TableName> = new Set(SEARCH_KINDS.map(tableOf));

/** What a search looks up for a record; `null` when there is nothing, or the record is gone. */
export function wordsOf(table: TableName, record: AnyRecord): string | null {
  if (record.deleted || !SEARCHED.has(table)) return null;
  // A file merged into another one is found as that one.
  if (table === 'buyers' && typeof (record as RecordOf<'buyers'>).mergedInto === 'string') return null;
  const text = matchKey(fieldsOf(table, record).join(' ')).slice(0, LONGEST);
  return text === '' ? null : text;
}

function fieldsOf(table: TableName, record: AnyRecord): readonly string[] {
  if (table === 'buyers') {
    const { name, phone, tags, facts } = record as RecordOf<'buyers'>;
    return [name, phone, ...tags, ...facts];
  }
  if (table === 'accounts') {
    const { strength, displayName, key } = record as RecordOf<'accounts'>;
    return strength === 'name' ? [displayName] : [displayName, key];
  }
  return sentencesOf(record);
}

function sentencesOf(record: AnyRecord): readonly string[] {
  const fields = record as AnyRecord & Readonly<Record<string, unknown>>;
  return ['what', 'text', 'quote', 'summary', 'remedy'].flatMap((name) => {
    const word = fields[name];
    return typeof word === 'string' && word !== '' ? [word] : [];
  });
}

/** Letters shown of a sentence, and of those before the word that was looked for. */
const SHOWN = 40;
const BEFORE = 8;

/** The place in a record's words where what was typed stands, short enough for a line; '' when it has no words. */
export function passageOf(record: AnyRecord, typed: string): string {
  const wanted = matchKey(typed);
  const sentences = sentencesOf(record);
  const sentence = (sentences.find((one) => matchKey(one).includes(wanted)) ?? sentences[0] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...sentence];
  if (letters.length <= SHOWN) return sentence;
  const at = sentence.toLowerCase().indexOf(typed.trim().toLowerCase());
  const ahead = at < 0 ? [] : [...sentence.slice(0, at)];
  const near = Math.max(0, ahead.length - BEFORE);
  // Not in the middle of a word, where words are set apart.
  const from = near === 0 ? 0 : ahead.indexOf(' ', near) + 1 || near;
  const shown = letters.slice(from, from + SHOWN).join('');
  return `${from > 0 ? '…' : ''}${shown}${from + SHOWN < letters.length ? '…' : ''}`;
}
