// First, so that Dexie finds an IndexedDB when it loads.
import 'fake-indexeddb/auto';
import fc from 'fast-check';

/**
 * Property tests draw the same examples on every run, so that a red test is about the change that made it red.
 * `PROPERTY_SEED=random` draws others; the long rounds do.
 */
const wanted = process.env.PROPERTY_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_261_122) });
