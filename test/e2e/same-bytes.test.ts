import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { build } from 'wxt';

// Tries F-83 of test/faults.md.

/** Name and hash of every file of a build. */
function hashes(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** Whoever builds it gets what we hand out, byte for byte, so that the one can be checked against the other. */
test('two builds of the same source are the same files', async () => {
  const again = mkdtempSync(join(tmpdir(), 'zhanggui-again-'));
  // A test's own environment would bring in the libraries' checks for developers.
  vi.stubEnv('NODE_ENV', 'production');
  try {
    await build({ browser: 'chrome', outDir: again, logger: silent });
    expect(hashes(join(again, 'chrome-mv3'))).toEqual(hashes('.output/chrome-mv3'));
  } finally {
    vi.unstubAllEnvs();
    rmSync(again, { recursive: true, force: true });
  }
});

const nothing = () => undefined;
const silent = {
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: console.error,
  fatal: console.error,
  success: nothing,
  level: 0,
};
