import { Dexie } from 'dexie';
import { inSpareRoom } from '../in-room';
import type { OpenBook } from '../open';
import { type Jobs, openJobs, type Progress } from './jobs';

/** What a page asks of the worker; without a job it asks to stop what is being put in place. */
export type JobRequest =
  | {
      readonly number: number;
      readonly job: keyof Jobs;
      readonly args: readonly unknown[];
      /** The stored databases lie in the spare room. */
      readonly spare: boolean;
    }
  | { readonly stop: true };

export type JobReply =
  | { readonly number: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly number: number; readonly kind: 'part'; readonly part: number }
  | { readonly number: number; readonly kind: 'failed'; readonly name: string; readonly message: string };

/** The jobs as a page sees them; `close` ends the worker, whatever it does. */
export interface RemoteJobs extends Jobs {
  close(): void;
}

/** Starts a worker for backups. Where a page may start none, the work is done in the page. */
export function remoteJobs(book: OpenBook): RemoteJobs {
  if (typeof Worker === 'undefined') {
    const jobs = openJobs({
      disk: async () => Dexie.dependencies.indexedDB!,
      beside: () => book.beside(),
      random: book.world.random,
    });
    return { ...jobs, close: () => undefined };
  }
  return overWorker(new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' }));
}

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onPart: Progress;
}

function overWorker(worker: Worker): RemoteJobs {
  const open = new Map<number, Asked>();
  let number = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<JobReply>) => {
    const asked = open.get(data.number);
    if (data.kind === 'part') return asked?.onPart(data.part);
    open.delete(data.number);
    if (data.kind === 'done') asked?.resolve(data.value);
    else asked?.reject(new DOMException(data.message, data.name));
  });
  worker.addEventListener('error', (event) => fail(event.message || 'the worker for backups has stopped'));

  function fail(message: string): void {
    const error = new DOMException(message, 'InvalidStateError');
    for (const { reject } of open.values()) reject(error);
    open.clear();
  }

  function ask(job: keyof Jobs, args: readonly unknown[], onPart: Progress = () => undefined) {
    number += 1;
    const request: JobRequest = { number, job, args, spare: inSpareRoom() };
    return new Promise<never>((resolve, reject) => {
      open.set(number, { resolve: resolve as (value: unknown) => void, reject, onPart });
      worker.postMessage(request);
    });
  }

  return {
    save: (stored, made, secret, onProgress) => ask('save', [stored, made, secret], onProgress),
    look: (stored, file, passphrase, onProgress) => ask('look', [stored, file, passphrase], onProgress),
    check: (file, passphrase) => ask('check', [file, passphrase]),
    put: (order, { onProgress, signal }) => {
      signal?.addEventListener('abort', () => worker.postMessage({ stop: true } satisfies JobRequest), {
        once: true,
      });
      return ask('put', [order], onProgress);
    },
    install: (mark) => ask('install', [mark]),
    drop: () => ask('drop', []),
    close: () => {
      worker.terminate();
      fail('the worker for backups was closed');
    },
  };
}
