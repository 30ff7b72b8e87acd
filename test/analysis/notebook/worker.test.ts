import { computeInWorker, type WorkerPort } from '@analysis/worker/client';
import type { WorkerReply, WorkerRequest } from '@analysis/worker/messages';
import { expect, test } from 'vitest';
import { review } from './sample';

type Listener = (event: { readonly data: WorkerReply; readonly message?: string }) => void;

/** A worker whose answers the test writes. */
function port() {
  const listeners = new Map<string, Listener>();
  const sent: WorkerRequest[] = [];
  let terminated = false;
  const worker = {
    postMessage: (message: WorkerRequest) => void sent.push(message),
    terminate: () => {
      terminated = true;
    },
    addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
  } as unknown as WorkerPort;
  return {
    worker,
    sent,
    say: (data: WorkerReply) => listeners.get('message')?.({ data }),
    fail: (message: string) => listeners.get('error')?.({ data: { kind: 'cancelled' }, message }),
    over: () => terminated,
  };
}

const request = { kind: 'compute', book: null, files: [] } as unknown as Extract<
  WorkerRequest,
  { kind: 'compute' }
>;

test('progress is passed on, the review ends the worker', async () => {
  const { worker, say, over, sent } = port();
  const steps: string[] = [];
  const result = computeInWorker(() => worker, request, {
    report: (step, part) => steps.push(`${step} ${part}`),
    signal: new AbortController().signal,
  });
  say({ kind: 'progress', step: 'fit', part: 0.5 });
  expect(over()).toBe(false);
  say({ kind: 'review', review, refused: [], buyers: [], hashes: [] });
  expect(await result).toMatchObject({ kind: 'review' });
  expect(steps).toEqual(['fit 0.5']);
  expect(sent).toEqual([request]);
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
