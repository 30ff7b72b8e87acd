import { normalTail } from '@analysis/numerics/normal';
import { normalQuantile, normalRows } from '@analysis/numerics/normal-draws';
import { seededRandom } from '@analysis/numerics/random';
import { expect, test } from 'vitest';

test.each([0.0001, 0.025, 0.31, 0.5, 0.7, 0.975, 0.9999])('quantile and tail are inverse at %s', (p) => {
  expect(1 - normalTail(normalQuantile(p))).toBeCloseTo(p, 11);
});

test('every column meets every slice once, columns go their own ways', () => {
  const rows = normalRows(seededRandom(3), 200, 3);
  const columns = [0, 1, 2].map((c) => rows.map((row) => row[c]!));
  const sorted = columns.map((column) => [...column].sort((a, b) => a - b));
  expect(sorted[0]).toEqual(sorted[1]);
  expect(new Set(sorted[2]).size).toBe(200);
  const variance = columns[0]!.reduce((sum, z) => sum + z * z, 0) / 200;
  expect(variance).toBeCloseTo(1, 9);
  const together = columns[0]!.reduce((sum, z, i) => sum + z * columns[1]![i]!, 0) / 200;
  expect(Math.abs(together)).toBeLessThan(0.25);
});
