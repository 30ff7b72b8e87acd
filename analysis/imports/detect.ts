import { canonicalHeader } from './cell';
import { type Cut, headOf, type Row, type Table } from './files/table';
import { FORMATS } from './formats';
import type { Format, Signature } from './formats/format';

/** A header row: where it stands and its names in canonical form, by column. */
export interface Header {
  readonly line: number;
  readonly names: readonly string[];
}

/** A table recognised: as which format, cut how. */
export interface Match {
  readonly format: Format;
  readonly cut: Cut;
  readonly header: Header;
}

export type Detection =
  | { readonly kind: 'match'; readonly match: Match }
  | { readonly kind: 'several'; readonly formats: readonly string[]; readonly header: Header }
  | { readonly kind: 'none'; readonly header: Header | null };

/** The header a row would be. */
export function headerOf(row: Row): Header {
  return { line: row.line, names: row.cells.map(canonicalHeader) };
}

const CANONICAL = new Map<string, string>();

/** A name of a signature as it is compared; worked out when it is first asked for: most signatures fail by their first. */
function canonical(name: string): string {
  let known = CANONICAL.get(name);
  if (known === undefined) {
    known = canonicalHeader(name);
    CANONICAL.set(name, known);
  }
  return known;
}

/** True when a header fits a signature: all of these, none of those, each name exactly. */
export function fits(names: ReadonlySet<string>, { all, none = [] }: Signature): boolean {
  return all.every((name) => names.has(canonical(name))) && !none.some((name) => names.has(canonical(name)));
}

/** Prefers the cut that the format asks for, then the one that gives more columns. */
function better(candidate: Match, best: Match | null): boolean {
  if (best === null) return true;
  const points = (match: Match) =>
    (match.cut.encoding === (match.format.legacy ?? 'gb18030') ? 2 : 0) +
    (match.cut.quoted === (match.format.quoted ?? true) ? 1 : 0);
  const [mine, other] = [points(candidate), points(best)];
  return mine === other ? candidate.header.names.length > best.header.names.length : mine > other;
}

/**
 * Which export a table is, by the first row among the top ones that fits a signature. The file's name is
 * never asked: owners rename files, and platforms number them.
 */
export function detect(table: Table, formats: readonly Format[] = FORMATS): Detection {
  const found = new Map<string, Match>();
  let widest: Header | null = null;
  let steadiest = 0;
  for (const cut of table.cuts) {
    const head = headOf(table, cut);
    const steady = steadyWidth(head);
    if (steady.score > steadiest && steady.row) {
      steadiest = steady.score;
      widest = headerOf(steady.row);
    }
    for (const row of head) {
      const header = headerOf(row);
      const names = new Set(header.names);
      const hits = formats.filter((format) => fits(names, format.signature));
      for (const format of hits) {
        const match = { format, cut, header };
        if (better(match, found.get(format.name) ?? null)) found.set(format.name, match);
      }
      if (hits.length > 0) break;
    }
  }
  const matches = [...found.values()];
  if (matches.length > 1) {
    const [{ header }] = matches as [Match, ...Match[]];
    return { kind: 'several', formats: matches.map((match) => match.format.name), header };
  }
  const match = matches[0];
  return match ? { kind: 'match', match } : { kind: 'none', header: widest };
}

/** How well a cut fits a text: rows of the commonest width, times that width; its first such row may be a header. */
export function steadyWidth(head: readonly Row[]): { readonly score: number; readonly row: Row | null } {
  const counts = new Map<number, number>();
  for (const row of head) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let width = 0;
  for (const [candidate, count] of counts) {
    const best = counts.get(width) ?? 0;
    if (count > best || (count === best && candidate > width)) width = candidate;
  }
  return {
    score: (counts.get(width) ?? 0) * (width > 1 ? width : 0.5),
    row: head.find((row) => row.cells.length === width) ?? null,
  };
}
