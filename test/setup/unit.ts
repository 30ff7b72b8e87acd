// First, so that Dexie finds an IndexedDB when it loads.
import 'fake-indexeddb/auto';
