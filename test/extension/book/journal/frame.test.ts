import { crc32 as crc32OfZlib } from 'node:zlib';
import { crc32 } from '@extension/book/journal/crc32';
import { frameOf, framesOf, lastFrame } from '@extension/book/journal/frame';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryDisk } from './memory-disk';

const texts = fc.array(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  { minLength: 1, maxLength: 12 },
);

async function fileOf(bytes: Uint8Array) {
  const file = await memoryDisk().root.open('x');
  file.write(bytes, 0);
  return file;
}

function joined(all: readonly string[]): Uint8Array {
  return Uint8Array.from(all.flatMap((text) => [...frameOf(text).bytes]));
}

async function textsIn(bytes: Uint8Array): Promise<string[]> {
  const file = await fileOf(bytes);
  return [...framesOf(file)].flatMap((frame) => ('text' in frame ? [frame.text] : []));
}

describe('the frames of a journal', () => {
  it('have the checksum everybody knows', () => {
    expect(crc32(new TextEncoder().encode('The quick brown fox jumps over the lazy dog'))).toBe('414fa339');
    expect(frameOf('{"seq":1}').bytes).toEqual(new TextEncoder().encode('00000009\ta589bc6d\t{"seq":1}\n'));
  });

  it('have the checksum that zlib gives the same bytes, however many they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(crc32(bytes)).toBe(crc32OfZlib(bytes).toString(16).padStart(8, '0'));
      }),
    );
  });

  it('are read as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        expect(await textsIn(joined(all))).toEqual(all);
        expect(lastFrame(await fileOf(joined(all)))?.text).toBe(all.at(-1));
      }),
    );
  });

  it('cut off anywhere, give the whole ones before the cut and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), async (all, place) => {
        const bytes = joined(all);
        const cut = place % bytes.length;
        let whole = 0;
        for (let end = 0; whole < all.length; whole++) {
          end += frameOf(all[whole]!).bytes.length;
          if (end > cut) break;
        }
        expect(await textsIn(bytes.slice(0, cut))).toEqual(all.slice(0, whole));
      }),
    );
  });

  it('with a flipped bit anywhere, give every other one and nothing that was not written', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat(7), async (all, place, bit) => {
        const bytes = joined(all);
        const at = place % bytes.length;
        bytes[at] = bytes[at]! ^ (1 << bit);
        let hit = 0;
        for (let end = 0; hit < all.length; hit++) {
          end += frameOf(all[hit]!).bytes.length;
          if (end > at) break;
        }
        const left = all.filter((_, index) => index !== hit);
        const found = await textsIn(bytes);
        // A hit newline between two frames may take the one behind it along: it was its sign.
        expect([left, all.filter((_, index) => index !== hit && index !== hit + 1)]).toContainEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  it('are found again behind megabytes of damage', async () => {
    const noise = new Uint8Array(3 << 20).fill(0x61);
    const bytes = Uint8Array.from([...frameOf('1').bytes]);
    const all = new Uint8Array(bytes.length * 2 + noise.length + 1);
    all.set(bytes);
    all.set(noise, bytes.length);
    all[bytes.length + noise.length] = 0x0a;
    all.set(bytes, bytes.length + noise.length + 1);
    expect(await textsIn(all)).toEqual(['1', '1']);
  });
});
