import { buildReview } from '@analysis/build-review';
import { MONEY_SCALE } from '@analysis/frame/orders';
import { readInputs } from '@analysis/imports/read';
import type { Progress, ReadOptions, ReviewOptions } from '@analysis/options';
import Papa from 'papaparse';
import { type BenchRow, row, timed, verify } from './case';

const PROGRESS: Progress = { report: () => undefined, signal: new AbortController().signal };
const READ: ReadOptions = {
  map: { order: 'order', buyer: 'buyer', createdAt: 'date', unitPrice: 'price', quantity: 'quantity' },
  dateOrder: null,
  tz: 'Asia/Shanghai',
  currency: 'CNY',
  password: null,
};
const REVIEW: ReviewOptions = {
  lang: 'en',
  asOf: null,
  from: null,
  to: null,
  unit: 'week',
  calibrateUntil: null,
  horizonWeeks: 52,
  models: ['bgnbd', 'gg'],
  net: false,
  today: '2026-11-22',
  seed: 1,
};

/**
 * A list of `rows` order lines whose sums are known by construction: buyer k buys one line of 1.25 × 2 every
 * k + 1 days over 300 days.
 */
function ledger(rows: number): { readonly csv: string; readonly buyers: number; readonly revenue: number } {
  const lines = ['order,buyer,date,price,quantity'];
  let buyers = 0;
  while (lines.length <= rows) {
    const gap = (buyers % 40) + 1;
    for (let day = buyers % 97; day < 300 && lines.length <= rows; day += gap) {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      lines.push(`${lines.length},b${buyers},${date} 12:00:00,1.25,2`);
    }
    buyers += 1;
  }
  return { csv: `${lines.join('\n')}\n`, buyers, revenue: (lines.length - 1) * 2.5 };
}

/** From the bytes of a file to the orders in it, beside PapaParse reading the same text to arrays. */
export async function readBench(rows: number, rounds: number): Promise<BenchRow> {
  const { csv, buyers, revenue } = ledger(rows);
  const bytes = new TextEncoder().encode(csv);
  const raw = await timed(rounds, () => Papa.parse(csv, { skipEmptyLines: 'greedy' }).data.length);
  verify('rows PapaParse read', raw.result, rows + 1);
  const ours = await timed(rounds, async () => {
    const read = await readInputs([{ name: 'ledger.csv', bytes }], READ, PROGRESS);
    if (!read?.ok) throw new Error('The ledger was refused.');
    return read.data.orders;
  });
  const { count, paid } = ours.result;
  verify('orders', count, rows);
  verify('buyers', ours.result.buyers.length, buyers);
  verify('revenue', paid.reduce((sum, part) => sum + part, 0) / MONEY_SCALE, revenue, 0.005);
  const yardstick = { name: 'PapaParse to arrays', ms: raw.ms };
  return row('file → orders', `${rows} rows`, ours.ms, yardstick, 'orders, buyers, revenue');
}

/** From the bytes of a file to the whole review, beside PapaParse reading the same text to arrays. */
export async function reviewBench(rows: number, rounds: number): Promise<BenchRow> {
  const { csv, buyers, revenue } = ledger(rows);
  const bytes = new TextEncoder().encode(csv);
  const raw = await timed(
    rounds,
    () => Papa.parse(csv, { header: false, skipEmptyLines: 'greedy' }).data.length,
  );
  verify('rows PapaParse read', raw.result, rows + 1);
  const ours = await timed(rounds, async () => {
    const read = await readInputs([{ name: 'ledger.csv', bytes }], READ, PROGRESS);
    if (!read?.ok) throw new Error('The ledger was refused.');
    return buildReview(read.data, REVIEW, PROGRESS);
  });
  verify('buyers', ours.result?.orders?.buyers ?? Number.NaN, buyers);
  verify('orders', ours.result?.orders?.count ?? Number.NaN, rows);
  verify('revenue', ours.result?.orders?.revenue ?? Number.NaN, revenue, 0.005);
  return row(
    'file → whole review',
    `${rows} rows`,
    ours.ms,
    { name: 'PapaParse to arrays', ms: raw.ms },
    'buyers, orders, revenue',
  );
}
