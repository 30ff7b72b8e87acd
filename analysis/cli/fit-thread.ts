import { type MessagePort, Worker } from 'node:worker_threads';
import { type Answer, answer, type Elsewhere, type Lent, type Question } from '../models/elsewhere';
import { sha256Of } from './sha256';

/** From this size of input on (bytes) fitting takes longer than starting a thread for it. */
export const WORTH_A_THREAD = 4_000_000;

/** What the thread may be asked besides a part of the models: the SHA-256 of a file. */
interface HashQuestion {
  readonly work: 'hash';
  readonly task: readonly Uint8Array[];
}
type Told = Answer | string;

/** A second thread that takes a part of the models, and hashes what is read. */
export interface FitThread extends Elsewhere {
  /** Starts it where that has not been done: early, so that it is there when the fits are. */
  readonly start: () => void;
  readonly isStarted: () => boolean;
  /** SHA-256 of pieces of shared memory; worked out here where the thread does not do it. */
  readonly hash: (pieces: readonly Uint8Array[], signal: AbortSignal) => () => Promise<string>;
}

/** A question on its way. Whoever sets `begun` from 0 to 1 does the work: both threads may want to. */
export interface Asked {
  readonly id: number;
  readonly question: Question | HashQuestion;
  readonly begun: Int32Array;
}
export interface Answered {
  readonly id: number;
  readonly answer: Told;
}

const takes = (begun: Int32Array) => Atomics.compareExchange(begun, 0, 0, 1) === 0;

/** The thread's own side: answers each question that has not been taken back. */
export function serveFits(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  port.on('message', ({ id, question, begun }: Asked) => {
    if (!takes(begun)) return;
    const told =
      question.work === 'hash' ? sha256Of(question.task) : answer(question.work, question.task as never);
    const done: Answered = { id, answer: told };
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
  const open = new Map<number, (found: Told | null) => void>();

  function close(id: number, found: Told | null) {
    const tell = open.get(id);
    open.delete(id);
    tell?.(found);
    // Neither its waiting nor its end is a reason to stay.
    if (open.size === 0) worker?.unref();
  }

  /** Puts a question; `takeBack` as in `Lent`. */
  function ask(question: Asked['question'], signal: AbortSignal) {
    if (worker === null) return { told: Promise.resolve(null), takeBack: () => true };
    const id = ++last;
    const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const drop = () => close(id, null);
    const told = new Promise<Told | null>((resolve) => {
      open.set(id, (found) => {
        signal.removeEventListener('abort', drop);
        resolve(found);
      });
    });
    signal.addEventListener('abort', drop, { once: true });
    worker.ref();
    const asked: Asked = { id, question, begun };
    worker.postMessage(asked);
    const takeBack = () => {
      const mine = takes(begun);
      if (mine) close(id, null);
      return mine;
    };
    return { told, takeBack };
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
    isStarted: () => worker !== null,
    lend(question, signal): Lent {
      const { told, takeBack } = ask(question, signal);
      // Only hashes are told as texts.
      return { answer: told as Promise<Answer | null>, takeBack };
    },
    hash(pieces, signal) {
      const { told, takeBack } = ask({ work: 'hash', task: pieces }, signal);
      // A file of half a gigabyte is let go while the models are fitted, once it need not be read again.
      let own = pieces;
      void told.then((found) => {
        if (found !== null) own = [];
      });
      return async () => {
        const found = takeBack() ? null : await told;
        return typeof found === 'string' ? found : sha256Of(own);
      };
    },
  };
}
