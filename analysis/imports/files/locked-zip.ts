import { createBlockCipher } from './aes-block';
import { joinSlices } from './bytes';
import { CRC_TABLE } from './crc';

/** A packed file of a zip with its lock taken off. */
export type UnlockedEntry =
  | { readonly ok: true; readonly packed: Uint8Array }
  | { readonly ok: false; readonly why: 'password' | 'damaged' };

const HEAD = 12;
const TURNS = 1000;
const MARK = 10;

/**
 * Takes the lock off that zip programs have put on since 1989. A wrong password is noticed in 255 of 256 cases; in
 * the others what comes out does not unpack.
 */
export function unlockWeakly(packed: Uint8Array, password: string, check: number): UnlockedEntry {
  if (packed.length < HEAD) return { ok: false, why: 'damaged' };
  let [a, b, c] = [0x12345678, 0x23456789, 0x34567890];
  const feed = (byte: number) => {
    a = (a >>> 8) ^ CRC_TABLE[(a ^ byte) & 0xff]!;
    b = (Math.imul((b + (a & 0xff)) | 0, 134_775_813) + 1) | 0;
    c = (c >>> 8) ^ CRC_TABLE[(c ^ (b >>> 24)) & 0xff]!;
  };
  for (const byte of new TextEncoder().encode(password)) feed(byte);
  const plain = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at++) {
    const turned = (c | 2) & 0xffff;
    const byte = packed[at]! ^ ((Math.imul(turned, turned ^ 1) >>> 8) & 0xff);
    plain[at] = byte;
    feed(byte);
  }
  if (plain[HEAD - 1] !== check) return { ok: false, why: 'password' };
  return { ok: true, packed: plain.subarray(HEAD) };
}

/** Takes off the lock of newer zip programs (AES, as WinZip and 7-Zip write it). */
export async function unlockStrongly(
  packed: Uint8Array,
  password: string,
  keyBytes: number,
): Promise<UnlockedEntry> {
  const saltBytes = keyBytes / 2;
  if (packed.length < saltBytes + 2 + MARK) return { ok: false, why: 'damaged' };
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const salt = packed.slice(0, saltBytes);
  const rule = { name: 'PBKDF2', hash: 'SHA-1', salt, iterations: TURNS };
  const keys = new Uint8Array(await crypto.subtle.deriveBits(rule, secret, (keyBytes * 2 + 2) * 8));
  const wanted = packed.subarray(saltBytes, saltBytes + 2);
  if (keys[keyBytes * 2] !== wanted[0] || keys[keyBytes * 2 + 1] !== wanted[1])
    return { ok: false, why: 'password' };
  const cipher = packed.subarray(saltBytes + 2, packed.length - MARK);
  if (!(await isWhole(cipher, keys.slice(keyBytes, keyBytes * 2), packed.subarray(packed.length - MARK))))
    return { ok: false, why: 'damaged' };
  return { ok: true, packed: counted(cipher, keys.subarray(0, keyBytes)) };
}

async function isWhole(cipher: Uint8Array, key: Uint8Array, mark: Uint8Array): Promise<boolean> {
  const rule = { name: 'HMAC', hash: 'SHA-1' };
  const signer = await crypto.subtle.importKey('raw', key.slice(), rule, false, ['sign']);
  const found = new Uint8Array(await crypto.subtle.sign('HMAC', signer, joinSlices([cipher]).slice()));
  return mark.every((byte, index) => byte === found[index]);
}

/** The counter begins at 1 and counts from its first byte on. */
function counted(cipher: Uint8Array, key: Uint8Array): Uint8Array {
  const encrypt = createBlockCipher(key);
  const plain = cipher.slice();
  const block = new Uint8Array(16);
  for (let at = 0, count = 1; at < plain.length; at += 16, count++) {
    block.fill(0);
    new DataView(block.buffer).setUint32(0, count, true);
    encrypt(block);
    for (let index = 0; index < 16 && at + index < plain.length; index++) plain[at + index]! ^= block[index]!;
  }
  return plain;
}
