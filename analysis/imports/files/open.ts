import { isSealed, openBackup } from '@shared/backup/seal';
import type { FileRefusal } from '../../dataset';
import type { Pause } from '../pause';
import { refuse } from '../reasons';
import { collect, cutSlices, type InputFile, joinSlices, MAX_BYTES, type Slices, totalBytes } from './bytes';
import { DELIMITERS, declaredDelimiter, delimitedBatches } from './delimited';
import { decodeSlices, decodes, guessEncoding } from './encoding';
import { gunzip } from './gzip';
import { htmlCharset, htmlRows, looksLikeHtml } from './html';
import { jsonRows } from './json-rows';
import { unlockWorkbook } from './locked-workbook';
import { unlockStrongly, unlockWeakly } from './locked-zip';
import { oldWorkbookTables } from './old-workbook';
import { type Cut, type Table, tableOfRows } from './table';
import { isWorkbook, workbookTables } from './workbook';
import { packedBytes, unzipEntry, type ZipEntry, zipEntries } from './zip';

/** What a file holds once unpacked: tables, or a text in JSON. */
export type Part =
  | {
      readonly kind: 'tables';
      readonly name: string;
      readonly tables: readonly Table[];
      readonly cutTail: boolean;
    }
  | { readonly kind: 'json'; readonly name: string; readonly text: string };

export interface Opened {
  readonly parts: readonly Part[];
  readonly refusals: readonly FileRefusal[];
}

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

function refused(refusal: FileRefusal): Opened {
  return { parts: [], refusals: [refusal] };
}

function begins(slices: Slices, ...mark: readonly number[]): boolean {
  const head = slices[0] ?? new Uint8Array();
  return mark.every((byte, index) => head[index] === byte);
}

interface How {
  readonly pause: Pause;
  readonly password: string | null;
  /** Whether a packed file may be in it: only what was given itself. */
  readonly outer: boolean;
}

async function openSlices(name: string, slices: Slices, how: How): Promise<Opened | null> {
  const { pause } = how;
  if (!slices.some((slice) => slice.length > 0)) return refused(refuse(name, 'imports.refusedEmpty'));
  if (begins(slices, 0x1f, 0x8b)) {
    const unpacked = await gunzip(slices, pause);
    if (unpacked.ok) return openSlices(name, unpacked.slices, { ...how, outer: false });
    if (unpacked.why === 'cancelled') return null;
    if (unpacked.why === 'damaged') return refused(refuse(name, 'imports.refusedDamaged'));
    return refused(refuse(name, 'imports.refusedTooBig', { limit: MAX_MB }));
  }
  if (begins(slices, 0x50, 0x4b, 0x03, 0x04)) return openZip(name, slices, how);
  if (begins(slices, 0xd0, 0xcf, 0x11, 0xe0)) {
    const bytes = joinSlices(slices);
    return holdsText(bytes, 'EncryptedPackage') ? openLocked(name, bytes, how) : openOld(name, bytes);
  }
  if (isSealed(slices[0] ?? new Uint8Array())) return openSealed(name, joinSlices(slices), how);
  return openText(name, slices, pause);
}

/** A workbook of the old kind; other things in the same container are no table. */
function openOld(name: string, bytes: Uint8Array): Opened {
  if (!holdsText(bytes, 'Workbook') && !holdsText(bytes, 'Book'))
    return refused(refuse(name, 'imports.refusedNotATable'));
  const read = oldWorkbookTables(bytes);
  if (read.ok)
    return { parts: [{ kind: 'tables', name, tables: read.tables, cutTail: false }], refusals: [] };
  const locked = read.why === 'locked';
  return refused(refuse(name, locked ? 'imports.refusedLockedOtherwise' : 'imports.refusedDamaged'));
}

