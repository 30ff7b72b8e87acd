/** When a very large book is added up, which takes half a minute: once nothing was saved for so long, in milliseconds. */
const IDLE = 20_000;
/** A smaller one once the page has had its first moments. */
const FIRST = 2_000;

export interface Idle {
  readonly isLarge: boolean;
  /** When something was saved last, in milliseconds since the epoch. */
  readonly saved: () => number;
  /** The page has gone, or does not write any more. */
  readonly over: () => boolean;
  /** Milliseconds without a save, where it is not the usual: for tests. */
  readonly pause?: number;
}

/**
 * Does what takes long once nobody saves, and again where somebody came in between.
 *
 * @param work answers with `false` when it was disturbed
 */
export async function whenIdle(
  { isLarge, saved, over, pause }: Idle,
  work: () => Promise<boolean>,
): Promise<void> {
  let rest = pause ?? (isLarge ? IDLE : FIRST);
  const begun = Date.now();
  while (!over()) {
    const left = Math.max(begun, saved()) + rest - Date.now();
    if (left > 0) await new Promise((done) => setTimeout(done, left));
    else if (await work()) return;
    else rest = pause ?? IDLE;
  }
}
