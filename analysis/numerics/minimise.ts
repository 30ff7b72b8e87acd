import { cholesky, dot, type Matrix, solveCholesky } from './linear-algebra';
import { nelderMead } from './nelder-mead';

/** A smooth function: writes its gradient at `x` into `gradient` and returns its value. */
export type Smooth = (x: readonly number[], gradient: number[]) => number;

interface State {
  readonly x: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface DescentOptions {
  /** Largest |∂f/∂xᵢ| that counts as zero, for values of f up to 10,000 (in proportion above). */
  readonly gradientTolerance?: number;
  /** Most steps. */
  readonly most?: number;
  readonly longestStep?: number;
  /** About the inverse of the second derivatives at the start, where they are known: far fewer steps. */
  readonly inverse?: Matrix;
}

/** Where a descent ended. */
export interface Descent extends State {
  readonly evaluations: number;
}

/** What minimising came to; `converged` is checked by gradient and Hessian, not believed. */
export interface Optimum extends Descent {
  /** Second derivatives at the optimum. */
  readonly hessian: Matrix;
  readonly converged: boolean;
}

const norm = (v: readonly number[]) => v.reduce((most, g) => Math.max(most, Math.abs(g)), 0);

/**
 * Second derivatives by central differences of the gradient, made symmetric.
 *
 * @example hessianOf((x, g) => { g[0] = 6 * x[0]; return 3 * x[0] ** 2; }, [1])[0][0].toFixed(6) // => '6.000000'
 */
export function hessianOf(f: Smooth, x: readonly number[], step = 1e-4): number[][] {
  const rows = x.map((_, i) => {
    const [up, down] = [x.map(() => 0), x.map(() => 0)];
    f(
      x.map((v, j) => (i === j ? v + step : v)),
      up,
    );
    f(
      x.map((v, j) => (i === j ? v - step : v)),
      down,
    );
    return up.map((g, j) => (g - down[j]!) / (2 * step));
  });
  return rows.map((row, i) => row.map((v, j) => (v + rows[j]![i]!) / 2));
}

/**
 * Descends by BFGS with a backtracking line search; Nelder–Mead takes over when the search is stuck on a slope.
 * Good enough to compare starting points; `minimise` sharpens and checks the best. Never throws.
 *
 * @example descend((x, g) => { g[0] = 2 * (x[0] - 3); return (x[0] - 3) ** 2; }, [0]).x[0].toFixed(3) // => '3.000'
 */
export function descend(
  f: Smooth,
  start: readonly number[],
  { gradientTolerance = 1e-4, most = 200, longestStep = 2, inverse }: DescentOptions = {},
): Descent {
  const counter = { evaluations: 0 };
  const at = evaluator(f, counter);
  const first = at(start);
  const options = { tolerance: gradientTolerance, most, longest: longestStep, known: inverse ?? null };
  let state = bfgs(at, first, options);
  if (
    Number.isFinite(state.value) &&
    norm(state.gradient) > 1e3 * tolerated(state.value, gradientTolerance)
  ) {
    const simplex = nelderMead((x) => at(x).value, state.x, { most: 400 });
    if (simplex.value < state.value) state = bfgs(at, at(simplex.x), { ...options, known: null });
  }
  return { ...state, evaluations: counter.evaluations };
}

/**
 * Minimises a smooth function: `descend`, then Newton steps on the differenced Hessian while they flatten the
 * gradient, then the check that makes `converged` true: gradient zero and Hessian positive definite. A
 * function that is nowhere finite returns its start, `converged: false`.
 *
 * @example minimise((x, g) => { g[0] = 2 * (x[0] - 3); return (x[0] - 3) ** 2; }, [0]).x[0].toFixed(6) // => '3.000000'
 */
export function minimise(f: Smooth, start: readonly number[], options: DescentOptions = {}): Optimum {
  const descent = descend(f, start, options);
  const counter = { evaluations: descent.evaluations };
  const at = evaluator(f, counter);
  let state: State = descent;
  let hessian = hessianOf(f, state.x);
  let lower = cholesky(hessian);
  for (let i = 0; i < 6 && lower && norm(state.gradient) > 1e-9; i += 1) {
    const step = solveCholesky(lower, state.gradient);
    if (norm(step) > 1) break;
    const next = at(state.x.map((v, j) => v - step[j]!));
    const noise = rounding(state.value);
    if (!(next.value <= state.value + noise && norm(next.gradient) < 0.9 * norm(state.gradient))) break;
    const far = norm(step) > 1e-3;
    state = next;
    if (far) {
      hessian = hessianOf(f, state.x);
      lower = cholesky(hessian);
    }
  }
  const flat = norm(state.gradient) <= tolerated(state.value, options.gradientTolerance ?? 1e-4);
  const converged = Number.isFinite(state.value) && flat && lower !== null;
  return { ...state, hessian, converged, evaluations: counter.evaluations };
}

function evaluator(f: Smooth, counter: { evaluations: number }) {
  return (x: readonly number[]): State => {
    counter.evaluations += 1;
    const gradient = x.map(() => 0);
    const value = f(x, gradient);
    const sound = Number.isFinite(value) && gradient.every(Number.isFinite);
    return { x: [...x], value: sound ? value : Number.POSITIVE_INFINITY, gradient };
  };
}

/** A sum of many terms carries about this much rounding: smaller falls cannot be seen. */
const rounding = (value: number) => 1e-13 * Math.abs(value);
const tolerated = (value: number, tolerance: number) => tolerance * Math.max(1, Math.abs(value) / 10_000);

type Evaluate = (x: readonly number[]) => State;

function bfgs(
  at: Evaluate,
  start: State,
  {
    tolerance,
    most,
    longest,
    known,
  }: { tolerance: number; most: number; longest: number; known: Matrix | null },
) {
  let state = start;
  const identity = () => start.x.map((_, i) => start.x.map((__, j) => (i === j ? 1 : 0)));
  let inverse: number[][] = known ? known.map((row) => [...row]) : identity();
  let fresh = known === null;
  for (let i = 0; i < most && norm(state.gradient) > tolerated(state.value, tolerance); i += 1) {
    let direction = inverse.map((row) => -dot(row, state.gradient));
    if (!(dot(direction, state.gradient) < 0)) {
      inverse = identity();
      fresh = true;
      direction = state.gradient.map((g) => -g);
    }
    const length = norm(direction);
    const limit = fresh ? Math.min(1, longest) : longest;
    if (length > limit) direction = direction.map((d) => (d * limit) / length);
    const next = lineSearch(at, state, direction);
    if (!next) {
      if (fresh) break;
      inverse = identity();
      fresh = true;
      continue;
    }
    const s = next.x.map((v, j) => v - state.x[j]!);
    const y = next.gradient.map((g, j) => g - state.gradient[j]!);
    const sy = dot(s, y);
    if (sy > 1e-14) {
      if (fresh) inverse = identity().map((row) => row.map((v) => (v * sy) / dot(y, y)));
      fresh = false;
      update(inverse, s, y, sy);
    }
    state = next;
  }
  return state;
}

/** The BFGS update of the inverse Hessian, in place. */
function update(inverse: number[][], s: readonly number[], y: readonly number[], sy: number) {
  const hy = inverse.map((row) => dot(row, y));
  const yhy = dot(y, hy);
  for (let p = 0; p < s.length; p += 1) {
    for (let q = 0; q < s.length; q += 1) {
      inverse[p]![q]! += ((1 + yhy / sy) * s[p]! * s[q]! - hy[p]! * s[q]! - s[p]! * hy[q]!) / sy;
    }
  }
}

/** Shortens the step until the value falls enough (Armijo), or, within rounding, until the gradient does. */
function lineSearch(at: Evaluate, from: State, direction: readonly number[]) {
  const slope = dot(direction, from.gradient);
  const noise = rounding(from.value);
  let t = 1;
  for (let i = 0; i < 30; i += 1) {
    const next = at(from.x.map((v, j) => v + t * direction[j]!));
    if (next.value <= from.value + 1e-4 * t * slope) return next;
    if (next.value <= from.value + noise && norm(next.gradient) < 0.9 * norm(from.gradient)) return next;
    if (-slope * t < noise) return null;
    const parabola = (-slope * t * t) / (2 * (next.value - from.value - slope * t));
    t = Number.isFinite(parabola) ? Math.min(Math.max(parabola, t * 0.1), t * 0.5) : t * 0.25;
  }
  return null;
}
