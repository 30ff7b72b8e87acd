import { mkdirSync, writeFileSync } from 'node:fs';
import { backupBench } from './book-bench';
import type { BenchRow } from './case';
import { modelBench } from './model-bench';
import { readBench, reviewBench } from './review-bench';

/** `npm run bench`: the table, and the same as `.output/bench.json`. `--quick` only proves the figures. */
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 5;

function table(rows: readonly BenchRow[]): string {
  const cells = rows.map((line) => [
    line.name,
    line.size,
    `${line.ours.toFixed(1)} ms`,
    line.yardstick === null ? '—' : `${line.yardstick.toFixed(1)} ms ${line.yardstickName}`,
    line.ratio === null ? '—' : `× ${line.ratio.toFixed(2)}`,
    line.checked,
  ]);
  const all = [['what', 'size', 'ours', 'yardstick in the same run', 'ratio', 'checked'], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const rows: BenchRow[] = [];
rows.push(await readBench(quick ? 2_000 : 100_000, rounds));
if (!quick) rows.push(await readBench(1_000_000, 1));
rows.push(await reviewBench(quick ? 2_000 : 100_000, rounds));
if (!quick) rows.push(await reviewBench(500_000, 1));
rows.push(...(await modelBench(rounds)));
rows.push(await backupBench(quick ? 200 : 20_000, rounds));
console.log(table(rows));
mkdirSync('.output', { recursive: true });
writeFileSync('.output/bench.json', `${JSON.stringify({ node: process.version, quick, rows }, null, 2)}\n`);
