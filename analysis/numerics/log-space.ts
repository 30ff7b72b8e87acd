/**
 * ln(eᵃ + eᵇ) without overflow; −Infinity stands for zero.
 *
 * @example logAddExp(-Infinity, 3) // => 3
 */
export function logAddExp(a: number, b: number): number {
  const high = a > b ? a : b;
  if (high === Number.NEGATIVE_INFINITY) return high;
  return high + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/**
 * ln(1 − e⁻ˣ) for x > 0, exact to the last digits at both ends (Mächler 2012).
 *
 * @example log1mExp(Math.LN2).toFixed(12) // => '-0.693147180560'
 */
export function log1mExp(x: number): number {
  return x <= Math.LN2 ? Math.log(-Math.expm1(-x)) : Math.log1p(-Math.exp(-x));
}

/**
 * 1 / (1 + eˣ): the smaller chance of the two, without overflow.
 *
 * @example [oneInOnePlusExp(-Infinity), oneInOnePlusExp(0), oneInOnePlusExp(1000)] // => [1, 0.5, 0]
 */
export function oneInOnePlusExp(x: number): number {
  return 1 / (1 + Math.exp(x));
}
