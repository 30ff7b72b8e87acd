import { type MessagePort, Worker } from 'node:worker_threads';
import { type Answer, answer, type Elsewhere, type Lent, type Question } from '../models/elsewhere';

/** From this size of input on (bytes) fitting takes longer than starting a thread for it. */
export const WORTH_A_THREAD = 4_000_000;

/** A second thread that takes a part of the models. */
export interface FitThread extends Elsewhere {
  /** Starts it where that has not been done: early, so that it is there when the fits are. */
  readonly start: () => void;
}

/** A question on its way. Whoever sets `begun` from 0 to 1 does the work: both threads may want to. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
  readonly begun: Int32Array;
}
export interface Answered {
  readonly id: number;
  readonly answer: Answer;
}

const takes = (begun: Int32Array) => Atomics.compareExchange(begun, 0, 0, 1) === 0;

/** The thread's own side: answers each question that has not been taken back. */
export function serveFits(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  port.on('message', ({ id, question, begun }: Asked) => {
    if (!takes(begun)) return;
    const done: Answered = { id, answer: answer(question.work, question.task as never) };
    port.postMessage(done);
  });
}

/**
 * @param program the program that calls `serveFits` when it runs as a worker
 */
export function createFitThread(program: URL): FitThread {
  let worker: Worker | null = null;
  let last = 0;
  /** Questions without an answer. */
  const open = new Map<number, (found: Answer | null) => void>();

  function close(id: number, found: Answer | null) {
    const tell = open.get(id);
    open.delete(id);
    tell?.(found);
    // Neither its waiting nor its end is a reason to stay.
    if (open.size === 0) worker?.unref();
  }

  return {
    start() {
      if (worker !== null) return;
      worker = new Worker(program);
      const gone = () => {
        worker = null;
        for (const id of [...open.keys()]) close(id, null);
      };
      worker.on('message', ({ id, answer: found }: Answered) => close(id, found));
      worker.once('error', gone);
      worker.once('exit', gone);
      worker.unref();
    },
    lend(question, signal): Lent {
      if (worker === null) return { answer: Promise.resolve(null), takeBack: () => true };
      const id = ++last;
      const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const found = new Promise<Answer | null>((resolve) => {
        open.set(id, resolve);
      });
      signal.addEventListener('abort', () => close(id, null), { once: true });
      worker.ref();
      const asked: Asked = { id, question, begun };
      worker.postMessage(asked);
      return {
        answer: found,
        takeBack() {
          const mine = takes(begun);
          if (mine) close(id, null);
          return mine;
        },
      };
    },
  };
}
