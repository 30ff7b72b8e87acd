import { MONEY_SCALE } from '@analysis/frame/orders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { file, orderFacts, readAll } from './helpers';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** A line as exports have them; some are cancellations, some have no buyer, some cost nothing. */
const line = fc
  .record({
    order: fc.integer({ min: 1, max: 12 }),
    cancelled: fc.boolean(),
    item: fc.constantFrom('cup', 'bowl', 'a "big" pot, blue', '茶杯'),
    quantity: fc.integer({ min: -2, max: 9 }),
    cents: fc.integer({ min: 0, max: 99_999 }),
    known: fc.integer({ min: 0, max: 9 }),
  })
  .map((facts) => ({
    ...facts,
    // What an order has in common follows from its number.
    number: `${facts.cancelled && facts.order % 4 === 0 ? 'C' : ''}${1000 + facts.order}`,
    day: `2026-0${1 + (facts.order % 9)}-1${facts.order % 10} 10:0${facts.order % 6}:00`,
    buyer: facts.known === 0 ? '' : `b${facts.order % 5}`,
  }));
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

function rowOf({ number, item, quantity, day, cents, buyer }: Line, scale = 1): string {
  const name = `"${item.replaceAll('"', '""')}"`;
  return `${number},${item.length},${name},${quantity},${day},${((cents * scale) / 100).toFixed(2)},${buyer},X`;
}

function csv(rows: readonly string[]) {
  return file(`${[HEADER, ...rows].join('\n')}\n`);
}

/** Everything that is measured: orders before and after netting, and what was left out. */
async function outcome(files: readonly ReturnType<typeof file>[]) {
  const data = await readAll(files);
  return {
    orders: orderFacts(data),
    netted: data.netted === null ? null : orderFacts(data, data.netted),
    nettedAway: data.nettedAway,
    withoutBuyer: data.withoutBuyer,
  };
}

const lines = fc.array(line, { minLength: 1, maxLength: 40 });

describe('what is read', () => {
  it('does not change with the order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        async ([all, shuffled]) => {
          expect(await outcome([csv(shuffled.map((one) => rowOf(one)))])).toEqual(
            await outcome([csv(all.map((one) => rowOf(one)))]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not change with files given twice, in any order, or overlapping by whole orders', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 0, max: 12 }), fc.boolean(), async (all, cut, turned) => {
        const whole = csv(all.map((one) => rowOf(one)));
        const part = all.filter(({ order }) => order <= cut).map((one) => rowOf(one));
        const expected = await outcome([whole]);
        const files = part.length === 0 ? [whole, whole] : [whole, csv(part), whole];
        expect(await outcome(turned ? files.toReversed() : files)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('scales with the currency and with nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom(10, 100, 1000), async (all, scale) => {
        const small = await readAll([csv(all.map((one) => rowOf(one)))]);
        const large = await readAll([csv(all.map((one) => rowOf(one, scale)))]);
        const [before, after] = [orderFacts(small), orderFacts(large)];
        expect(after.map(({ paid: _paid, ...rest }) => rest)).toEqual(
          before.map(({ paid: _paid, ...rest }) => rest),
        );
        for (const [index, { paid }] of after.entries())
          expect(Math.round(paid * MONEY_SCALE)).toBe(Math.round(before[index]!.paid * scale * MONEY_SCALE));
      }),
      { numRuns: 60 },
    );
  });
});
