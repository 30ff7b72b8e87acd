import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, fresh, root, runNode } from './run.mjs';

const SOURCES = [
  'shared',
  'analysis',
  'extension',
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const LOCALHOSTS = ['http://localhost/*', 'http://127.0.0.1/*'];

/** Marks an output as just made: copied files keep the times of their originals. */
function touch(path) {
  const now = new Date();
  utimesSync(join(root, path), now, now);
}

async function step(output, sources, make) {
  if (fresh(output, sources)) return 0;
  const code = await make();
  if (code === 0) touch(output);
  return code;
}

export function buildChrome() {
  return step('.output/chrome-mv3/manifest.json', SOURCES, () =>
    runNode(BIN.wxt, ['build', '-b', 'chrome'], { quiet: true }),
  );
}

export function buildFirefox() {
  return step('.output/firefox-mv3/manifest.json', SOURCES, () =>
    runNode(BIN.wxt, ['build', '-b', 'firefox', '--mv3'], { quiet: true }),
  );
}

/** The same files as the Chrome build byte for byte; only the manifest also grants this computer's own pages. */
export async function buildAcceptance() {
  const code = await buildChrome();
  if (code !== 0) return code;
  return step('.output/chrome-mv3-acceptance/manifest.json', ['.output/chrome-mv3'], () => {
    const from = join(root, '.output/chrome-mv3');
    const to = join(root, '.output/chrome-mv3-acceptance');
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8'));
    manifest.host_permissions = [...(manifest.host_permissions ?? []), ...LOCALHOSTS];
    writeFileSync(join(to, 'manifest.json'), JSON.stringify(manifest));
    return 0;
  });
}

/** The letter as one HTML file, into which the command line writes its numbers. */
export function buildLetter() {
  return step('.output/letter/index.html', ['shared', 'analysis', 'package-lock.json'], () =>
    runNode(BIN.vite, ['build', '-c', 'analysis/notebook/vite.config.ts', '--logLevel', 'warn'], {
      quiet: true,
    }),
  );
}

const PROGRAMS = 'test/setup/vite.node.config.ts';

/** A Node program of ours, bundled; its libraries stay in node_modules. */
export function buildProgram(name, entry, sources, mode = 'production') {
  mkdirSync(join(root, '.output'), { recursive: true });
  const outDir = `.output/${name}`;
  return step(`${outDir}/main.js`, [...sources, 'package-lock.json', PROGRAMS], () =>
    runNode(
      BIN.vite,
      ['build', '-c', PROGRAMS, '--mode', mode, '--ssr', entry, '--outDir', outDir, '--logLevel', 'warn'],
      { quiet: true },
    ),
  );
}

export const buildCli = () => buildProgram('cli', 'analysis/cli/main.ts', ['shared', 'analysis'], 'scripts');

/** Runs builds one after the other and stops at the first that fails. */
export async function buildAll(...builds) {
  for (const build of builds) {
    const code = await build();
    if (code !== 0) return code;
  }
  return 0;
}

export function built(path) {
  return existsSync(join(root, path));
}
