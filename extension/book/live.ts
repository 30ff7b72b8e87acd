import { type ReadonlySignal, signal } from '@preact/signals';
import { Dexie, liveQuery } from 'dexie';
import { saveOver, sellerLooks } from './seller-waits';

export interface Live<T> {
  /** `undefined` until the first answer. */
  readonly value: ReadonlySignal<T | undefined>;
  /** The last failure; the value then is the last good one. */
  readonly error: ReadonlySignal<unknown>;
  stop(): void;
}

/** How long nothing is written before everything that is shown is looked at once more, in milliseconds. */
const QUIET = 150;
/** Under a stream of writes (an import) it is looked at no later than this. */
const LONGEST = 1000;

/**
 * A read that stays true: asked again whenever something it looked at is written, in this page or in another
 * one. Screens show these and keep no copies of rows.
 *
 * Dexie knows what a query looked at by following its promises, and loses the thread where several chains of reads
 * run side by side. What it missed would stay on the screen as it was; so after every write, once it is quiet, each
 * query is asked once more whatever it looked at.
 *
 * A write is told of before whoever wrote has its answer. With twenty queries on a screen the answer then waits for
 * all of them, so while this page saves they wait for it instead.
 */
export function live<T>(query: () => Promise<T>): Live<T> {
  const value = signal<T | undefined>(undefined);
  const error = signal<unknown>(null);
  let told = 0;
  const take = (found: T) => {
    told++;
    error.value = null;
    value.value = found;
  };
  const fail = (reason: unknown) => {
    error.value = reason;
  };
  sellerLooks();
  const afterSave = async () => {
    const over = saveOver();
    if (over) await over;
    return query();
  };
  const subscription = liveQuery(afterSave).subscribe({ next: take, error: fail });
  const again = async () => {
    const before = told;
    const found = await afterSave();
    // What the other way brought in the meantime was read later than this.
    if (told === before && !subscription.closed) take(found);
  };
  const leave = onQuiet(() => void again().catch(fail));
  return {
    value,
    error,
    stop: () => {
      leave();
      subscription.unsubscribe();
    },
  };
}

const waiting = new Set<() => void>();
let quiet: ReturnType<typeof setTimeout> | undefined;
let since: number | null = null;

/** Calls back once nothing has been written for a while, by anybody; one clock for all who wait. */
function onQuiet(listener: () => void): () => void {
  if (waiting.size === 0) Dexie.on('storagemutated', written);
  waiting.add(listener);
  return () => {
    waiting.delete(listener);
    if (waiting.size > 0) return;
    Dexie.on.storagemutated.unsubscribe(written);
    clearTimeout(quiet);
    since = null;
  };
}

function written(): void {
  const now = performance.now();
  since ??= now;
  clearTimeout(quiet);
  quiet = setTimeout(
    () => {
      since = null;
      for (const listener of [...waiting]) listener();
    },
    Math.max(0, Math.min(QUIET, since + LONGEST - now)),
  );
}
