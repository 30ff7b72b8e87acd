import { aesKey, decryptBlocks, decryptSingly } from './aes';
import { joinSlices } from './bytes';
import { compoundStream } from './compound';

/** A workbook opened with its password; `unknown`: locked in a way that is not read. */
export type Unlocked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'password' | 'unknown' | 'damaged' };

/** Office programs turn the password 50,000 or 100,000 times; a file that asks for far more only wants to hang. */
const MAX_SPINS = 2_000_000;
/** Length in which the newer kind encrypts a file. */
const SEGMENT = 4096;

/**
 * Opens a locked workbook: both kinds of ECMA-376 encryption (MS-OFFCRYPTO 2.3.4), standard (Office 2007) and agile
 * (2010 on). What comes out is the workbook's own zip.
 */
export async function unlockWorkbook(bytes: Uint8Array, password: string): Promise<Unlocked> {
  const info = compoundStream(bytes, 'EncryptionInfo');
  const stored = compoundStream(bytes, 'EncryptedPackage');
  if (info === null || stored === null || info.length < 12 || stored.length < 8)
    return { ok: false, why: 'damaged' };
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const [major, minor] = [view.getUint16(0, true), view.getUint16(2, true)];
  try {
    if (major === 4 && minor === 4)
      return await agile(new TextDecoder().decode(info.subarray(8)), stored, password);
    if (minor === 2) return await standard(info, stored, password);
  } catch {
    // The cipher says no more than that something does not fit.
    return { ok: false, why: 'damaged' };
  }
  return { ok: false, why: 'unknown' };
}

type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

async function hash(name: Hash, ...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(name, joinSlices(parts).slice()));
}

function number32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    bytes[at * 2] = text.charCodeAt(at) & 0xff;
    bytes[at * 2 + 1] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}

/** Turns the password many times, so that guessing is slow. */
async function spun(name: Hash, salt: Uint8Array, password: string, spins: number): Promise<Uint8Array> {
  const first = await hash(name, salt, utf16(password));
  const turn = new Uint8Array(4 + first.length);
  const view = new DataView(turn.buffer);
  turn.set(first, 4);
  for (let round = 0; round < spins; round++) {
    view.setUint32(0, round, true);
    turn.set(new Uint8Array(await crypto.subtle.digest(name, turn)), 4);
  }
  return turn.slice(4);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function plainLength(stored: Uint8Array): number {
  return new DataView(stored.buffer, stored.byteOffset, 8).getUint32(0, true);
}

/** Bytes cut or filled to a length, as the format fills keys. */
function fitted(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(length).fill(0x36);
  whole.set(bytes.subarray(0, length));
  return whole;
}

const HASHES: Readonly<Record<string, Hash>> = {
  SHA1: 'SHA-1',
  'SHA-1': 'SHA-1',
  SHA256: 'SHA-256',
  SHA384: 'SHA-384',
  SHA512: 'SHA-512',
};
const FOR_INPUT = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const FOR_VALUE = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const FOR_KEY = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);

/** The attributes of a tag of the description. */
function attributes(xml: string, tag: string) {
  const found = new RegExp(`<(?:\\w+:)?${tag}\\b([^>]*)>`).exec(xml)?.[1] ?? '';
  const text = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(found)?.[1] ?? '';
  const bytes = (name: string) => Uint8Array.from(atob(text(name)), (char) => char.charCodeAt(0));
  return { text, bytes, number: (name: string) => Number(text(name)), hash: HASHES[text('hashAlgorithm')] };
}

async function agile(xml: string, stored: Uint8Array, password: string): Promise<Unlocked> {
  const lock = attributes(xml, 'encryptedKey');
  const data = attributes(xml, 'keyData');
  const [lockHash, dataHash, spins] = [lock.hash, data.hash, lock.number('spinCount')];
  const known = lock.text('cipherAlgorithm') === 'AES' && lock.text('cipherChaining') === 'ChainingModeCBC';
  if (!lockHash || !dataHash || !known || !(spins <= MAX_SPINS)) return { ok: false, why: 'unknown' };
  const salt = lock.bytes('saltValue');
  const base = await spun(lockHash, salt, password, spins);
  const open = async (purpose: Uint8Array, name: string) => {
    const key = await aesKey(fitted(await hash(lockHash, base, purpose), lock.number('keyBits') / 8));
    return decryptBlocks(key, fitted(salt, 16), lock.bytes(name));
  };
  const input = await open(FOR_INPUT, 'encryptedVerifierHashInput');
  const wanted = await open(FOR_VALUE, 'encryptedVerifierHashValue');
  const check = await hash(lockHash, input.subarray(0, lock.number('saltSize')));
  if (!equal(check, wanted.subarray(0, check.length))) return { ok: false, why: 'password' };
  const secret = (await open(FOR_KEY, 'encryptedKeyValue')).subarray(0, data.number('keyBits') / 8);
  const key = await aesKey(secret);
  const pieces: Uint8Array[] = [];
  for (let at = 8, segment = 0; at < stored.length; at += SEGMENT, segment++) {
    const piece = stored.subarray(at, at + SEGMENT);
    const iv = fitted(await hash(dataHash, data.bytes('saltValue'), number32(segment)), 16);
    pieces.push(await decryptBlocks(key, iv, piece.subarray(0, piece.length - (piece.length % 16))));
  }
  return { ok: true, bytes: joinSlices(pieces).subarray(0, plainLength(stored)) };
}

const STANDARD_SPINS = 50_000;

async function standard(info: Uint8Array, stored: Uint8Array, password: string): Promise<Unlocked> {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const headerSize = view.getUint32(8, true);
  const keyBytes = view.getUint32(12 + 16, true) / 8;
  const aes = [0x660e, 0x660f, 0x6610].includes(view.getUint32(12 + 8, true));
  if (!aes || ![16, 24, 32].includes(keyBytes)) return { ok: false, why: 'unknown' };
  const at = 12 + headerSize + 4;
  const [salt, input, wanted] = [
    info.slice(at, at + 16),
    info.slice(at + 16, at + 32),
    info.slice(at + 36, at + 68),
  ];
  const base = await hash('SHA-1', await spun('SHA-1', salt, password, STANDARD_SPINS), number32(0));
  const mixed = (filling: number) => {
    const block = new Uint8Array(64).fill(filling);
    for (const [index, byte] of base.entries()) block[index]! ^= byte;
    return hash('SHA-1', block);
  };
  const key = await aesKey(joinSlices([await mixed(0x36), await mixed(0x5c)]).slice(0, keyBytes));
  const check = await hash('SHA-1', await decryptSingly(key, input));
  const expected = (await decryptSingly(key, wanted)).subarray(0, check.length);
  if (!equal(check, expected)) return { ok: false, why: 'password' };
  const whole = stored.subarray(8, stored.length - ((stored.length - 8) % 16));
  return { ok: true, bytes: (await decryptSingly(key, whole)).subarray(0, plainLength(stored)) };
}
