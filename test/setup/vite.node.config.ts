import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Says that the programs beside it are scripts: what stands in the project's own package.json is for modules. */
const asScripts: Plugin = {
  name: 'as-scripts',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

/**
 * Programs that run in Node: the practice generator, start, bench and soak; with `--mode scripts`, the command line,
 * made of scripts that `require` one another and are read where they are asked for. Modules are fetched by the
 * threads that read the files to review just then, and each would wait its turn.
 */
export default defineConfig(({ mode }) => ({
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
    ssrEmitAssets: true,
    rolldownOptions: {
      output: {
        format: mode === 'scripts' ? 'cjs' : 'es',
        entryFileNames: 'main.js',
        chunkFileNames: 'assets/[name]-[hash].js',
      },
    },
  },
  plugins: mode === 'scripts' ? [asScripts] : [],
}));
