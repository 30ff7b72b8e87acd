// The one door of every command: sets up what a fresh clone lacks, then does the work.
// Node built-ins only, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [command = '', ...args] = process.argv.slice(2);

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Zhanggui needs Node 20.19 or newer; this is ${process.versions.node}. Install it from nodejs.org and run again.`,
  );
}

/** Installed, and not older than the lockfile. */
function installed() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

if (!installed()) {
  process.stderr.write('Installing what the project needs (once) …\n');
  // Output goes to stderr: stdout may be somebody's JSON.
  const result = spawnSync('npm', ['ci', '--loglevel=error', '--ignore-scripts'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0)
    fail('Installing failed: npm ci ended with an error (see above). Check the network and run again.');
}

const { COMMANDS } = await import('./commands.mjs');
const work = COMMANDS[command];
if (!work) fail(`Unknown command '${command}'. There are: ${Object.keys(COMMANDS).join(', ')}.`);
process.exitCode = await work(args);
