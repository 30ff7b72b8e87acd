import type { OrderRow } from './frames';

/** Day n after 2006-12-01, at noon. */
const day = (n: number) => new Date(Date.UTC(2006, 11, 1 + n)).toISOString().slice(0, 10);
const many = <Value>(n: number, make: (index: number) => Value) =>
  Array.from({ length: n }, (_, i) => make(i));
const ofBuyer = (buyer: string, days: readonly number[], paid = 20): OrderRow[] =>
  days.map((n) => ({ buyer, at: day(n), paid }));

/** Shops on which statistics go wrong: the names say how. */
export const HARD_SHOPS: Readonly<Record<string, readonly OrderRow[]>> = {
  nothing: [],
  'one order': ofBuyer('a', [0]),
  'three buyers': [...ofBuyer('a', [0, 9, 40]), ...ofBuyer('b', [3]), ...ofBuyer('c', [5, 6])],
  'all bought once': many(200, (i) => ofBuyer(`b${i}`, [i % 90])).flat(),
  'one giant': [
    ...ofBuyer(
      'giant',
      many(300, (i) => i),
      9999,
    ),
    ...many(60, (i) => ofBuyer(`b${i}`, [i % 50])).flat(),
  ],
  'all on the same day': many(80, (i) => [...ofBuyer(`b${i % 40}`, [0])]).flat(),
  'all bought daily': many(40, (i) =>
    ofBuyer(
      `b${i}`,
      many(60, (n) => n),
    ),
  ).flat(),
  'twenty years': many(60, (i) =>
    ofBuyer(
      `b${i}`,
      many(12, (n) => (i * 37 + n * (300 + i)) % 7300),
    ),
  ).flat(),
  'all alike': many(50, (i) => ofBuyer(`b${i}`, [0, 30, 60, 90])).flat(),
  'all left at once': many(60, (i) => ofBuyer(`b${i}`, [0, 1, 2, 3]))
    .flat()
    .concat(ofBuyer('late', [700])),
  'amounts of zero': many(60, (i) => ofBuyer(`b${i}`, [0, i + 1, 100 + i], 0)).flat(),
  'one price': many(60, (i) => ofBuyer(`b${i}`, [i, 50 + 2 * i], 9.9)).flat(),
  'huge amounts': many(60, (i) => ofBuyer(`b${i}`, [i, 60 + i, 130 + i], 10 ** (1 + (i % 9)))).flat(),
  'all refunded': many(60, (i) => ofBuyer(`b${i}`, [i, 90 + i]))
    .flat()
    .map((row) => ({ ...row, refund: 20 })),
  'nobody known': many(90, (i) => ({ buyer: null, at: day(i) })),
  'two twins': [...ofBuyer('a', [0, 200]), ...ofBuyer('b', [0, 200])],
};
