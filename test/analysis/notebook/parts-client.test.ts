import type { WorkerReply } from '@analysis/worker/messages';
import { fixedData, openInWorker, type PartsPort } from '@analysis/worker/parts-client';
import type { PartsReply, PartsRequest } from '@analysis/worker/parts-messages';
import { expect, test } from 'vitest';
import { review } from './sample';

type Heard = { readonly data: PartsReply | WorkerReply; readonly message?: string };

/** A worker whose answers the test writes. */
function port() {
  const listeners = new Map<string, (event: Heard) => void>();
  const sent: PartsRequest[] = [];
  let ended = 0;
  const worker = {
    postMessage: (message: PartsRequest) => void sent.push(message),
    terminate: () => {
      ended += 1;
    },
    addEventListener: (type: string, listener: (event: Heard) => void) => void listeners.set(type, listener),
  } as unknown as PartsPort;
  return {
    worker,
    sent,
    say: (data: PartsReply | WorkerReply) => listeners.get('message')?.({ data }),
    fail: (message: string) => listeners.get('error')?.({ data: { kind: 'cancelled' }, message }),
    ended: () => ended,
  };
}
const request = { kind: 'open', book: null, files: [] } as unknown as Extract<PartsRequest, { kind: 'open' }>;
const progress = (signal = new AbortController().signal) => ({ report: () => undefined, signal });
const opened: PartsReply = { kind: 'opened', base: review, choices: { platform: ['pdd'] }, refused: [] };

async function open(own = port()) {
  const opening = openInWorker(own.worker, request, progress());
  own.say(opened);
  const result = await opening;
  if (result.kind !== 'open') throw new Error('The worker said that it is open.');
  return { ...own, data: result.data };
}

test('once open, parts are asked for by number and answered in any order; the worker stays', async () => {
  const { data, sent, say, ended } = await open();
  const never = new AbortController().signal;
  const first = data.ask(['repeat'], {}, never);
  const second = data.ask(['waits'], { platform: 'pdd' }, never);
  expect(sent.slice(1)).toEqual([
    { kind: 'parts', id: 1, names: ['repeat'], filter: {} },
    { kind: 'parts', id: 2, names: ['waits'], filter: { platform: 'pdd' } },
  ]);
  say({ kind: 'parts', id: 2, parts: { waits: null } });
  say({ kind: 'unable', id: 1, detail: 'out of memory' });
  expect(await first).toEqual({ kind: 'failed', detail: 'out of memory' });
  expect(await second).toEqual({ kind: 'parts', parts: { waits: null } });
  expect(ended()).toBe(0);
  data.close();
  expect(ended()).toBe(1);
});

test('a wish taken back is answered at once and told to the worker; its late answer is nobody’s', async () => {
  const { data, sent, say } = await open();
  const stop = new AbortController();
  const asked = data.ask(['clv'], {}, stop.signal);
  stop.abort();
  expect(await asked).toEqual({ kind: 'cancelled' });
  expect(sent.at(-1)).toEqual({ kind: 'drop', id: 1 });
  say({ kind: 'parts', id: 1, parts: {} });
  expect(await data.ask(['clv'], {}, stop.signal)).toEqual({ kind: 'cancelled' });
});

test('a worker that breaks fails what is asked; one that is not open yet can be cancelled or refused', async () => {
  const { data, fail } = await open();
  const asked = data.ask(['clv'], {}, new AbortController().signal);
  fail('torn');
  expect(await asked).toEqual({ kind: 'failed', detail: 'torn' });
  const stop = new AbortController();
  const slow = port();
  const opening = openInWorker(slow.worker, request, progress(stop.signal));
  stop.abort();
  expect(await opening).toEqual({ kind: 'cancelled' });
  expect(slow.ended()).toBe(1);
  const refusing = port();
  const refused = openInWorker(refusing.worker, request, progress());
  refusing.say({ kind: 'refused', refused: [{ file: 'a.csv', reason: 'x', params: {} }] });
  expect(await refused).toMatchObject({ kind: 'refused' });
});

test('a review that is all there is answers with the rows it took along, and says which they are', async () => {
  const along = { count: 2, rows: [] };
  const fixed = fixedData(review, {
    rows: async (of) => (of === 'orders' ? along : { count: 0, rows: [] }),
    has: (of) => of === 'orders',
    leftOut: null,
    close: () => undefined,
  });
  expect(await fixed.rows?.('orders', {})).toEqual(along);
  expect([fixed.has?.('orders'), fixed.has?.('gifts')]).toEqual([true, false]);
  expect(fixedData(review).rows).toBeNull();
});
