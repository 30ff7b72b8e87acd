/** Rows that stand for all, and how many times each counts. */
export interface RowSample {
  readonly rows: Int32Array;
  readonly times: Float64Array;
}

/**
 * At most `most` rows that stand for all: systematic sampling in proportion to size, so that large rows are
 * always in and sums of anything near to proportional to size come out with next to no error. Without chance:
 * the same rows give the same sample. Up to `most` rows are simply all taken.
 *
 * @param sizes ≥ 0, in an order in which neighbours are alike
 * @example sampleRows(Float64Array.of(5, 1, 1, 1), 2) // => { rows: Int32Array.of(0, 1), times: Float64Array.of(0.8, 4) }
 */
export function sampleRows(sizes: Float64Array, most: number): RowSample {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length <= most || !(total > 0)) {
    return { rows: Int32Array.from(sizes, (_, i) => i), times: new Float64Array(sizes.length).fill(1) };
  }
  const step = total / most;
  const [rows, times]: [number[], number[]] = [[], []];
  let [reached, hits] = [0, 0];
  sizes.forEach((size, i) => {
    reached += size;
    // The h-th mark stands in the middle of the h-th step.
    const passed = Math.min(most, Math.floor(reached / step + 0.5));
    if (passed > hits) {
      rows.push(i);
      times.push(((passed - hits) * step) / size);
    }
    hits = passed;
  });
  return { rows: Int32Array.from(rows), times: Float64Array.from(times) };
}
