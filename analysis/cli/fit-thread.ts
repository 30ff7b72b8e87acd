import { type MessagePort, Worker } from 'node:worker_threads';
import { answer, type Elsewhere, type Question } from '../models/elsewhere';

/** From this size of input on (bytes) fitting takes longer than starting a thread for it. */
export const WORTH_A_THREAD = 4_000_000;

/** A second thread that takes a part of the models. */
export interface FitThread extends Elsewhere {
  /** Starts it where that has not been done: early, so that it is there when the fits are. */
  readonly start: () => void;
}

/** The thread's own side: answers each question. */
export function serveFits(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  port.on('message', (question: Question) => port.postMessage(answer(question)));
}

/**
 * @param program the program that calls `serveFits` when it runs as a worker
 */
export function createFitThread(program: URL): FitThread {
  let worker: Worker | null = null;
  return {
    start() {
      if (worker !== null) return;
      worker = new Worker(program);
      const gone = () => {
        worker = null;
      };
      worker.once('error', gone);
      worker.once('exit', gone);
      // Neither its waiting nor its end is a reason to stay.
      worker.unref();
    },
    fit: async (tasks, signal) => worker && ask(worker, { kind: 'fit', tasks }, signal),
    ranges: async (task, signal) => worker && ask(worker, { kind: 'ranges', task }, signal),
  };
}

/** One question, one answer; a thread that fails or a reader who stops is "not there". */
function ask<Answer>(worker: Worker, question: Question, signal: AbortSignal): Promise<Answer | null> {
  return new Promise((resolve) => {
    const finish = (given: Answer | null) => {
      worker.unref();
      signal.removeEventListener('abort', leave);
      resolve(given);
    };
    const leave = () => finish(null);
    worker.ref();
    worker.once('message', finish);
    worker.once('error', leave);
    worker.once('exit', leave);
    signal.addEventListener('abort', leave, { once: true });
    worker.postMessage(question);
  });
}
