import type { Book } from '@shared/records/book';
import { type Frozen, isFreezeFile, readFreezeFile } from '@shared/records/freeze-file';
import { mergeBooks } from '@shared/records/merge';
import type { Dataset, FileRefusal, InputReport, LeftOutRow } from '../dataset';
import type { Progress, ReadOptions } from '../options';
import { type Answer, answerFrame, answersOfBook } from './answers';
import { type BookOrders, currencyOfBook, ordersOfBook, readBook, zoneOfBook } from './book';
import { currencyClash } from './currencies';
import type { InputFile } from './files/bytes';
import { openFile } from './files/open';
import type { Part } from './files/opened';
import { BEIJING } from './formats/format';
import { identityOf, STRANGERS } from './identity';
import { mergeUnits } from './merge';
import { createPause, type Pause } from './pause';
import { type ReadTable, readTable, type TableResult } from './read-table';
import { NOTE_WORDS, refuse } from './reasons';
import { recognise } from './recognise';
import { joinSummaries } from './summaries';
import { toFrames } from './to-frame';

/** What reading gave: the data of the files that could be read, and why the others could not. */
export type ReadInputs =
  | {
      readonly ok: true;
      readonly data: Dataset;
      readonly refusals: readonly FileRefusal[];
      /** Rows left out, where they were asked for. */
      readonly leftOut: readonly LeftOutRow[];
    }
  | { readonly ok: false; readonly refusals: readonly FileRefusal[] };

/**
 * Reads any mix of exports, lists, summaries and a backup into one dataset. Formats are recognised by their
 * columns; overlapping files change nothing; the order of files and rows changes nothing. `ok` is false when no
 * file could be read at all. Resolves to null when cancelled.
 */
export async function readInputs(
  files: readonly InputFile[],
  options: ReadOptions,
  progress: Progress,
): Promise<ReadInputs | null> {
  const refusals: FileRefusal[] = [];
  const parts: Part[] = [];
  for (const [index, file] of files.entries()) {
    const opened = await openFile(
      file,
      share(createPause(progress, 'imports.stepReading'), index, files.length),
      options.password,
    );
    if (opened === null) return null;
    parts.push(...opened.parts);
    refusals.push(...opened.refusals);
  }
  const results: TableResult[] = [];
  const books: NamedBook[] = [];
  const frozen: Frozen[] = [];
  const overlaps = parts.length > 1;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'json' && isFreezeFile(part.text)) {
      const week = readFreezeFile(part.text);
      if (week === null) refusals.push(refuse(part.name, 'imports.refusedFreeze'));
      else frozen.push(week);
      continue;
    }
    if (part.kind === 'json') {
      const read = readBook(part.name, part.text);
      if (read.ok) books.push({ name: part.name, book: read.book });
      else refusals.push(read.refusal);
      continue;
    }
    const pause = share(createPause(progress, 'imports.stepReading'), index, parts.length);
    const read = await readPart(part, options, overlaps, pause);
    if (read === null) return null;
    for (const table of read) {
      if (table.ok) results.push(table.result);
      else refusals.push(table.refusal);
    }
  }
  const usable = withItemsTold(results);
  const book = books.length === 0 ? null : books.map((entry) => entry.book).reduce(mergeBooks);
  const tz = options.tz ?? (book ? zoneOfBook(book) : null);
  const bookOrders = ordersOfBooks(books, book, tz, options.currency);
  const { kept, currency } = oneCurrency(usable, bookOrders, options.currency, refusals);
  if (kept.length === 0 && books.length === 0) {
    // A week put away is something to look back on, nothing to count.
    if (frozen.length > 0) refusals.push(refuse(frozen[0]!.week, 'imports.refusedFreezeAlone'));
    return { ok: false, refusals };
  }
  const data = dataset(kept, bookOrders, book, {
    tz,
    currency: currency ?? (book ? currencyOfBook(book) : null),
    answers: book ? [answersOfBook(book, tz)] : [],
    frozen,
  });
  progress.report('imports.stepReading', 1);
  return { ok: true, data, refusals, leftOut: kept.flatMap((result) => result.leftOut) };
}

interface NamedBook {
  readonly name: string;
  readonly book: Book;
}

/**
 * The orders of the books together: what stands in two of them counts once, and what one has deleted since is
 * gone. Each file still reports its own rows.
 */
