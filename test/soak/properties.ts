import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SoakRound } from './round';

const REPORT = '.output/soak-properties.json';

/** Every test file that draws its examples. */
function propertyTests(): readonly string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('e2e'))
    .map((name) => join('test', name))
    .filter((path) => readFileSync(path, 'utf8').includes("from 'fast-check'"))
    .sort();
}

/** The property tests with other examples than those of every day: the round's number is their seed. */
export function propertyRounds(): SoakRound {
  const files = propertyTests();
  return {
    name: 'properties with other examples',
    unit: 'tests',
    goal: 50,
    run: async (number) => {
      mkdirSync('.output', { recursive: true });
      const seed = String(1 + number);
      const done = spawnSync(
        process.execPath,
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          '--config',
          'test/vitest.config.ts',
          '--reporter=json',
          `--outputFile=${REPORT}`,
          ...files,
        ],
        { env: { ...process.env, PROPERTY_SEED: seed, NO_COLOR: '1' }, stdio: 'ignore' },
      );
      const { numPassedTests, testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as {
        readonly numPassedTests: number;
        readonly testResults: readonly {
          readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
        }[];
      };
      const failed = testResults
        .flatMap((result) => result.assertionResults)
        .filter((test) => test.status === 'failed')
        .map((test) => test.fullName);
      if (done.status !== 0 || failed.length > 0)
        throw new Error(`PROPERTY_SEED=${seed}: ${failed.join('; ') || 'a test file did not run'}`);
      return numPassedTests;
    },
  };
}
