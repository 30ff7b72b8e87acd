import { vi } from 'vitest';

/** Waits until an expectation holds. A busy machine takes its time: nothing is timed here, so the patience is long. */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000, interval: 20 });
}
