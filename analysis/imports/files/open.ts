import type { Pause } from '../pause';
import { refuse } from '../reasons';
import { collect, type InputFile, joinSlices, MAX_BYTES, type Slices, totalBytes } from './bytes';
import { DELIMITERS, declaredDelimiter, delimitedBatches } from './delimited';
import { decodeSlices, decodes, guessEncoding } from './encoding';
import { htmlCharset, htmlRows, looksLikeHtml } from './html';
import { jsonRows } from './json-rows';
import { type How, type Opened, refused } from './opened';
import { packingOf } from './packing';
import { type Cut, type Table, tableOfRows } from './table';

const LEGACY = ['gb18030', 'windows-1252', 'shift_jis'];
/** Engines hold no longer text than about 512 MB. */
const LONGEST_TEXT = 500 * 1024 * 1024;
const MAX_MB = MAX_BYTES / 1024 / 1024;

/** Unpacks and looks into one input. What it is follows from its bytes, never from its name. Null: cancelled. */
export async function openFile(
  file: InputFile,
  pause: Pause,
  password: string | null = null,
): Promise<Opened | null> {
  const slices = await collect(file.bytes, pause);
  if (slices === 'cancelled') return null;
  if (slices === 'too-big') return refused(refuse(file.name, 'imports.refusedTooBig', { limit: MAX_MB }));
  return openSlices(file.name, slices, { pause, password, outer: true });
}

async function openSlices(name: string, slices: Slices, how: How): Promise<Opened | null> {
  if (!slices.some((slice) => slice.length > 0)) return refused(refuse(name, 'imports.refusedEmpty'));
  const packing = packingOf(slices);
  if (packing === null) return openText(name, slices, how.pause);
  // Fetched when it is needed: most lists are plain text, and what unpacks is a good part of the program.
  const { openPacked } = await import('./open-packed');
  return openPacked(packing, name, slices, how, openSlices);
}

async function openText(name: string, slices: Slices, pause: Pause): Promise<Opened | null> {
  const guess = await guessEncoding(slices, pause);
  if (guess === null) return null;
  const head = new TextDecoder(guess.encoding === 'legacy' ? 'windows-1252' : guess.encoding).decode(
    slices[0]!.subarray(0, 4096),
  );
  if (guess.encoding !== 'legacy' && guess.encoding !== 'utf-8' ? false : head.includes('\0'))
    return refused(refuse(name, 'imports.refusedNotATable'));
  if (looksLikeHtml(head)) return openHtml(name, slices, guess.encoding, head);
  const encodings =
    guess.encoding === 'legacy' ? LEGACY.filter((encoding) => decodes(slices, encoding)) : [guess.encoding];
  if (/^\s*[{[]/.test(head) && guess.encoding === 'utf-8') return openJson(name, slices);
  const declared = declaredDelimiter(head.split(/[\r\n]/, 1)[0] ?? '');
  const cuts: Cut[] = encodings.flatMap((encoding) =>
    (declared === null ? DELIMITERS : [declared]).flatMap((delimiter) =>
      [true, false].map((quoted) => ({ encoding, delimiter, quoted })),
    ),
  );
  const table: Table = { sheet: null, cuts, batches: (cut) => delimitedBatches(slices, cut) };
  return { parts: [{ kind: 'tables', name, tables: [table], cutTail: guess.cutTail }], refusals: [] };
}

/** A list of records is a table like any other; everything else in JSON may be the book's backup. */
function openJson(name: string, slices: Slices): Opened {
  if (totalBytes(slices) > LONGEST_TEXT)
    return refused(refuse(name, 'imports.refusedTooBig', { limit: LONGEST_TEXT / 1024 / 1024 }));
  const text = [...decodeSlices(slices, 'utf-8')].join('');
  const rows = /^\s*\[/.test(text) ? jsonRows(text) : null;
  if (rows === null) return { parts: [{ kind: 'json', name, text }], refusals: [] };
  const tables = [tableOfRows(null, rows, 'utf-8')];
  return { parts: [{ kind: 'tables', name, tables, cutTail: false }], refusals: [] };
}

function openHtml(name: string, slices: Slices, guess: string, head: string): Opened {
  const encoding = guess === 'legacy' ? (htmlCharset(head) ?? 'gb18030') : guess;
  let page: string;
  try {
    page = new TextDecoder(encoding, { fatal: true }).decode(joinSlices(slices));
  } catch {
    return refused(refuse(name, 'imports.refusedMojibake'));
  }
  const table = tableOfRows(null, htmlRows(page), encoding);
  return { parts: [{ kind: 'tables', name, tables: [table], cutTail: false }], refusals: [] };
}
