import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => decodeURIComponent(new URL(path, import.meta.url).pathname);

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
function foldIntoPage(): Plugin {
  return {
    name: 'fold-into-page',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('The letter has no index.html.');
      let script = '';
      let style = '';
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === 'chunk') script += part.code;
        else if (name.endsWith('.css')) style += String(part.source);
        if (part !== page) delete bundle[name];
      }
      const safe = `\n${scriptSafe(script)}`;
      const policy = [
        "default-src 'none'",
        `script-src ${await hashOf(safe)}`,
        `style-src ${await hashOf(style)}`,
        'img-src data: blob:',
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

/** The stand-alone letter: one HTML file that opens from the disk without a request. */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  resolve: { alias: { '@shared': here('../../shared'), '@analysis': here('..') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../../.output/letter'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  plugins: [foldIntoPage()],
});
