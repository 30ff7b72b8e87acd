import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@shared': `${root}shared`,
      '@analysis': `${root}analysis`,
      '@extension': `${root}extension`,
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/{shared,analysis,extension,shop,house}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup/unit.ts'],
    restoreMocks: true,
    // By itself vitest leaves a core free, which is half of a small machine.
    maxWorkers: availableParallelism(),
    expect: { poll: { timeout: 10_000, interval: 20 } },
    testTimeout: 60_000,
  },
});
