import { csvCell } from '@shared/text/csv';
import type { Review } from '../review';

export { csvCell };

/**
 * The review as one long table: `section,key,value`, a line per number or text, the key being the path inside
 * the section (`within.30.rate`, `2010-12.active.3` …). One shape for everything opens in every spreadsheet and
 * filters by section; separate tables would need separate files.
 *
 * Begins with a byte order mark, or Excel reads Chinese as garbage; lines end in CR LF (RFC 4180).
 */
export function csvOf(review: Review): string {
  const lines = [['section', 'key', 'value']];
  for (const [section, value] of Object.entries(review)) {
    for (const [key, cell] of leaves(value, [])) lines.push([section, key, cell]);
  }
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Every number, text and truth inside a value, with its path; `null` is an empty cell. */
function* leaves(value: unknown, path: readonly string[]): Generator<readonly [string, string]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* leaves(item, [...path, nameOf(item) ?? String(index)]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
  } else {
    yield [path.join('.'), value === null || value === undefined ? '' : String(value)];
  }
}

/** Rows of a list are named by what they are about, where one field says so. */
function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const row = item as Readonly<Record<string, unknown>>;
  for (const field of ['cohort', 'week', 'kind', 'cause', 'band', 'group', 'outcome', 'key']) {
    if (typeof row[field] === 'string') return row[field];
  }
  return null;
}
