import { Z95 } from '../numerics/normal';

/**
 * 97.5 % point of Student's t distribution: how many standard errors a 95 % interval of a mean reaches to each
 * side when the spread itself is estimated from few answers.
 *
 * Source: G. W. Hill, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13 (1970); error below
 * 0.0002 from three degrees of freedom on, exact for one and two.
 *
 * @example Number(t95(10).toFixed(3)) // => 2.228
 * @example Number(t95(1).toFixed(3)) // => 12.706
 */
export function t95(degreesOfFreedom: number): number {
  const n = degreesOfFreedom;
  const p = 0.05;
  if (n === 1) return 1 / Math.tan((p * Math.PI) / 2);
  if (n === 2) return Math.sqrt(2 / (p * (2 - p)) - 2);
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  let c = ((20700 * a) / b - 98) * a - 16;
  c = c * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * p) ** (2 / n);
  if (y > 0.05 + a) {
    const x = -Z95;
    y = x * x;
    if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = a * y * y;
    y = y > 0.002 ? Math.exp(y) - 1 : 0.5 * y * y + y;
  } else {
    y =
      ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) *
        ((n + 1) / (n + 2)) +
      1 / y;
  }
  return Math.sqrt(n * y);
}
