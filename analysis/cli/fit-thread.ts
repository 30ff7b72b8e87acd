import { type MessagePort, Worker } from 'node:worker_threads';
import { type FitElsewhere, type FitPair, type FitTask, fitPair } from '../models/fit-pair';

/** From this size of input on (bytes) fitting takes longer than starting a thread for it. */
export const WORTH_A_THREAD = 4_000_000;

/** A second thread that fits models. */
export interface FitThread {
  /** Starts it where that has not been done: early, so that it is there when the fits are. */
  readonly start: () => void;
  readonly fit: FitElsewhere;
}

/** The thread's own side: answers each task with its fits. */
export function serveFits(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  port.on('message', (task: FitTask) => port.postMessage(fitPair(task)));
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
    fit: (task, signal) => (worker === null ? Promise.resolve(null) : ask(worker, task, signal)),
  };
}

/** One question, one answer; a thread that fails or a reader who stops is "not there". */
function ask(worker: Worker, task: FitTask, signal: AbortSignal): Promise<FitPair | null> {
  return new Promise((resolve) => {
    const finish = (pair: FitPair | null) => {
      worker.unref();
      signal.removeEventListener('abort', leave);
      resolve(pair);
    };
    const leave = () => finish(null);
    worker.ref();
    worker.once('message', finish);
    worker.once('error', leave);
    worker.once('exit', leave);
    signal.addEventListener('abort', leave, { once: true });
    worker.postMessage(task);
  });
}
