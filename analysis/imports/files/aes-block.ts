/** The table of AES (FIPS 197): inverses in the field of 256 elements, then a fixed mix of their bits. */
const SUBSTITUTES = substitutes();

function substitutes(): Uint8Array {
  const table = new Uint8Array(256);
  let [power, inverse] = [1, 1];
  do {
    power ^= (power << 1) ^ (power & 0x80 ? 0x11b : 0);
    power &= 0xff;
    inverse ^= inverse << 1;
    inverse ^= inverse << 2;
    inverse ^= inverse << 4;
    inverse &= 0xff;
    if (inverse & 0x80) inverse ^= 0x09;
    const turned = (shift: number) => (inverse << shift) | (inverse >> (8 - shift));
    table[power] = (inverse ^ turned(1) ^ turned(2) ^ turned(3) ^ turned(4) ^ 0x63) & 0xff;
  } while (power !== 1);
  table[0] = 0x63;
  return table;
}

function doubled(byte: number): number {
  return ((byte << 1) ^ (byte & 0x80 ? 0x1b : 0)) & 0xff;
}

/** The keys of all rounds, 16 bytes each. */
function roundKeys(key: Uint8Array): Uint8Array {
  const words = key.length / 4;
  const keys = new Uint8Array((words + 7) * 16);
  keys.set(key);
  let constant = 1;
  for (let at = key.length; at < keys.length; at += 4) {
    let four = [...keys.subarray(at - 4, at)];
    const word = at / 4;
    if (word % words === 0) {
      four = [four[1]!, four[2]!, four[3]!, four[0]!].map((byte) => SUBSTITUTES[byte]!);
      four[0]! ^= constant;
      constant = doubled(constant);
    } else if (words > 6 && word % words === 4) four = four.map((byte) => SUBSTITUTES[byte]!);
    for (const [index, byte] of four.entries()) keys[at + index] = keys[at + index - key.length]! ^ byte;
  }
  return keys;
}

/**
 * Encrypts single blocks of 16 bytes in place. The platform's own cipher counts upwards from the other end than
 * locked zips do, so that it can't be used for them.
 */
export function createBlockCipher(key: Uint8Array): (block: Uint8Array) => void {
  const keys = roundKeys(key);
  const rounds = keys.length / 16 - 1;
  const mixed = new Uint8Array(16);
  return (block) => {
    for (let at = 0; at < 16; at++) block[at]! ^= keys[at]!;
    for (let round = 1; round <= rounds; round++) {
      // Substitutes and shifted rows in one step: row r of the column comes from r columns further on.
      for (let at = 0; at < 16; at++) mixed[at] = SUBSTITUTES[block[(at + 4 * (at % 4)) % 16]!]!;
      for (let at = 0; at < 16; at += 4) {
        const [a, b, c, d] = [mixed[at]!, mixed[at + 1]!, mixed[at + 2]!, mixed[at + 3]!];
        const last = round === rounds;
        const all = a ^ b ^ c ^ d;
        const key = round * 16 + at;
        block[at] = keys[key]! ^ (last ? a : a ^ all ^ doubled(a ^ b));
        block[at + 1] = keys[key + 1]! ^ (last ? b : b ^ all ^ doubled(b ^ c));
        block[at + 2] = keys[key + 2]! ^ (last ? c : c ^ all ^ doubled(c ^ d));
        block[at + 3] = keys[key + 3]! ^ (last ? d : d ^ all ^ doubled(d ^ a));
      }
    }
  };
}
