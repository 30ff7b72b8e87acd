import { defineConfig, type Plugin } from 'vite';
import program from '../../package.json' with { type: 'json' };

const here = (path: string) => decodeURIComponent(new URL(path, import.meta.url).pathname);

const pageOf = (mode: string) => (mode === 'files' ? 'files.html' : 'index.html');

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** Script text that cannot end the element it stands in, nor open a comment in it; it means the same. */
function scriptSafe(code: string): string {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

/**
 * Folds script and style into the page and writes a content policy that allows exactly these two by their
 * hash: module files would not load from `file://`, and nothing else is to run in a letter.
 */
function foldIntoPage(name: string, workers: boolean): Plugin {
  return {
    name: 'fold-into-page',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const page = bundle[name];
      if (page?.type !== 'asset') throw new Error(`The page has no ${name}.`);
      let script = '';
      let style = '';
      for (const [file, part] of Object.entries(bundle)) {
        if (part.type === 'chunk') script += part.code;
        else if (file.endsWith('.css')) style += String(part.source);
        if (part !== page) delete bundle[file];
      }
      const safe = `\n${scriptSafe(script)}`;
      const policy = [
        "default-src 'none'",
        `script-src ${await hashOf(safe)}`,
        `style-src ${await hashOf(style)}`,
        'img-src data: blob:',
        ...(workers ? ['worker-src blob:'] : []),
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ');
      page.source = String(page.source)
        .replace(/\s*<script type="module"[^>]*><\/script>/g, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
        .replace(
          /(<meta charset="utf-8" ?\/?>)/,
          (meta) => `${meta}
    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
        )
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${safe}</script>\n  </body>`);
    },
  };
}

/**
 * Two pages, each one HTML file that opens from the disk without a request: `index.html`, the finished letter into
 * which the command line writes its numbers; with `--mode files`, `files.html`, which reads exports itself in a
 * worker that stands in the page as a blob.
 */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  base: './',
  publicDir: false,
  resolve: { alias: { '@shared': here('../../shared'), '@analysis': here('..') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../../.output/letter'),
    emptyOutDir: mode !== 'files',
    rolldownOptions: { input: here(pageOf(mode)) },
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(program.version) },
  plugins: [foldIntoPage(pageOf(mode), mode === 'files')],
}));
