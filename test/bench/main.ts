import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { findChromium } from '../setup/browsers.mjs';
import { scaleBench } from './at-scale';
import { backupBench } from './book-bench';
import type { BenchRow } from './case';
import { doorBench, eraseBench, lossBench } from './door-bench';
import { letterBench } from './letter-bench';
import { modelBench } from './model-bench';
import { pageBench } from './page-bench';
import { PROGRAM } from './process';
import { growth, ledgerBench, retailBench } from './review-bench';
import { hostileBench, textBench } from './text-bench';

/** `npm run bench`: the table, and the same as `.output/bench.json`. `--quick` only proves the figures. */
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 5;

function table(rows: readonly BenchRow[]): string {
  const head = ['what', 'size', 'ours', 'yardstick in the same run', 'ratio', 'memory', 'goal', 'checked'];
  const cells = rows.map((line) => [
    line.name,
    line.size,
    `${line.ours.toFixed(1)} ms`,
    line.yardstick === null ? '—' : `${line.yardstick.toFixed(1)} ms ${line.yardstickName}`,
    line.ratio === null ? '—' : `× ${line.ratio.toFixed(2)}`,
    line.memory === null ? '—' : `${line.memory.toFixed(0)} MB`,
    line.goal === null ? '—' : `${line.goal.met ? '✓' : '✗'} ${line.goal.text}`,
    line.checked,
  ]);
  const all = [head, ...cells];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The command line as a whole process, from a file to the whole review. */
function reviews(): BenchRow[] {
  if (!existsSync(PROGRAM)) {
    console.log(
      'skipped: the command line as a whole process, because it is not built (npm run bench builds it).',
    );
    return [];
  }
  if (quick) return [ledgerBench(2_000, 1)];
  const rows: BenchRow[] = [];
  // The goal is a ratio of two medians: they have to stand to a hundredth or two.
  const retail = retailBench(3 * rounds);
  if (retail) rows.push(retail);
  else
    console.log('skipped: the real shop, because online-retail.csv.gz is not in the folder ZHANGGUI_DATA.');
  const sizes = [ledgerBench(10_000, rounds), ledgerBench(100_000, rounds), ledgerBench(1_000_000, 3, 6_000)];
  rows.push(...sizes, growth(sizes[0]!, sizes[1]!, 10), growth(sizes[1]!, sizes[2]!, 10));
  return rows;
}

/** What can be measured by itself: `npm run bench -- --only=panel,door`. */
const PARTS: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  review: async () => reviews(),
  letter: () => letterBench(quick ? 1 : 3, quick),
  models: () => modelBench(rounds),
  backup: async () => [await backupBench(quick ? 200 : 20_000, rounds)],
  text: async () => [await textBench(rounds), hostileBench(quick ? 50 : 2_000)],
  page: () => pageBench(quick),
  door: () => inBrowser(() => doorBench(quick ? 200 : 100_000, quick ? 1_000 : 400_000, quick ? 20 : 200)),
  loss: () => inBrowser(() => lossBench(quick ? 100 : 10_000, quick ? 300 : 30_000, quick ? 1 : 3)),
  erase: () =>
    inBrowser(() => eraseBench(quick ? 200 : 50_000, quick ? 800 : 200_000, quick ? 200 : 50_000, 3)),
  // The same in a small shop: what the size costs shows beside it, however busy the computer is.
  smallPanel: () => inBrowser(async () => (quick ? [] : scaleBench(300, 600, 40))),
  panel: () => inBrowser(() => scaleBench(quick ? 300 : 100_000, quick ? 600 : 300_000, quick ? 4 : 40)),
};

async function inBrowser(part: () => Promise<readonly BenchRow[]>): Promise<readonly BenchRow[]> {
  if (await findChromium()) return part();
  console.log('skipped: what is measured in the extension, because no Chromium was found.');
  return [];
}

const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const chosen = only?.split(',') ?? Object.keys(PARTS);
const rows: BenchRow[] = [];
for (const name of chosen) {
  const part = PARTS[name];
  if (!part) throw new Error(`--only=${only}: there is ${Object.keys(PARTS).join(', ')}, not "${name}".`);
  const found = await part();
  rows.push(...found);
  // At once: the whole takes half an hour, and a wrong figure ends it.
  if (found.length > 0) console.log(`${table(found)}\n`);
  mkdirSync('.output', { recursive: true });
  writeFileSync('.output/bench.json', `${JSON.stringify({ node: process.version, quick, rows }, null, 2)}\n`);
}
