import { codeForm } from './recovery-code';

/**
 * The encrypted backup, `.zgb`: the plain backup's bytes, gzipped, sealed with a passphrase.
 *
 * | bytes | what |
 * | ----- | ---- |
 * | 4     | `ZGB1` |
 * | 1     | key derivation: 1 = PBKDF2-HMAC-SHA-256 |
 * | 4     | its iterations, big-endian |
 * | 16    | salt |
 * | 12    | nonce |
 * | rest  | AES-256-GCM of the gzipped text, tag last; everything before it is authenticated with it |
 *
 * Salt and nonce are fresh for each file. A flipped bit anywhere, the header included, opens nothing.
 *
 * With a recovery code (key derivation 2) the text is sealed with a key of its own, and that key twice: behind the
 * nonce stand two slots of 12 bytes nonce and 48 bytes sealed key, the first opened by the passphrase, the second by
 * the code, both derived over the one salt.
 */
const MAGIC = [0x5a, 0x47, 0x42, 0x31] as const;
const PBKDF2 = 1;
const PBKDF2_SLOTS = 2;
/** What OWASP advises for PBKDF2-HMAC-SHA-256 (2023): about a fifth of a second a guess. */
export const ITERATIONS = 600_000;
/** A header may ask for more work than ours, not for a day of it. */
const MOST_ITERATIONS = 10_000_000;
const HEADER = 37;
const TAG = 16;
const NONCE = 12;
const SLOT = NONCE + 32 + TAG;
const SLOTS = 2;
/** Largest text that is unpacked, in bytes: beyond it a file is no shop's book. */
const MOST_BYTES = 1024 ** 3;

export type Opened =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'not-sealed' | 'wrong-passphrase' | 'too-large' };

/**
 * Whether a file is an encrypted backup, by its first bytes.
 *
 * @example isSealed(new TextEncoder().encode('ZGB1…')) // => true
 */
export function isSealed(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/**
 * Encrypts a backup.
 *
 * @param random Fresh random bytes, at least as good as `crypto.getRandomValues`.
 */
export function sealBackup(
  text: string,
  passphrase: string,
  random: (count: number) => Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealBytes(new Blob([text]), passphrase, random);
}

/**
 * The same, of a backup that was written piece by piece.
 *
 * @param code a recovery code that opens the file as well, or `null`
 * @throws RangeError when it packs to more than 1 GiB.
 */
export async function sealBytes(
  plain: Blob,
  passphrase: string,
  random: (count: number) => Uint8Array,
  code: string | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Uint8Array(HEADER + (code === null ? 0 : SLOTS * SLOT));
  header.set(MAGIC);
  header[4] = code === null ? PBKDF2 : PBKDF2_SLOTS;
  new DataView(header.buffer).setUint32(5, ITERATIONS);
  header.set(random(16), 9);
  header.set(random(NONCE), 25);
  const packed = await squeeze(plain, new CompressionStream('gzip'), MOST_BYTES);
  if (!packed)
    throw new RangeError('A backup of more than 1 GiB is not written: save it without a passphrase.');
  const key =
    code === null
      ? await keyOf(passphrase, header, ITERATIONS)
      : await keyInSlots([passphrase, codeForm(code) ?? code], header, random);
  const sealed = await crypto.subtle.encrypt(cipherOf(header), key, packed);
  const file = new Uint8Array(header.length + sealed.byteLength);
  file.set(header);
  file.set(new Uint8Array(sealed), header.length);
  return file;
}

/** A fresh key for a file, written into the slots of its header: one for each secret that opens it. */
async function keyInSlots(
  secrets: readonly string[],
  header: Uint8Array<ArrayBuffer>,
  random: (count: number) => Uint8Array,
): Promise<CryptoKey> {
  const raw = new Uint8Array(random(32));
  for (const [index, secret] of secrets.entries()) {
    const at = HEADER + index * SLOT;
    header.set(random(NONCE), at);
    const wrapping = await keyOf(secret, header, ITERATIONS);
    const sealed = await crypto.subtle.encrypt(slotCipher(header, at), wrapping, raw);
    header.set(new Uint8Array(sealed), at + NONCE);
  }
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The key of a file by one of its slots; `null` when the secret opens none. */
async function keyFromSlots(
  secret: string,
  header: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey | null> {
  const wrapping = await keyOf(codeForm(secret) ?? secret, header, iterations);
  for (let index = 0; index < SLOTS; index++) {
    const at = HEADER + index * SLOT;
    const sealed = header.slice(at + NONCE, at + SLOT);
    const raw = await crypto.subtle.decrypt(slotCipher(header, at), wrapping, sealed).catch(() => null);
    if (raw) return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }
  return null;
}

function slotCipher(header: Uint8Array<ArrayBuffer>, at: number): AesGcmParams {
  const additionalData = header.slice(0, HEADER);
  return { name: 'AES-GCM', iv: header.slice(at, at + NONCE), additionalData };
}

/** Opens an encrypted backup. A wrong passphrase and a damaged file can't be told apart, and are said as one. */
export async function openBackup(file: Uint8Array, passphrase: string): Promise<Opened> {
  const opened = await openBytes(file, passphrase);
  if (!opened.ok) return opened;
  return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(opened.bytes) };
}

export type OpenedBytes =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | Exclude<Opened, { readonly ok: true }>;

/** The same, to the bytes of the plain backup: a large one is read piece by piece. */
export async function openBytes(file: Uint8Array, passphrase: string): Promise<OpenedBytes> {
  const length = file[4] === PBKDF2_SLOTS ? HEADER + SLOTS * SLOT : HEADER;
  if (!isSealed(file) || file.length < length + TAG || (file[4] !== PBKDF2 && file[4] !== PBKDF2_SLOTS))
    return { ok: false, reason: 'not-sealed' };
  const header = new Uint8Array(file.slice(0, length));
  const iterations = new DataView(header.buffer).getUint32(5);
  if (iterations < 1 || iterations > MOST_ITERATIONS) return { ok: false, reason: 'not-sealed' };
  const key =
    file[4] === PBKDF2
      ? await keyOf(passphrase, header, iterations)
      : await keyFromSlots(passphrase, header, iterations);
  const body = new Uint8Array(file.slice(length));
  const packed = key && (await crypto.subtle.decrypt(cipherOf(header), key, body).catch(() => null));
  if (!packed) return { ok: false, reason: 'wrong-passphrase' };
  const bytes = await squeeze(new Blob([packed]), new DecompressionStream('gzip'), MOST_BYTES);
  return bytes ? { ok: true, bytes } : { ok: false, reason: 'too-large' };
}

function cipherOf(header: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv: header.slice(25, HEADER), additionalData: header };
}

/** One passphrase typed on two keyboards may differ in Unicode form; NFKC makes it one. */
async function keyOf(
  passphrase: string,
  header: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const salt = header.slice(9, 25);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** All bytes through a (de)compression stream; null once there are more than `most`. */
async function squeeze(
  bytes: Blob,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = bytes.stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
