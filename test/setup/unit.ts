// First, so that Dexie finds an IndexedDB when it loads.
import 'fake-indexeddb/auto';
// Any test may ask for any language.
import '@shared/i18n';
import fc from 'fast-check';
import { afterEach } from 'vitest';

// Tries F-82 of test/faults.md.

/**
 * Property tests draw the same examples on every run, so that a red test is about the change that made it red.
 * `PROPERTY_SEED=random` draws others; the long rounds do.
 */
const wanted = process.env.PROPERTY_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_261_122) });

// A component's parts may be fetched when they are first shown; a busy machine takes its time. Nothing is timed here.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 10_000 });
}

const OWN = Object.getOwnPropertyNames(Object.prototype).join();

// F-82: whatever a test feeds to the program, what all objects have in common is as it was.
afterEach(() => {
  const now = Object.getOwnPropertyNames(Object.prototype).join();
  if (now !== OWN) throw new Error(`The prototype of all objects was changed: ${now}`);
});
