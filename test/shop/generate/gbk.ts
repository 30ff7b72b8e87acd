/** GBK bytes by character, from the platform's own decoder: `TextEncoder` writes UTF-8 only. */
function buildTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  const decoder = new TextDecoder('gbk', { fatal: true });
  const pair = new Uint8Array(2);
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      pair[0] = high;
      pair[1] = low;
      const character = decodePair(decoder, pair);
      // A few characters have two codes; the first is the one Windows writes.
      if (character?.length === 1 && table[character.charCodeAt(0)] === 0) {
        table[character.charCodeAt(0)] = high * 256 + low;
      }
    }
  }
  return table;
}

function decodePair(decoder: TextDecoder, pair: Uint8Array): string | null {
  try {
    return decoder.decode(pair);
  } catch {
    return null;
  }
}

let table: Uint16Array | null = null;

/**
 * Encodes text as GBK, the encoding of Taobao's order reports.
 *
 * @throws RangeError for a character GBK does not have, naming it.
 * @example [...encodeGbk('订a')] // => [182, 169, 97]
 */
export function encodeGbk(text: string): Uint8Array {
  table ??= buildTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const pair = table[code]!;
    if (pair === 0) {
      throw new RangeError(`GBK has no “${text[index]}” (U+${code.toString(16)}); write that word otherwise`);
    }
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return bytes.subarray(0, length);
}
