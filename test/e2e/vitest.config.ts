import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Real browsers: one file at a time, because each starts a browser of its own on two cores. */
export default defineConfig({
  root,
  resolve: {
    alias: { '@shared': `${root}shared`, '@analysis': `${root}analysis`, '@extension': `${root}extension` },
  },
  test: {
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    // A strict save waits for the disk; a busy machine's disk takes its time. These tests time nothing.
    expect: { poll: { timeout: 10_000, interval: 50 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
