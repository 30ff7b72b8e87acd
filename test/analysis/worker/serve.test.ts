import type { Behind } from '@analysis/findings/rows/behind';
import type { WorkerReply, WorkerRequest } from '@analysis/worker/messages';
import { serveReviews } from '@analysis/worker/serve';
import { afterEach, expect, test, vi } from 'vitest';
import { ledger } from '../../bench/ledger';
import { until } from '../../setup/until';
import { reviewOptions } from '../measures/frames';

afterEach(() => void vi.unstubAllGlobals());

/** The worker's own side, without a thread of its own: what is said to it, and what it answers. */
function served() {
  const answers: WorkerReply[] = [];
  let hear: (event: { readonly data: WorkerRequest }) => void = () => undefined;
  vi.stubGlobal('self', {
    postMessage: (message: WorkerReply) => void answers.push(message),
    addEventListener: (_: 'message', listener: typeof hear) => {
      hear = listener;
    },
  });
  serveReviews(null);
  return {
    say: (data: WorkerRequest) => hear({ data }),
    answer: async <Kind extends WorkerReply['kind']>(kind: Kind) => {
      await until(() => expect(answers.map((one) => one.kind)).toContain(kind));
      return answers.filter((one): one is Extract<WorkerReply, { kind: Kind }> => one.kind === kind);
    },
  };
}

test('a question that cannot be answered has no rows; the review stands and answers the next one', async () => {
  const { say, answer } = served();
  say({
    kind: 'compute',
    book: null,
    files: [{ name: 'orders.csv', bytes: new Blob([ledger(2).csv]) }],
    read: { map: null, dateOrder: null, tz: 'Asia/Shanghai', currency: 'CNY', password: null },
    review: reviewOptions({ lang: 'en' }),
    now: Date.parse('2026-11-22T04:00:00Z'),
  });
  expect((await answer('review'))[0]!.review.orders?.count).toBe(2);
  // No set at all: what a page asks for that is broken itself.
  say({ kind: 'behind', id: 1, of: undefined as unknown as Behind });
  say({ kind: 'behind', id: 2, of: 'orders' });
  const told = (await answer('behind')).map(({ id, behind }) => [id, behind.count]);
  expect(told).toEqual([
    [1, 0],
    [2, 2],
  ]);
});
