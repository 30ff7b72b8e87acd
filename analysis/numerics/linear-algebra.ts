/** Small dense matrices as rows: the models have at most four parameters. */
export type Matrix = readonly (readonly number[])[];

/**
 * The lower triangle L with L Lᵀ = A, or null when A is not positive definite: which is the test whether an
 * optimum is a minimum.
 *
 * @example cholesky([[4, 2], [2, 5]]) // => [[2, 0], [1, 2]]
 * @example cholesky([[1, 2], [2, 1]]) // => null
 */
export function cholesky(matrix: Matrix): number[][] | null {
  const size = matrix.length;
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k += 1) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i !== j) lower[i]![j] = sum / lower[j]![j]!;
      else if (sum > 0 && Number.isFinite(sum)) lower[i]![i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/**
 * Solves A y = v for positive definite A given its Cholesky triangle.
 *
 * @example solveCholesky([[2, 0], [1, 2]], [2, 5]) // => [0, 1]
 */
export function solveCholesky(lower: Matrix, vector: readonly number[]): number[] {
  const size = lower.length;
  const y = [...vector];
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) y[i]! -= lower[i]![k]! * y[k]!;
    y[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) y[i]! -= lower[k]![i]! * y[k]!;
    y[i]! /= lower[i]![i]!;
  }
  return y;
}

/**
 * The inverse of a positive definite matrix (a Hessian's is the parameters' covariance), null when it is not.
 *
 * @example inversePositive([[4, 0], [0, 16]]) // => [[0.25, 0], [0, 0.0625]]
 */
export function inversePositive(matrix: Matrix): number[][] | null {
  const lower = cholesky(matrix);
  if (!lower) return null;
  const columns = matrix.map((_, j) =>
    solveCholesky(
      lower,
      matrix.map((__, i) => (i === j ? 1 : 0)),
    ),
  );
  return columns.every((column) => column.every(Number.isFinite)) ? columns : null;
}

/** @example dot([1, 2], [3, 4]) // => 11 */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
