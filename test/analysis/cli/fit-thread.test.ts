import { MessageChannel } from 'node:worker_threads';
import { createFitThread, serveFits } from '@analysis/cli/fit-thread';
import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { type FitPair, fitPair } from '@analysis/models/fit-pair';
import type { SpendFit } from '@analysis/models/gamma-gamma';
import { COUNT_MODELS } from '@analysis/models/models';
import { describe, expect, it } from 'vitest';
import { cdnowCalibration } from '../models/cdnow';

const { groups } = groupCounts(cdnowCalibration());
const task = { name: 'bgnbd', past: groups, all: groups } as const;
const going = new AbortController().signal;
const program = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`);

const buyers = {
  x: new Float64Array(),
  tx: new Float64Array(),
  T: new Float64Array(),
  spend: new Float64Array(),
};
const spend = { p: 6, q: 4, gamma: 15, covariance: null } as SpendFit;
const fit = fitCounts(COUNT_MODELS.bgnbd, groups);
const rest = { horizon: 39, discount: 1, periodSd: 0.1 };
const ranges = { model: 'bgnbd', seed: 1, buyers, groups, fit, spend, ...rest } as const;

describe('fits in a second thread', () => {
  it('come back as this thread would have made them', async () => {
    const { port1, port2 } = new MessageChannel();
    serveFits(port1);
    const answer = new Promise<readonly FitPair[]>((resolve) => port2.once('message', resolve));
    port2.postMessage({ kind: 'fit', tasks: [task] });
    expect(await answer).toEqual([fitPair(task)]);
    port1.close();
  });

  it('are left to this thread while the other was never started', async () => {
    expect(await createFitThread(program('')).fit([task], going)).toBeNull();
    expect(await createFitThread(program('')).ranges(ranges, going)).toBeNull();
  });

  it.each([
    ['dies of an error', `throw new Error('no')`],
    ['ends at once', 'process.exit(0)'],
  ])('are left to this thread when the other %s', async (_, source) => {
    const thread = createFitThread(program(source));
    thread.start();
    expect(await thread.fit([task], going)).toBeNull();
    expect(await thread.ranges(ranges, going)).toBeNull();
  });

  it('are not waited for once the reader has stopped', async () => {
    const stop = new AbortController();
    const thread = createFitThread(program('setTimeout(() => process.exit(0), 200)'));
    thread.start();
    const asked = thread.fit([task], stop.signal);
    stop.abort();
    expect(await asked).toBeNull();
  });
});
