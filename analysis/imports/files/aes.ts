/** The platform's cipher knows padded texts only; office files are not padded. */
export type AesKey = CryptoKey;

/** A key of 16, 24 or 32 bytes. */
export function aesKey(bytes: Uint8Array): Promise<AesKey> {
  return crypto.subtle.importKey('raw', bytes.slice(), 'AES-CBC', false, ['encrypt', 'decrypt']);
}

/**
 * AES-CBC without padding. A block is added that decrypts to exactly the padding the platform wants to see: it is
 * the cipher of an empty text that follows the last block.
 */
export async function decryptBlocks(key: AesKey, iv: Uint8Array, cipher: Uint8Array): Promise<Uint8Array> {
  const text = cipher.slice();
  const last = text.slice(-16);
  const padding = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, key, new Uint8Array());
  const padded = new Uint8Array(text.length + 16);
  padded.set(text);
  padded.set(new Uint8Array(padding).subarray(0, 16), text.length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: iv.slice() }, key, padded));
}

/** AES with every block by itself (ECB), got from the chained form by taking the chain off again. */
export async function decryptSingly(key: AesKey, cipher: Uint8Array): Promise<Uint8Array> {
  const chained = await decryptBlocks(key, new Uint8Array(16), cipher);
  for (let at = 16; at < chained.length; at++) chained[at]! ^= cipher[at - 16]!;
  return chained;
}
