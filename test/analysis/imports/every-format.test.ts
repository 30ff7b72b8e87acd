import { seededRandom } from '@analysis/numerics/random';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { file, orderFacts, PLAIN, readAll } from './helpers';
import { type Specimen, specimens, written } from './mutations';

/** Everything that is measured of a file's orders, whatever their order. */
async function outcome(texts: readonly string[]) {
  const options = { ...PLAIN, tz: 'Asia/Shanghai', dateOrder: 'mdy' } as const;
  const data = await readAll(
    texts.map((text) => file(text)),
    options,
  );
  const orders = orderFacts(data).map((order) => JSON.stringify(order));
  return { orders: orders.sort(), withoutBuyer: data.withoutBuyer, nettedAway: data.nettedAway };
}

interface Block {
  readonly number: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * The rows cut up: what stands above and below the orders, and the orders row by row. Where an order's number
 * stands on its first row only, the rows below go with it.
 */
function blocksOf({ rows, header, places, format }: Specimen) {
  const numberAt = (row: number) => (rows[row]![places.order] ?? '').trim();
  const numbered = [...rows.keys()].filter((row) => row > header && numberAt(row) !== '');
  const [first, last] = [numbered[0]!, numbered.at(-1)!];
  const end = format.fillDown ? rows.length : last + 1;
  const blocks: Block[] = [];
  for (let row = first; row < end; row += 1) {
    const before = blocks.at(-1);
    const own = [rows[row]!];
    if (before && format.fillDown && numberAt(row) === '')
      blocks[blocks.length - 1] = { ...before, rows: [...before.rows, ...own] };
    else blocks.push({ number: numberAt(row), rows: own });
  }
  return { above: rows.slice(0, first), blocks, below: rows.slice(end) };
}

/** The same rows with those of the orders in another order. */
function shuffled(specimen: Specimen, seed: number): string {
  const random = seededRandom(seed);
  const { above, blocks, below } = blocksOf(specimen);
  for (let i = blocks.length - 1; i > 0; i -= 1) {
    const k = Math.floor(random() * (i + 1));
    [blocks[i], blocks[k]] = [blocks[k]!, blocks[i]!];
  }
  return written(specimen, [...above, ...blocks.flatMap(({ rows }) => rows), ...below]);
}

/** The rows of some orders only, as an export of fewer days has them. */
function part(specimen: Specimen, seed: number): string {
  const random = seededRandom(seed);
  const { above, blocks, below } = blocksOf(specimen);
  const numbers = [...new Set(blocks.map(({ number }) => number))];
  const kept = new Set(numbers.filter((_, i) => i === 0 || random() < 0.5));
  const rows = blocks.filter(({ number }) => kept.has(number)).flatMap((block) => block.rows);
  return written(specimen, [...above, ...rows, ...below]);
}

let all: readonly Specimen[];
beforeAll(async () => {
  all = await specimens();
});

/** Tries something on every sample there is, each with a few seeds. */
async function onEach(runs: number, check: (specimen: Specimen, seed: number) => Promise<void>) {
  for (const specimen of all) {
    if (specimen.places.order < 0) continue;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), (seed) => check(specimen, seed)),
      { numRuns: runs },
    );
  }
}

describe('an export of every format', () => {
  it('reads the same whatever the order of its rows', async () => {
    await onEach(3, async (specimen, seed) => {
      const before = await outcome([written(specimen, specimen.rows)]);
      expect([specimen.name, await outcome([shuffled(specimen, seed)])]).toEqual([specimen.name, before]);
    });
  });

  it('reads the same given twice, and beside an export of fewer days, in any order', async () => {
    await onEach(2, async (specimen, seed) => {
      const whole = written(specimen, specimen.rows);
      const before = await outcome([whole]);
      const files = [whole, part(specimen, seed), whole];
      const found = await outcome(seed % 2 === 0 ? files : files.toReversed());
      expect([specimen.name, found]).toEqual([specimen.name, before]);
    });
  });
});
