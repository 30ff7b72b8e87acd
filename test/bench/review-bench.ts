import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Review } from '@analysis/review';
import { type BenchRow, row, verify, within } from './case';
import { ledger } from './ledger';
import { sideBySide } from './process';

const YARDSTICK = 'PapaParse to arrays';
/** The most memory a list of a million rows may take, in MB. */
const MOST_MEMORY = 1024;

/** A file that is there while it is needed. */
function withFile<T>(name: string, text: string | Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-bench-'));
  try {
    writeFileSync(join(folder, name), text);
    return use(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** UCI Online Retail stays outside the repository; its folder is named by ZHANGGUI_DATA. */
const RETAIL = resolve(process.env.ZHANGGUI_DATA ?? '../shared/data', 'online-retail.csv.gz');

/** From a real shop's 541,909 lines to the whole review with the default models; null where the file is not there. */
export function retailBench(rounds: number): BenchRow | null {
  if (!existsSync(RETAIL)) return null;
  return withFile('online-retail.csv', gunzipSync(readFileSync(RETAIL)), (path) => {
    const { ours, yardstick, megabytes, review, rows } = sideBySide(path, [], rounds);
    verify('rows PapaParse read', rows, 541_910);
    const { orders, inputs, repeat, clv } = JSON.parse(review) as Review;
    verify('lines used', inputs[0]?.used ?? 0, 397_884);
    verify('orders', orders?.count ?? 0, 18_532);
    verify('buyers', orders?.buyers ?? 0, 4_338);
    verify('revenue', orders?.revenue ?? 0, 8_911_407.9, 0.005);
    verify('repeat buyers', repeat?.repeatBuyers ?? 0, 2_845);
    verify('log-likelihood of bgnbd', clv?.models.bgnbd?.logLikelihood ?? 0, -37_645.5376, 0.05);
    const goal = { text: '≤ × 2', met: ours <= 2 * yardstick };
    const name = 'a real shop’s file → review';
    const checked = 'lines, orders, buyers, revenue, repeat, log-likelihood';
    const size = '541,909 lines';
    return row(name, size, ours, { name: YARDSTICK, ms: yardstick }, checked, { goal, memory: megabytes });
  });
}

/** From a list of orders to the whole review with the default models. */
export function ledgerBench(rows: number, rounds: number, limit?: number): BenchRow {
  const { csv, buyers } = ledger(rows);
  return withFile('ledger.csv', csv, (path) => {
    const { ours, yardstick, megabytes, review, rows: read } = sideBySide(path, [], rounds);
    verify('rows PapaParse read', read, rows + 1);
    const { orders } = JSON.parse(review) as Review;
    verify('orders', orders?.count ?? 0, rows);
    verify('buyers', orders?.buyers ?? 0, buyers);
    verify('revenue', orders?.revenue ?? 0, rows * 2.5, 0.005);
    const goal = limit === undefined ? undefined : within(ours, limit);
    const fits = megabytes <= MOST_MEMORY;
    const size = `${rows.toLocaleString('en')} orders`;
    return row('orders → review', size, ours, { name: YARDSTICK, ms: yardstick }, 'orders, buyers, revenue', {
      ...(goal ? { goal: { text: `${goal.text}, ≤ 1 GB`, met: goal.met && fits } } : {}),
      memory: megabytes,
    });
  });
}

/** How time grows with rows: 1 is in proportion, 2 would be with their square. */
export function growth(small: BenchRow, large: BenchRow, times: number): BenchRow {
  const exponent = Math.log(large.ours / small.ours) / Math.log(times);
  const goal = { text: 'linear or less', met: exponent <= 1.1 };
  const name = `× ${times} rows take × ${(large.ours / small.ours).toFixed(1)} time`;
  return row(name, `${small.size} → ${large.size}`, large.ours, null, `exponent ${exponent.toFixed(2)}`, {
    goal,
  });
}
