import { withRoom } from '@analysis/imports/growing';
import { createInterner } from '@analysis/imports/interner';
import { createTextIndex } from '@analysis/imports/text-index';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('text index', () => {
  it('finds what a map finds, whatever the texts', () => {
    const texts = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('__proto__', '', '订单')), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(texts, (list) => {
        const interner = createInterner();
        const known = new Map<string, number>();
        for (const text of list) {
          if (!known.has(text)) known.set(text, known.size);
          expect(interner.of(text)).toBe(known.get(text));
        }
        expect(interner.texts).toEqual([...known.keys()]);
      }),
    );
  });

  it('keeps every order number while it grows past its first room', () => {
    const numbers: string[] = [];
    const index = createTextIndex(numbers);
    for (let at = 0; at < 20_000; at++) {
      const number = String(1_100_000_000_000 + at);
      expect(index.place(number, '', numbers.length)).toBe(at);
      numbers.push(number);
    }
    expect(index.find('1100000019999', '')).toBe(19_999);
    expect(index.find('1100000000000', '')).toBe(0);
    expect(index.find('1100000020000', '')).toBe(-1);
  });

  it('tells pairs apart by both texts', () => {
    const orders = ['A', 'A', 'B'];
    const lines = ['1', '2', '1'];
    const index = createTextIndex(orders, lines);
    for (const [at, order] of orders.entries()) index.place(order, lines[at] ?? '', at);
    expect(index.find('A', '2')).toBe(1);
    expect(index.find('B', '1')).toBe(2);
    expect(index.find('B', '2')).toBe(-1);
  });
});

describe('withRoom', () => {
  it('keeps what was there and the kind of the column', () => {
    const column = Float64Array.of(1.5, Number.NaN);
    const wider = withRoom(column, 2);
    expect(wider).toBeInstanceOf(Float64Array);
    expect([...wider.subarray(0, 3)]).toEqual([1.5, Number.NaN, 0]);
    expect(withRoom(column, 1)).toBe(column);
  });
});
