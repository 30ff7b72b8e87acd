/** One buyer's history as the purchase-count models see it: x repeat purchases, the last at tx, observed for T. */
export interface CountColumns {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
}

/**
 * Equal histories counted once. Most buyers of a shop bought once, so tens of thousands of rows fold to a few
 * thousand, and likelihoods cost by the folded row. Rows are sorted by (x, T, tx): the order of the input can
 * then not change a single bit of a fit.
 */
export interface CountGroups extends CountColumns {
  /** Buyers with this history. */
  readonly weight: Float64Array;
  /** Buyers in all. */
  readonly buyers: number;
  readonly repeatPurchases: number;
}

export interface Grouped {
  readonly groups: CountGroups;
  /** Row of `groups` that holds buyer i. */
  readonly groupOf: Int32Array;
}

/**
 * Folds equal rows together.
 *
 * @param columns one row per buyer, any time unit, 0 ≤ tx ≤ T
 */
export function groupCounts({ x, tx, T }: CountColumns): Grouped {
  const order = Uint32Array.from(x, (_, i) => i).sort(
    (i, j) => x[i]! - x[j]! || T[i]! - T[j]! || tx[i]! - tx[j]! || i - j,
  );
  const groupOf = new Int32Array(x.length);
  const kept: number[] = [];
  const weight: number[] = [];
  let repeatPurchases = 0;
  let last = -1;
  for (const i of order) {
    if (last < 0 || x[i] !== x[last] || T[i] !== T[last] || tx[i] !== tx[last]) {
      kept.push(i);
      weight.push(0);
      last = i;
    }
    weight[weight.length - 1]! += 1;
    groupOf[i] = weight.length - 1;
    repeatPurchases += x[i]!;
  }
  const pick = (column: Float64Array) => Float64Array.from(kept, (i) => column[i]!);
  const groups = {
    x: pick(x),
    tx: pick(tx),
    T: pick(T),
    weight: Float64Array.from(weight),
    buyers: x.length,
    repeatPurchases,
  };
  return { groups, groupOf };
}

/** The same histories on another clock: times divided by `unit`. */
export function rescale(groups: CountGroups, unit: number): CountGroups {
  return { ...groups, tx: groups.tx.map((t) => t / unit), T: groups.T.map((t) => t / unit) };
}

/** Every k-th folded row, about `size` of them: enough to find the valley an optimum lies in. */
export function thin(groups: CountGroups, size: number): CountGroups {
  const step = Math.ceil(groups.x.length / size);
  if (step <= 1) return groups;
  const keep = (_: number, i: number) => i % step === 0;
  const weight = groups.weight.filter(keep);
  const x = groups.x.filter(keep);
  return {
    x,
    tx: groups.tx.filter(keep),
    T: groups.T.filter(keep),
    weight,
    buyers: weight.reduce((sum, w) => sum + w, 0),
    repeatPurchases: x.reduce((sum, n, i) => sum + n * weight[i]!, 0),
  };
}