/** The book's own backup under a passphrase. */
async function openSealed(name: string, bytes: Uint8Array, { password }: How): Promise<Opened> {
  if (password === null) return refused(refuse(name, 'imports.refusedSealed'));
  const opened = await openBackup(bytes, password);
  if (opened.ok) return { parts: [{ kind: 'json', name, text: opened.text }], refusals: [] };
  const wrong = opened.reason === 'wrong-passphrase';
  return refused(refuse(name, wrong ? 'imports.refusedPassphrase' : 'imports.refusedDamaged'));
}

async function openLocked(name: string, bytes: Uint8Array, how: How): Promise<Opened | null> {
  if (how.password === null) return refused(refuse(name, 'imports.refusedLocked'));
  const opened = await unlockWorkbook(bytes, how.password);
  if (opened.ok) return openSlices(name, [opened.bytes], { ...how, outer: false });
  if (opened.why === 'password') return refused(refuse(name, 'imports.refusedPassword'));
  return refused(
    refuse(name, opened.why === 'damaged' ? 'imports.refusedDamaged' : 'imports.refusedLockedOtherwise'),
  );
}

/** Looks for a name as OLE2 containers write it: two bytes a letter. */
function holdsText(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(codes[0]!); at >= 0; at = bytes.indexOf(codes[0]!, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}

async function openZip(name: string, slices: Slices, how: How): Promise<Opened | null> {
  const bytes = joinSlices(slices);
  const entries = zipEntries(bytes);
  if (entries === null) return refused(refuse(name, 'imports.refusedDamaged'));
  if (isWorkbook(entries)) {
    const read = workbookTables(bytes, entries);
    if (!read.ok) {
      const key = read.why === 'too-big' ? 'imports.refusedBomb' : 'imports.refusedDamaged';
      return refused(refuse(name, key));
    }
    return { parts: [{ kind: 'tables', name, tables: read.tables, cutTail: false }], refusals: [] };
  }
  if (!how.outer) return refused(refuse(name, 'imports.refusedNested'));
  const parts: Part[] = [];
  const refusals: FileRefusal[] = [];
  let left = MAX_BYTES;
  for (const entry of entries) {
    if (entry.name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.)/.test(entry.name)) continue;
    const inner = `${name}/${entry.name}`;
    const unlocked = entry.encrypted ? await unlock(bytes, entry, how.password) : null;
    if (typeof unlocked === 'string') {
      refusals.push(refuse(inner, unlocked));
      continue;
    }
    const read = unzipEntry(bytes, entry, left, unlocked);
    if (!read.ok) {
      // A wrong password may pass the old lock's one byte; then nothing sensible comes out.
      const damaged = unlocked !== null ? 'imports.refusedZipPassword' : 'imports.refusedDamaged';
      refusals.push(
        read.why === 'damaged'
          ? refuse(inner, damaged)
          : refuse(inner, 'imports.refusedTooBig', { limit: MAX_MB }),
      );
      continue;
    }
    left -= entry.size;
    const cut: Uint8Array[] = [];
    for (const piece of read.pieces) cutSlices(piece, cut);
    const opened = await openSlices(inner, cut, { ...how, outer: false });
    if (opened === null) return null;
    parts.push(...opened.parts);
    refusals.push(...opened.refusals);
  }
  if (parts.length === 0 && refusals.length === 0) return refused(refuse(name, 'imports.refusedEmpty'));
  return { parts, refusals };
}

/** The bytes of a locked entry without the lock, or the key of the sentence that says why not. */
async function unlock(bytes: Uint8Array, entry: ZipEntry, password: string | null) {
  if (password === null) return 'imports.refusedLockedZip' as const;
  const packed = packedBytes(bytes, entry);
  if (packed === null) return 'imports.refusedDamaged' as const;
  const opened =
    entry.keyBytes > 0
      ? await unlockStrongly(packed, password, entry.keyBytes)
      : unlockWeakly(packed, password, entry.check);
  if (opened.ok) return opened.packed;
  return opened.why === 'password'
    ? ('imports.refusedZipPassword' as const)
    : ('imports.refusedDamaged' as const);
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