function ordersOfBooks(
  books: readonly NamedBook[],
  together: Book | null,
  tz: string | null,
  currency: string | null,
): readonly BookOrders[] {
  const each = books.map(({ name, book }) => ordersOfBook(name, book, tz, currency));
  if (together === null || each.length < 2) return each;
  const { units } = ordersOfBook('', together, tz, currency);
  return each.map((one, index) => ({ ...one, units: index === 0 ? units : [] }));
}

/** A file's own progress as a share of the whole. */
function share(pause: Pause, index: number, count: number): Pause {
  return { turn: (part) => pause.turn((index + part) / count) };
}

async function readPart(
  part: Extract<Part, { kind: 'tables' }>,
  options: ReadOptions,
  overlaps: boolean,
  pause: Pause,
): Promise<readonly ReadTable[] | null> {
  const recognised = recognise(part, options.map, options.memory);
  if (!recognised.ok) return [recognised];
  const several = recognised.tables.length > 1;
  const results: ReadTable[] = [];
  for (const { table, match } of recognised.tables) {
    const name = several && table.sheet !== null ? `${part.name}/${table.sheet}` : part.name;
    const read = await readTable(name, table, match, options, overlaps || several, pause);
    if (read === null) return null;
    if (!read.ok || !part.cutTail) results.push(read);
    else
      results.push({
        ok: true,
        result: { ...read.result, report: noted(read.result.report, NOTE_WORDS['cut-tail']) },
      });
  }
  return results;
}

function noted(report: InputReport, note: string): InputReport {
  return { ...report, notes: [...report.notes, note].sort() };
}

/** An item list without dates is only of use beside the order list it belongs to: told where that is missing. */
function withItemsTold(results: readonly TableResult[]): readonly TableResult[] {
  const names = new Set(results.map((result) => result.match.format.name));
  return results.map((result) => {
    const { format } = result.match;
    if (format.kind !== 'items') return result;
    const alone = format.needs !== undefined && !names.has(format.needs);
    return { ...result, report: noted(result.report, NOTE_WORDS[alone ? 'items-alone' : 'items-only']) };
  });
}

/** Money of two currencies can't be added: files in another one than the first are refused. */
function oneCurrency(
  results: readonly TableResult[],
  books: readonly BookOrders[],
  wanted: string | null,
  refusals: FileRefusal[],
) {
  const { currency, clashes } = currencyClash(
    [...results.map((result) => result.currencies), ...books.map((book) => book.currencies)],
    wanted,
  );
  const kept = results.filter((result, index) => {
    if (!clashes.has(index)) return true;
    const found = [...result.currencies].sort().join(', ');
    refusals.push(
      refuse(result.report.file, 'imports.refusedOtherCurrency', { found, other: currency ?? '' }),
    );
    return false;
  });
  return { kept, currency };
}

/** The zone all files that name one agree on. */
function ownZone(results: readonly TableResult[]): string | null {
  const zones = new Set(results.flatMap((result) => result.zone ?? []));
  return zones.size === 1 ? [...zones][0]! : null;
}

interface Rest {
  readonly tz: string | null;
  readonly currency: string | null;
  readonly answers: readonly (readonly Answer[])[];
  readonly frozen: readonly Frozen[];
}

function dataset(
  results: readonly TableResult[],
  books: readonly BookOrders[],
  book: Dataset['book'],
  rest: Rest,
): Dataset {
  const units = [
    ...results.flatMap((result) => result.units ?? []),
    ...books.flatMap((entry) => entry.units),
  ];
  const frames = toFrames(mergeUnits(units), book ? identityOf(book) : STRANGERS);
  const beijing = results.some(
    (result) => result.match.format.kind !== 'summary' && result.match.format.offset === BEIJING,
  );
  const keyless = results
    .filter((result) => result.keyless)
    .flatMap((result) => result.units?.format.platform ?? []);
  return Object.assign(frames, {
    inputs: [...results.map((result) => result.report), ...books.map((entry) => entry.report)],
    platformsWithoutKey: [...new Set(keyless)].sort(),
    answers: answerFrame([...results.map((result) => result.answers), ...rest.answers]),
    summaries: joinSummaries(results.flatMap((result) => result.summary ?? [])),
    book,
    frozen: rest.frozen,
    currency: rest.currency,
    timeZone: rest.tz ?? (beijing ? 'Asia/Shanghai' : (ownZone(results) ?? 'UTC')),
  });
}
