import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import type { SoakRound } from './round';

const REPORT = '.output/soak-flows.json';

/** Of everything an owner does in an evening, each storage call is made to fail once: one of the two legal states. */
export function flowRounds(): SoakRound {
  return {
    name: 'every storage call fails once',
    unit: 'flows and ways to fail',
    goal: 1,
    run: async () => {
      mkdirSync('.output', { recursive: true });
      const done = spawnSync(
        process.execPath,
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          '--config',
          'test/vitest.config.ts',
          '--reporter=json',
          `--outputFile=${REPORT}`,
          'test/extension/book/journal/faults.test.ts',
        ],
        { env: { ...process.env, EVERY_FLOW: '1', NO_COLOR: '1' }, stdio: 'ignore' },
      );
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(REPORT, 'utf8')) as {
        readonly numPassedTests: number;
        readonly numFailedTests: number;
      };
      if (done.status !== 0 || numFailedTests > 0)
        throw new Error(`${numFailedTests} of the flows ended in a state that is not legal: see ${REPORT}`);
      return numPassedTests;
    },
  };
}
