import type { InputHash } from '../review';
import type { WorkerFile } from './messages';

/** The SHA-256 of some bytes, in hexadecimal digits. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hashes of files, one after the other: only one is in memory at a time. */
export async function hashesOf(files: readonly WorkerFile[]): Promise<readonly InputHash[]> {
  const found: InputHash[] = [];
  for (const { name, bytes } of files) {
    // A file taken away meanwhile spoils no letter.
    const hash = await bytes.arrayBuffer().then(hashOf, () => '');
    found.push({ name, hash });
  }
  return found;
}
