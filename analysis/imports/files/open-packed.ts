import { openBackup } from '@shared/backup/seal';
import type { FileRefusal } from '../../dataset';
import { refuse } from '../reasons';
import { cutSlices, joinSlices, MAX_BYTES, type Slices } from './bytes';
import { gunzip } from './gzip';
import { unlockWorkbook } from './locked-workbook';
import { unlockStrongly, unlockWeakly } from './locked-zip';
import { oldWorkbookTables } from './old-workbook';
import { type How, type Opened, type Part, refused } from './opened';
import type { Packing } from './packing';
import { isWorkbook, workbookTables } from './workbook';
import { packedBytes, unzipEntry, type ZipEntry, zipEntries } from './zip';

const MAX_MB = MAX_BYTES / 1024 / 1024;

/** Opens what comes out of a packed file. */
type OpenWithin = (name: string, slices: Slices, how: How) => Promise<Opened | null>;

/** Unpacks a file and opens what is in it. Null: cancelled. */
export async function openPacked(
  packing: Packing,
  name: string,
  slices: Slices,
  how: How,
  within: OpenWithin,
): Promise<Opened | null> {
  switch (packing) {
    case 'gzip':
      return openGzip(name, slices, how, within);
    case 'zip':
      return openZip(name, slices, how, within);
    case 'compound': {
      const bytes = joinSlices(slices);
      const locked = holdsText(bytes, 'EncryptedPackage');
      return locked ? openLocked(name, bytes, how, within) : openOld(name, bytes);
    }
    case 'sealed':
      return openSealed(name, joinSlices(slices), how);
  }
}

async function openGzip(name: string, slices: Slices, how: How, within: OpenWithin): Promise<Opened | null> {
  const unpacked = await gunzip(slices, how.pause);
  if (unpacked.ok) return within(name, unpacked.slices, { ...how, outer: false });
  if (unpacked.why === 'cancelled') return null;
  if (unpacked.why === 'damaged') return refused(refuse(name, 'imports.refusedDamaged'));
  return refused(refuse(name, 'imports.refusedTooBig', { limit: MAX_MB }));
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

async function openLocked(
  name: string,
  bytes: Uint8Array,
  how: How,
  within: OpenWithin,
): Promise<Opened | null> {
  if (how.password === null) return refused(refuse(name, 'imports.refusedLocked'));
  const opened = await unlockWorkbook(bytes, how.password);
  if (opened.ok) return within(name, [opened.bytes], { ...how, outer: false });
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

async function openZip(name: string, slices: Slices, how: How, within: OpenWithin): Promise<Opened | null> {
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
    const opened = await within(inner, cut, { ...how, outer: false });
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
