/** What a figure may cost at most, as the project promises it. */
export interface Goal {
  readonly text: string;
  readonly met: boolean;
}

/** One line of the table: our time beside a raw yardstick in the same run, and whether the answer was right. */
export interface BenchRow {
  readonly name: string;
  readonly size: string;
  /** Median milliseconds of ours and of the yardstick. */
  readonly ours: number;
  readonly yardstick: number | null;
  readonly yardstickName: string;
  readonly ratio: number | null;
  /** Peak memory of ours in MB, where a whole process was measured. */
  readonly memory: number | null;
  readonly goal: Goal | null;
  /** What was checked against a known answer. */
  readonly checked: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Median wall time of `rounds` runs, in milliseconds, and the last result. */
export async function timed<T>(
  rounds: number,
  run: () => T | Promise<T>,
): Promise<{ ms: number; result: T }> {
  const times: number[] = [];
  let result = await run();
  for (let round = 0; round < rounds; round++) {
    const since = performance.now();
    result = await run();
    times.push(performance.now() - since);
  }
  return { ms: median(times), result };
}

/** A figure that is not the known one ends the bench: a fast wrong answer is worth nothing. */
export function verify(what: string, got: number, wanted: number, tolerance = 0): void {
  if (!(Math.abs(got - wanted) <= tolerance))
    throw new Error(`${what}: got ${got}, known answer ${wanted} (± ${tolerance}).`);
}

export function row(
  name: string,
  size: string,
  ours: number,
  yardstick: { readonly name: string; readonly ms: number } | null,
  checked: string,
  more: { readonly goal?: Goal; readonly memory?: number } = {},
): BenchRow {
  return {
    name,
    size,
    ours,
    yardstick: yardstick?.ms ?? null,
    yardstickName: yardstick?.name ?? '',
    ratio: yardstick ? ours / yardstick.ms : null,
    memory: more.memory ?? null,
    goal: more.goal ?? null,
    checked,
  };
}

/** A goal in milliseconds. */
export function within(ms: number, limit: number): Goal {
  return { text: `≤ ${limit >= 1000 ? `${limit / 1000} s` : `${limit} ms`}`, met: ms <= limit };
}
