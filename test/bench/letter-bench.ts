import '@shared/i18n';
import { buildReview } from '@analysis/build-review';
import { readInputs } from '@analysis/imports/read';
import type { Review } from '@analysis/review';
import { type BenchRow, median, row, verify, within } from './case';
import { ledger } from './ledger';

const MAP = {
  order: 'order',
  buyer: 'buyer',
  createdAt: 'createdAt',
  unitPrice: 'unitPrice',
  quantity: 'quantity',
};
const READ = { map: MAP, dateOrder: null, tz: 'Asia/Shanghai', currency: 'CNY', password: null };
const REVIEW = {
  lang: 'en',
  asOf: null,
  from: null,
  to: null,
  unit: 'week',
  calibrateUntil: null,
  horizonWeeks: 52,
  models: ['bgnbd', 'mbgnbd', 'pnbd', 'gg'],
  net: false,
  today: '2027-01-01',
  seed: 1,
} as const;

/** The letter as its page waits for it: from the bytes to the first sentences, and to all of it after the reading. */
async function waited(
  csv: string,
): Promise<{ readonly first: number; readonly whole: number; readonly review: Review }> {
  const never = { report: () => undefined, signal: new AbortController().signal };
  const begun = performance.now();
  const read = await readInputs([{ name: 'orders.csv', bytes: new TextEncoder().encode(csv) }], READ, never);
  if (read === null || !read.ok) throw new Error('The list of orders was not read.');
  const readBy = performance.now();
  let first = Number.NaN;
  const review = await buildReview(read.data, REVIEW, never, null, null, ({ findings }) => {
    if (findings.length > 0) first = performance.now() - begun;
  });
  if (review === null) throw new Error('The review was given up by itself.');
  return { first, whole: performance.now() - readBy, review };
}

/** First sentence of a shop with 50,000 orders, and the whole letter of 500,000 lines after reading. */
export async function letterBench(rounds: number, quick: boolean): Promise<readonly BenchRow[]> {
  const sizes = quick ? [2_000, 5_000] : [50_000, 500_000];
  const [small, large] = [ledger(sizes[0]!), ledger(sizes[1]!)];
  const runs = async (csv: string) => {
    const all: Awaited<ReturnType<typeof waited>>[] = [];
    for (let round = 0; round < rounds; round++) all.push(await waited(csv));
    return all;
  };
  const [early, late] = [await runs(small.csv), await runs(large.csv)];
  verify('orders of the small shop', early[0]!.review.orders?.count ?? 0, sizes[0]!);
  verify('orders of the large shop', late[0]!.review.orders?.count ?? 0, sizes[1]!);
  verify('buyers of the large shop', late[0]!.review.orders?.buyers ?? 0, large.buyers);
  const first = median(early.map((run) => run.first));
  const whole = median(late.map((run) => run.whole));
  const named = (size: number) => `${size.toLocaleString('en')} orders`;
  return [
    row('bytes → first sentence of the letter', named(sizes[0]!), first, null, 'orders', {
      goal: within(first, 1_000),
    }),
    row('read → whole letter', named(sizes[1]!), whole, null, 'orders, buyers', {
      goal: within(whole, 3_000),
    }),
  ];
}
