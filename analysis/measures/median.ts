/**
 * Middle value of a list; the mean of the two middle ones when their number is even, `null` for an empty list.
 *
 * @example median([3, 1, 2]) // => 2
 * @example median([4, 1]) // => 2.5
 */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
