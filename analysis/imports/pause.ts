import type { Progress } from '../options';

/** Work between two looks at the world, in ms: a page stays live while a year of orders is read. */
const SLICE_MS = 30;

/** Gives the page its turn and says how far the work is. */
export interface Pause {
  /** Resolves to false when the reader has cancelled: stop and return null. */
  readonly turn: (part: number) => Promise<boolean>;
}

/**
 * Long work calls `turn` often; it is nearly free until a slice of time is used up, then lets other work run
 * and reports.
 */
export function createPause(progress: Progress, step: string): Pause {
  let since = performance.now();
  return {
    async turn(part) {
      if (progress.signal.aborted) return false;
      if (performance.now() - since < SLICE_MS) return true;
      progress.report(step, Math.min(1, Math.max(0, part)));
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = performance.now();
      return !progress.signal.aborted;
    },
  };
}
