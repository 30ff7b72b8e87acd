import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureExtras, ensureFirefox, ensureFonts } from './browsers.mjs';
import { buildAcceptance, buildAll, buildCli, buildFirefox, buildLetter, buildProgram } from './build.mjs';
import { BIN, root, runNode } from './run.mjs';

const REPORTS = join(root, '.output', 'test');
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** A step that is one check: passes or fails as a whole. */
async function check(name, run) {
  const since = Date.now();
  const code = await run();
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(since)})`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** A vitest run; its own counts are added up. A run that died before reporting counts as one failure. */
async function suite(name, config, env = {}, files = []) {
  const since = Date.now();
  const report = join(REPORTS, `${name}.json`);
  rmSync(report, { force: true });
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...files,
  ];
  const code = await runNode(BIN.vitest, args, { env: { NO_COLOR: '1', ...env } });
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failed = numFailedTests || (code === 0 ? 0 : Math.max(1, numFailedTestSuites));
    counts = { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  } catch {
    console.error(`${name}: the run ended without a report (exit code ${code}).`);
  }
  console.log(
    `${counts.failed === 0 ? '✓' : '✗'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds(since)})`,
  );
  return counts;
}

/** Everything CI runs, from a fresh clone; gives the exit code. The last line counts. */
export async function runTests() {
  mkdirSync(REPORTS, { recursive: true });
  ensureFonts();
  ensureExtras();
  const chromium = await ensureChromium();
  const firefox = ensureFirefox();
  const results = [];
  const step = async (work) => {
    results.push(await work);
  };
  await step(check('format and lint', () => runNode(BIN.biome, ['check', '--error-on-warnings', '.'])));
  await step(check('types', () => runNode(BIN.tsc, ['--noEmit'])));
  await step(suite('unit', 'test/vitest.config.ts', { TZ: 'Asia/Shanghai' }));
  // Days must not shift with the computer's own zone.
  await step(
    suite('calendar-in-new-york', 'test/vitest.config.ts', { TZ: 'America/New_York' }, [
      'test/shared/calendar',
    ]),
  );
  await step(
    check('builds (Chrome, acceptance, Firefox, letter, command line, practice)', () =>
      buildAll(buildAcceptance, buildFirefox, buildLetter, buildCli, () =>
        buildProgram('practice', 'test/shop/practice.ts', ['shared', 'analysis', 'test/shop']),
      ),
    ),
  );
  if (chromium) {
    await step(
      suite('browser', 'test/e2e/vitest.config.ts', { CHROME_PATH: chromium, FIREFOX_PATH: firefox ?? '' }),
    );
  } else {
    console.log('skipped: the browser tests, because no Chromium was found or could be installed.');
    results.push({ passed: 0, failed: 0, skipped: 1 });
  }
  if (!firefox)
    console.log('skipped: the Firefox tests, because no Firefox was found or could be installed.');
  await step(check('bench sanity', bench));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 ? 0 : 1;
}

/** The bench on small data: its figures are checked against known answers, its times are not. */
async function bench() {
  const code = await buildProgram('bench', 'test/bench/main.ts', ['shared', 'analysis', 'test']);
  return code === 0 ? runNode('.output/bench/main.js', ['--quick']) : code;
}
