import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { file, orderFacts, readAll } from './helpers';

const HEAD = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** Codes alike, empty, guarded, and longer than are remembered by their letters. */
const code = fc.constantFrom(
  'A1',
  'A2',
  '',
  "'A1",
  'a-code-longer-than-sixteen-1',
  'a-code-longer-than-sixteen-2',
);
const line = fc.record({
  code,
  price: fc.constantFrom('1.25', '2.5', '10'),
  quantity: fc.integer({ min: 1, max: 5 }),
  taken: fc.boolean(),
});
const invoices = fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

/** Each invoice, and one that takes some of its lines back. `mark` stands in every row. */
function list(
  all: readonly (readonly { code: string; price: string; quantity: number; taken: boolean }[])[],
  mark: string,
) {
  const rows = all.flatMap((lines, at) =>
    [1, -1].flatMap((sign) =>
      lines
        .filter(({ taken }) => sign > 0 || taken)
        .map(({ code: item, price, quantity }) => {
          const number = `${sign < 0 ? 'C' : ''}${536_000 + at}`;
          const day = `2011-01-${10 + at} ${sign < 0 ? 12 : 10}:00:00`;
          return `${number},${item},${mark},${sign * quantity},${day},${price},${17_000 + (at % 3)},UK`;
        }),
    ),
  );
  return file(`${HEAD}\n${rows.join('\n')}\n`);
}

describe('rows that add a line to the order above', () => {
  it('are read the same by letters of ASCII and by any others, and add up', async () => {
    await fc.assert(
      fc.asyncProperty(invoices, async (all) => {
        const [plain, other] = await Promise.all([readAll([list(all, 'cup')]), readAll([list(all, '茶杯')])]);
        expect(orderFacts(plain)).toEqual(orderFacts(other));
        expect(plain.nettedAway).toEqual(other.nettedAway);
        const sums = all.map((lines) =>
          lines.reduce((sum, one) => sum + Number(one.price) * one.quantity, 0),
        );
        expect(orderFacts(plain).map((order) => order.paid)).toEqual(sums);
        const named = ({ taken, code: item }: { taken: boolean; code: string }) => taken && item !== '';
        expect(plain.nettedAway.lines).toBe(all.flat().filter(named).length);
      }),
      { numRuns: 60 },
    );
  });
});
