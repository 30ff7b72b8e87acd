import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { defineConfig } from 'wxt';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Nothing leaves the machine: the page may load its own files and draw its own pictures, no more. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "connect-src 'none'",
  "img-src 'self' data: blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const permissions = ['storage', 'unlimitedStorage', 'alarms', 'notifications', 'scripting'];
const icons = { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' };

/** What the panel needs for its first sight: what never waits, and what is fetched ahead before it says "ready". */
const FIRST = ['entrypoints/sidepanel/main.tsx', 'panel/forms/base-forms.ts'].map((path) =>
  here(`./extension/${path}`),
);

/**
 * One file for each part of the first sight. Left to itself the bundler makes a hundred files of them, split by which
 * other page shares what, and the browser takes longer to fetch these one after the other than to run them.
 */
function firstSight() {
  return {
    name: 'first-sight',
    outputOptions(output: { readonly format?: string }) {
      // Scripts that stand alone (background, content script) are one file anyway.
      if (output.format === 'iife') return null;
      const within = new Map<string, ReadonlySet<string>>();
      const groups = FIRST.map((start, at) => ({
        debugName: `first-${at + 1}`,
        priority: FIRST.length - at,
        name(id: string, modules: ModuleGraph) {
          // A page that shares a script with the panel must not be dressed as the panel.
          if (/\.css(\?|$)/.test(id)) return null;
          const all = within.get(start) ?? importedBy(start, modules);
          within.set(start, all);
          return id !== start && all.has(id) ? `first-${at + 1}` : null;
        },
      }));
      return { ...output, codeSplitting: { groups } };
    },
  };
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** All that a module imports, itself among it; not what it fetches later. */
function importedBy(start: string, modules: ModuleGraph): ReadonlySet<string> {
  const found = new Set([start]);
  for (const id of found) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}

/** The notebook that works without the extension: built into it as one file, to be taken along from its notebook. */
async function standAlonePage(): Promise<string> {
  const made = await build({
    configFile: here('./analysis/notebook/vite.config.ts'),
    mode: 'files',
    build: { write: false },
    logLevel: 'error',
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []));
  const page = outputs.find((part) => part.type === 'asset' && part.fileName === 'files.html');
  if (page?.type !== 'asset')
    throw new Error('The stand-alone notebook was not built: files.html is missing.');
  return String(page.source);
}

export default defineConfig({
  hooks: {
    'build:publicAssets': async (_, files) => {
      files.push({ relativeDest: 'weekly-review.html', contents: await standAlonePage() });
    },
  },
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: '.output',
  manifestVersion: 3,
  imports: false,
  alias: {
    '@shared': here('./shared'),
    '@analysis': here('./analysis'),
    '@extension': here('./extension'),
  },
  vite: () => ({
    plugins: [firstSight()],
    // A content policy without 'unsafe-inline' refuses injected preload helpers and data-URL scripts alike.
    build: { modulePreload: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    icons,
    permissions: browser === 'firefox' ? permissions : ['sidePanel', ...permissions],
    optional_permissions: ['downloads'],
    optional_host_permissions: ['https://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    action: { default_title: '__MSG_name__', default_icon: icons },
    commands: {
      [browser === 'firefox' ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+S' },
      },
      // Free in Chrome and Firefox alike (Chrome keeps P, W, X and Z for its tab groups), and no letter of an input
      // method: see `extension/messaging/commands.ts`.
      promise: { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_commandPromise__' },
      apology: { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_commandApology__' },
      owed: { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_commandOwed__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'zhanggui@zhanggui.app',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
});
