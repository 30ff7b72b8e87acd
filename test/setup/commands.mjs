import { ensureChromium, ensureFonts } from './browsers.mjs';
import {
  buildAcceptance,
  buildAll,
  buildChrome,
  buildCli,
  buildFirefox,
  buildLetter,
  buildProgram,
} from './build.mjs';
import { BIN, runNode } from './run.mjs';
import { runTests } from './run-tests.mjs';

/** What the programs of `test` are made of: the bench and the soak read chats and write the book as the extension does. */
const OURS = ['shared', 'analysis', 'extension', 'test'];

async function start(args) {
  ensureFonts();
  const chromium = await ensureChromium();
  if (!chromium) return 2;
  const code = await buildAll(buildAcceptance, buildLetter, buildCli, () =>
    buildProgram('start-program', 'test/setup/start.ts', OURS),
  );
  if (code !== 0) return code;
  return runNode('.output/start-program/main.js', args, { env: { CHROME_PATH: chromium } });
}

async function program(name, entry, args) {
  const code = await buildProgram(name, entry, OURS);
  return code === 0 ? runNode(`.output/${name}/main.js`, args) : code;
}

/** What each npm script does, after the set-up of `ensure.mjs`. */
export const COMMANDS = {
  start,
  test: runTests,
  build: () => buildAll(buildChrome, buildFirefox),
  'build:acceptance': () => buildAll(buildAcceptance),
  zip: async () => {
    const chrome = await runNode(BIN.wxt, ['zip']);
    return chrome === 0 ? runNode(BIN.wxt, ['zip', '-b', 'firefox', '--mv3']) : chrome;
  },
  analyze: async (args) => {
    const code = await buildAll(buildLetter, buildCli);
    return code === 0 ? runNode('.output/cli/main.js', args) : 4;
  },
  practice: (args) => program('practice', 'test/shop/practice.ts', args),
  bench: async (args) => {
    const code = await buildAll(buildLetter, buildCli, buildAcceptance);
    return code === 0 ? program('bench', 'test/bench/main.ts', args) : code;
  },
  soak: async (args) => {
    const code = await buildAll(buildAcceptance);
    return code === 0 ? program('soak', 'test/soak/main.ts', args) : code;
  },
};
