import { MessageChannel } from 'node:worker_threads';
import { type Answered, type Asked, createFitThread, serveFits } from '@analysis/cli/fit-thread';
import { groupCounts } from '@analysis/models/counts';
import type { Question } from '@analysis/models/elsewhere';
import { fitCounts } from '@analysis/models/fit-counts';
import { fitPair } from '@analysis/models/fit-pair';
import type { SpendFit } from '@analysis/models/gamma-gamma';
import { COUNT_MODELS } from '@analysis/models/models';
import { describe, expect, it } from 'vitest';
import { until } from '../../setup/until';
import { cdnowCalibration } from '../models/cdnow';

const { groups } = groupCounts(cdnowCalibration());
const task = { name: 'bgnbd', past: groups, all: groups } as const;
const going = new AbortController().signal;

const buyers = {
  x: new Float64Array(),
  tx: new Float64Array(),
  T: new Float64Array(),
  spend: new Float64Array(),
};
const spend = { p: 6, q: 4, gamma: 15, covariance: null } as SpendFit;
const rest = { horizon: 39, discount: 1, periodSd: 0.1 };
const parameters = [fitCounts(COUNT_MODELS.bgnbd, groups).parameters];
const ranges = { model: 'bgnbd', seed: 1, parameters, buyers, spend, ...rest } as const;

const fitting: Question = { work: 'fit', task };
const program = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const asked = (id: number, question: Question, begun = 0): Asked => ({
  id,
  question,
  begun: Int32Array.of(begun),
});

describe('fits in a second thread', () => {
  it('come back as this thread would have made them, and what was taken back is left', async () => {
    const { port1, port2 } = new MessageChannel();
    serveFits(port1);
    const answers: Answered[] = [];
    port2.on('message', (one: Answered) => answers.push(one));
    port2.postMessage(asked(1, fitting, 1));
    port2.postMessage(asked(2, fitting));
    port2.postMessage(asked(3, { work: 'ranges', task: ranges }));
    await until(() => expect(answers.length).toBe(2));
    expect(answers).toEqual([
      { id: 2, answer: fitPair(task) },
      { id: 3, answer: [] },
    ]);
    port1.close();
  });

  it('are left to this thread while the other was never started', async () => {
    const lent = createFitThread(program('')).lend(fitting, going);
    expect(lent.takeBack()).toBe(true);
    expect(await lent.answer).toBeNull();
  });

  it.each([
    ['dies of an error', `throw new Error('no')`],
    ['ends at once', 'process.exit(0)'],
  ])('are left to this thread when the other %s', async (_, source) => {
    const thread = createFitThread(program(source));
    thread.start();
    const lent = [thread.lend(fitting, going), thread.lend({ work: 'ranges', task: ranges }, going)];
    expect(await Promise.all(lent.map((one) => one.answer))).toEqual([null, null]);
    expect(lent.map((one) => one.takeBack())).toEqual([true, true]);
  });

  it('can be taken back until the other begins, and once only', async () => {
    const thread = createFitThread(program('setTimeout(() => process.exit(0), 200)'));
    thread.start();
    const lent = thread.lend(fitting, going);
    expect([lent.takeBack(), lent.takeBack()]).toEqual([true, false]);
    expect(await lent.answer).toBeNull();
  });

  it('are not waited for once the reader has stopped', async () => {
    const stop = new AbortController();
    const thread = createFitThread(program('setTimeout(() => process.exit(0), 200)'));
    thread.start();
    const lent = thread.lend(fitting, stop.signal);
    stop.abort();
    expect(await lent.answer).toBeNull();
  });
});
