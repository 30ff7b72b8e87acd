import { type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';

export interface Live<T> {
  /** `undefined` until the first answer. */
  readonly value: ReadonlySignal<T | undefined>;
  /** The last failure; the value then is the last good one. */
  readonly error: ReadonlySignal<unknown>;
  stop(): void;
}

/**
 * A read that stays true: asked again whenever something it looked at is written, in this page or in another
 * one. Screens show these and keep no copies of rows.
 */
export function live<T>(query: () => Promise<T>): Live<T> {
  const value = signal<T | undefined>(undefined);
  const error = signal<unknown>(null);
  const subscription = liveQuery(query).subscribe({
    next: (found) => {
      error.value = null;
      value.value = found;
    },
    error: (reason: unknown) => {
      error.value = reason;
    },
  });
  return { value, error, stop: () => subscription.unsubscribe() };
}
