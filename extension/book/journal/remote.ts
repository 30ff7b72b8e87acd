import { inSpareRoom } from '../in-room';
import type { DeskMethod, DeskReply, DeskRequest, RemoteDesk } from './protocol';

/** Starts the worker that holds the journal, and speaks for it. */
export function remoteDesk(): RemoteDesk {
  return overWorker(new Worker(new URL('./journal.worker.ts', import.meta.url), { type: 'module' }));
}

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onRows: (rows: number) => void;
}

function overWorker(worker: Worker): RemoteDesk {
  const open = new Map<number, Asked>();
  let number = 0;
  let closed = false;
  const isClosed = () => new DOMException('the journal was closed', 'InvalidStateError');

  worker.addEventListener('message', ({ data }: MessageEvent<DeskReply>) => {
    const asked = open.get(data.number);
    if (data.kind === 'rows') return asked?.onRows(data.rows);
    open.delete(data.number);
    if (data.kind === 'done') asked?.resolve(data.value);
    else asked?.reject(new DOMException(data.message, data.name));
  });
  worker.addEventListener('error', (event) => {
    const error = new DOMException(event.message || 'the journal has stopped', 'InvalidStateError');
    for (const { reject } of open.values()) reject(error);
    open.clear();
  });

  function ask(
    method: DeskMethod,
    args: readonly unknown[],
    onRows: (rows: number) => void = () => undefined,
  ): Promise<never> {
    // A worker that was ended answers nobody.
    if (closed) return Promise.reject(isClosed());
    number += 1;
    const request: DeskRequest = { number, method, args, spare: inSpareRoom() };
    return new Promise((resolve, reject) => {
      open.set(request.number, { resolve: resolve as (value: unknown) => void, reject, onRows });
      worker.postMessage(request);
    });
  }

  return {
    hush: () => ask('hush', []),
    open: (bookSeq) => ask('open', [bookSeq]),
    begin: (beginning) => ask('begin', [beginning]),
    dropOlderBooks: () => ask('dropOlderBooks', []),
    forget: (number) => ask('forget', [number]),
    turnOver: (force) => ask('turnOver', [force]),
    seed: (turned, name, instead) => ask('seed', [turned, name, instead]),
    tidy: (turned) => ask('tidy', [turned]),
    rebuild: (name, onRows, shape) => ask('rebuild', [name, shape], onRows),
    addUp: (name) => ask('addUp', [name]),
    lay: (header) => ask('lay', [header]),
    layRows: (table, json, rows) => ask('layRows', [table, json, rows]),
    laid: () => ask('laid', []),
    install: (beginning) => ask('install', [beginning]),
    dropBook: (epoch) => ask('dropBook', [epoch]),
    append: (entry) => ask('append', [entry]),
    takeBack: (seq) => ask('takeBack', [seq]),
    entriesAfter: (seq) => ask('entriesAfter', [seq]),
    close: () => {
      closed = true;
      worker.terminate();
      for (const { reject } of open.values()) reject(isClosed());
      open.clear();
    },
  };
}
