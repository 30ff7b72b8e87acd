/** A point and the function's value there. */
export interface Minimum {
  readonly x: readonly number[];
  readonly value: number;
  readonly evaluations: number;
}

/**
 * Nelder & Mead's simplex (1965, standard coefficients): slow but needs no gradient, so it takes over where a
 * gradient method is stuck. Values that are not numbers count as infinitely bad.
 *
 * @example nelderMead((x) => (x[0] - 2) ** 2, [0]).x[0].toFixed(3) // => '2.000'
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-10, most = 2000 } = {},
): Minimum {
  let evaluations = 0;
  const at = (x: readonly number[]) => {
    evaluations += 1;
    const value = f(x);
    return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const simplex = [at([...start])];
  for (let i = 0; i < start.length; i += 1) {
    simplex.push(at(start.map((v, j) => (i === j ? v + step : v))));
  }
  const along = (from: readonly number[], to: readonly number[], t: number) =>
    from.map((v, i) => v + t * (to[i]! - v));
  while (evaluations < most) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0]!, simplex[simplex.length - 1]!];
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break;
    const centre = start.map(
      (_, i) => simplex.slice(0, -1).reduce((sum, p) => sum + p.x[i]!, 0) / start.length,
    );
    const reflected = at(along(centre, worst.x, -1));
    let replacement = reflected;
    if (reflected.value < best.value) {
      const expanded = at(along(centre, worst.x, -2));
      if (expanded.value < reflected.value) replacement = expanded;
    } else if (reflected.value >= simplex[simplex.length - 2]!.value) {
      const outside = reflected.value < worst.value;
      const contracted = at(along(centre, outside ? reflected.x : worst.x, 0.5));
      if (contracted.value >= Math.min(reflected.value, worst.value)) {
        for (let i = 1; i < simplex.length; i += 1) simplex[i] = at(along(best.x, simplex[i]!.x, 0.5));
        continue;
      }
      replacement = contracted;
    }
    simplex[simplex.length - 1] = replacement;
  }
  simplex.sort((a, b) => a.value - b.value);
  return { x: simplex[0]!.x, value: simplex[0]!.value, evaluations };
}
