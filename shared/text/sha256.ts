/**
 * SHA-256 (FIPS 180-4), written out because the platform's own is only asynchronous and cannot be called from
 * pure functions: a record's identifier and a backup's seal are values, not promises.
 */
const primes = firstPrimes(64);
// Signed words: the sums below stay in the machine's own whole numbers then.
const ROUND = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

function fraction(value: number): number {
  return (value - Math.floor(value)) * 0x1_0000_0000;
}

/** A digest of bytes that come in pieces. */
export interface Sha256Stream {
  add(bytes: Uint8Array): void;
  /** The 32 bytes of all that was added; nothing may be added afterwards. */
  digest(): Uint8Array;
}

/**
 * Begins a digest: a file of hundreds of megabytes is never held as one piece.
 *
 * @example sha256Stream().digest()[0] // => 0xe3
 */
export function sha256Stream(): Sha256Stream {
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  /** What is left of a piece until the next one fills it up to 64 bytes. */
  const rest = new Uint8Array(64);
  const restView = new DataView(rest.buffer);
  let held = 0;
  let length = 0;
  return {
    add: (bytes) => {
      length += bytes.length;
      let at = 0;
      if (held > 0) {
        at = Math.min(64 - held, bytes.length);
        rest.set(bytes.subarray(0, at), held);
        held += at;
        if (held < 64) return;
        block(state, words, restView, 0);
        held = 0;
      }
      const source = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (; at + 64 <= bytes.length; at += 64) block(state, words, source, at);
      rest.set(bytes.subarray(at));
      held = bytes.length - at;
    },
    digest: () => {
      const tail = new Uint8Array(held < 56 ? 64 : 128);
      tail.set(rest.subarray(0, held));
      tail[held] = 0x80;
      const end = new DataView(tail.buffer);
      end.setUint32(tail.length - 8, Math.floor(length / 0x2000_0000));
      end.setUint32(tail.length - 4, (length * 8) >>> 0);
      for (let at = 0; at < tail.length; at += 64) block(state, words, end, at);
      const digest = new DataView(new ArrayBuffer(32));
      state.forEach((word, index) => {
        digest.setInt32(index * 4, word);
      });
      return new Uint8Array(digest.buffer);
    },
  };
}

/**
 * The 32 bytes of a digest.
 *
 * @example sha256(new Uint8Array(0))[0] // => 0xe3
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const stream = sha256Stream();
  stream.add(bytes);
  return stream.digest();
}

/**
 * Bytes as hexadecimal digits, two each.
 *
 * @example hexOf(Uint8Array.of(10, 255)) // => '0aff'
 */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One compression round of 64 bytes; names as in the standard. */
function block(state: Int32Array, w: Int32Array, source: DataView, at: number): void {
  for (let t = 0; t < 16; t++) w[t] = source.getInt32(at + t * 4);
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15]!;
    const y = w[t - 2]!;
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[t] = (w[t - 16]! + s0 + w[t - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const one =
      (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[t]! + w[t]!) | 0;
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/**
 * The digest of a text in UTF-8, as 64 hexadecimal digits.
 *
 * @example sha256Hex('abc').slice(0, 8) // => 'ba7816bf'
 */
export function sha256Hex(text: string): string {
  return hexOf(sha256(new TextEncoder().encode(text)));
}
