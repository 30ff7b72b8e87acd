import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './case';

/** The command line as it is shipped; `npm run bench` builds it. */
export const PROGRAM = '.output/cli/main.js';

/** Reads a file to arrays and says how many rows there were: the least any program in this language has to do. */
const READER = `
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
console.log(Papa.parse(readFileSync(process.argv[1], 'utf8'), { skipEmptyLines: true }).data.length);
`;
/** Loaded into the measured process: says its peak memory when it ends. */
const MEMORY = `
import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)));
`;

interface Run {
  readonly ms: number;
  readonly megabytes: number;
  readonly stdout: string;
}

function runNode(args: readonly string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-bench-'));
  const note = join(folder, 'memory');
  const since = performance.now();
  const hook = `data:text/javascript,${encodeURIComponent(MEMORY)}`;
  const done = spawnSync(process.execPath, ['--import', hook, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BENCH_MEMORY: note },
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ms = performance.now() - since;
  if (done.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  const megabytes = Number(readFileSync(note, 'utf8')) / 1024;
  rmSync(folder, { recursive: true });
  return { ms, megabytes, stdout: done.stdout };
}

/** Medians of both, measured in turn, so that what else the computer does strikes both alike. */
export interface SideBySide {
  readonly ours: number;
  readonly yardstick: number;
  readonly megabytes: number;
  readonly review: string;
  readonly rows: number;
}

/** The whole command line against a whole process that only reads the same file to arrays. */
export function sideBySide(path: string, options: readonly string[], rounds: number): SideBySide {
  const ours: Run[] = [];
  const yardstick: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    yardstick.push(runNode(['--input-type=module', '-e', READER, path]));
    ours.push(runNode([PROGRAM, path, '--format', 'json', '--no-progress', ...options]));
  }
  return {
    ours: median(ours.map((run) => run.ms)),
    yardstick: median(yardstick.map((run) => run.ms)),
    megabytes: Math.max(...ours.map((run) => run.megabytes)),
    review: ours.at(-1)!.stdout,
    rows: Number(yardstick.at(-1)!.stdout),
  };
}
