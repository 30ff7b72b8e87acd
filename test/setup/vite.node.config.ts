import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Programs that run in Node: the command line, the practice generator, start and bench. */
export default defineConfig({
  root,
  publicDir: false,
  resolve: {
    alias: { '@shared': `${root}shared`, '@analysis': `${root}analysis`, '@extension': `${root}extension` },
  },
  // Folded in: finding and linking four packages takes longer than a small review.
  ssr: { noExternal: ['fflate', 'papaparse', 'simple-statistics', 'valibot'] },
  build: {
    target: 'node20',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
});
