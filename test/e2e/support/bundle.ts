import { join } from 'node:path';
import { build } from 'vite';

/** Tests and the bench both start at the root; the bench is bundled, so its own place says nothing. */
export const root = process.cwd();

/**
 * Parts of the program in one script, as a page can load them.
 *
 * @param name the global that holds what `source` exports
 */
export async function bundleForPage(name: string, source: string): Promise<string> {
  const entry = `virtual:${name}`;
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: {
      alias: {
        '@extension': join(root, 'extension'),
        '@shared': join(root, 'shared'),
        '@analysis': join(root, 'analysis'),
      },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['iife'], name },
      rollupOptions: { input: entry },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error(`${name} did not build`);
  return output.output[0].code;
}
