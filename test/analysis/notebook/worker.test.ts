import { computeInWorker, type WorkerPort } from '@analysis/worker/client';
import type { WorkerReply, WorkerRequest } from '@analysis/worker/messages';
import { expect, test } from 'vitest';
import { review } from './sample';

type Listener = (event: { readonly data: WorkerReply; readonly message?: string }) => void;

/** A worker whose answers the test writes. */
function port() {
  const listeners = new Map<string, Listener[]>();
  const sent: WorkerRequest[] = [];
  let terminated = false;
  const worker = {
    postMessage: (message: WorkerRequest) => void sent.push(message),
    terminate: () => {
      terminated = true;
    },
    addEventListener: (type: string, listener: Listener) =>
      void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
  } as unknown as WorkerPort;
  const tell = (type: string, event: Parameters<Listener>[0]) => {
    for (const listener of listeners.get(type) ?? []) listener(event);
  };
  return {
    worker,
    sent,
    say: (data: WorkerReply) => tell('message', { data }),
    fail: (message: string) => tell('error', { data: { kind: 'cancelled' }, message }),
    over: () => terminated,
  };
}

const request = { kind: 'compute', book: null, files: [] } as unknown as Extract<
  WorkerRequest,
  { kind: 'compute' }
>;

test('progress is passed on; who made the review can be asked what is behind it, until nobody asks', async () => {
  const { worker, say, over, sent } = port();
  const steps: string[] = [];
  const result = computeInWorker(() => worker, request, {
    report: (step, part) => steps.push(`${step} ${part}`),
    first: () => steps.push('first'),
    signal: new AbortController().signal,
  });
  say({ kind: 'first', review });
  say({ kind: 'progress', step: 'fit', part: 0.5 });
  expect(over()).toBe(false);
  say({ kind: 'review', review, refused: [], buyers: [], hashes: [] });
  const made = await result;
  expect(steps).toEqual(['first', 'fit 0.5']);
  expect(sent).toEqual([request]);
  expect(over()).toBe(false);
  if (made.kind !== 'review' || !made.behind) throw new Error('The review came without what is behind it.');
  const rows = made.behind.rows('gifts');
  const table = made.behind.leftOut!();
  expect(sent.slice(1)).toEqual([
    { kind: 'behind', of: 'gifts', id: 1 },
    { kind: 'left-out', id: 2 },
  ]);
  say({ kind: 'left-out', id: 2, table: 'line,reason' });
  say({ kind: 'behind', id: 1, behind: { count: 0, rows: [] } });
  expect(await rows).toEqual({ count: 0, rows: [] });
  expect(await table).toBe('line,reason');
  made.behind.close();
  expect(over()).toBe(true);
});

test('cancel is told to the worker and ends it', async () => {
  const { worker, say, over, sent } = port();
  const stop = new AbortController();
  const result = computeInWorker(() => worker, request, { report: () => undefined, signal: stop.signal });
  stop.abort();
  expect(sent.at(-1)).toEqual({ kind: 'cancel' });
  say({ kind: 'cancelled' });
  expect(await result).toEqual({ kind: 'cancelled' });
  expect(over()).toBe(true);
});

test('a worker that breaks is told in its own words', async () => {
  const { worker, fail } = port();
  const result = computeInWorker(() => worker, request, {
    report: () => undefined,
    signal: new AbortController().signal,
  });
  fail('out of memory');
  expect(await result).toEqual({ kind: 'failed', detail: 'out of memory' });
});
