import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readInputs } from '@analysis/imports/read';
import { seededRandom } from '@analysis/numerics/random';
import type { SoakRound } from './round';

const FOLDER = 'test/fixtures/exports';
const FILES_PER_ROUND = 200;
const SLOW_MS = 5_000;

function samples(): { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(FOLDER, name)).isFile() && !/\.(expected\.json|md)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));
}

/** A file damaged in one of the ways files get damaged: bytes flipped, cut, doubled, blanked. */
function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() * Math.min(200, bytes.length));
  const copy = bytes.slice();
  switch (Math.floor(random() * 4)) {
    case 0:
      for (let flips = 0; flips < 1 + length / 20; flips++) {
        const place = Math.floor(random() * copy.length);
        copy[place] = copy[place]! ^ (1 << Math.floor(random() * 8));
      }
      return copy;
    case 1:
      return copy.slice(0, at);
    case 2:
      return Uint8Array.from([...copy.slice(0, at), ...copy.slice(at, at + length), ...copy.slice(at)]);
    default:
      return copy.fill(0x20, at, at + length);
  }
}

/** Damaged exports of every format: read, refused with a sentence, never a crash or a hang. */
export function importFuzz(): SoakRound {
  const files = samples();
  const options = { map: null, dateOrder: null, tz: 'Asia/Shanghai', currency: null, password: null };
  return {
    name: 'damaged exports',
    unit: 'files',
    goal: 500,
    run: async (number) => {
      const random = seededRandom(number);
      for (let count = 0; count < FILES_PER_ROUND; count++) {
        const sample = files[Math.floor(random() * files.length)]!;
        const bytes = damage(sample.bytes, random);
        const since = performance.now();
        const progress = { report: () => undefined, signal: new AbortController().signal };
        const result = await readInputs([{ name: sample.name, bytes }], options, progress);
        const took = performance.now() - since;
        const where = `${sample.name}, round ${number}, file ${count}`;
        if (took > SLOW_MS) throw new Error(`${where}: took ${Math.round(took)} ms`);
        if (result?.ok) {
          const { paid, time } = result.data.orders;
          if (paid.some((value) => !Number.isFinite(value)))
            throw new Error(`${where}: an amount that is no number`);
          if (time.some((value) => !Number.isFinite(value)))
            throw new Error(`${where}: a time that is no number`);
        }
      }
      return FILES_PER_ROUND;
    },
  };
}
