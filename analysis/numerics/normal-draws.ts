import { normalTail } from './normal';
import type { Random } from './random';

/**
 * The standard normal value below which a share p of all values lie, 0 < p < 1. Newton's method from 0: on
 * each side of it the curve bends towards the tangent's start, so that the steps never overshoot.
 *
 * @example normalQuantile(0.975).toFixed(9) // => '1.959963985'
 * @example normalQuantile(0.5) // => 0
 */
export function normalQuantile(p: number): number {
  if (p < 0.5) return -normalQuantile(1 - p);
  let z = 0;
  for (let i = 0; i < 60; i += 1) {
    const step = (normalTail(z) - (1 - p)) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z += step;
    if (Math.abs(step) < 1e-13) break;
  }
  return z;
}

/**
 * The middles of `count` equally likely slices of the standard normal distribution, ascending, stretched so
 * that their variance is 1 (middles alone lie a little too near to each other).
 *
 * @example evenNormals(2) // => [-1, 1]
 */
export function evenNormals(count: number): readonly number[] {
  const middles = Array.from({ length: count }, (_, i) => normalQuantile((i + 0.5) / count));
  const variance = middles.reduce((sum, z) => sum + z * z, 0) / count;
  return middles.map((z) => (variance > 0 ? z / Math.sqrt(variance) : z));
}

/**
 * Standard normal rows by Latin hypercube (McKay, Beckman & Conover 1979): in every column each of `count`
 * equally likely slices is met exactly once, in an order of its own. Quantiles need far fewer rows than with
 * independent draws, and only whole numbers come from the stream: the same rows on every computer but for
 * the last bits.
 *
 * @example normalRows(() => 0.5, 2, 1).map(([z]) => Math.abs(z)) // => [1, 1]
 */
export function normalRows(random: Random, count: number, columns: number): readonly (readonly number[])[] {
  const slices = evenNormals(count);
  const rows = slices.map((): number[] => []);
  for (let column = 0; column < columns; column += 1) {
    const order = [...slices];
    for (let i = count - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    rows.forEach((row, i) => {
      row.push(order[i]!);
    });
  }
  return rows;
}
