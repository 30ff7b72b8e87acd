/// <reference lib="webworker" />
import type { Beside } from '../beside';
import { layingDesk } from '../journal/laying';
import { privateFiles } from '../journal/opfs';
import { spareRoom } from '../room';
import { openJobs, type Secret } from './jobs';
import type { JobReply, JobRequest } from './remote';

// A book of hundreds of thousands of records is written, read and compared here: the page stays live.
declare const self: DedicatedWorkerGlobalScope;

const reply = (message: JobReply) => self.postMessage(message);
let spare = false;
let stop = new AbortController();

const jobs = openJobs({
  disk: async () => (spare ? await spareRoom() : null) ?? indexedDB,
  beside: layHere,
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
});

/** The journal's side, on the files themselves: this worker may hold them. */
async function layHere(): Promise<Beside | null> {
  const root = await privateFiles().catch(() => null);
  if (!root) return null;
  const { methods, close } = layingDesk(root);
  let laid: Parameters<Beside['begin']>[0] | null = null;
  return {
    begin: async (header) => {
      laid = header;
      await methods.lay(header);
    },
    rows: async (table, json, rows) => methods.layRows(table, json, rows),
    end: async () => methods.laid(),
    install: async (head) => {
      if (!laid) return;
      const { epoch, seat, shape } = laid;
      await methods.install({ epoch, seat, shape, base: head, fromEmpty: false });
    },
    drop: async () => {
      if (laid) await methods.dropBook(laid.epoch);
    },
    close,
  };
}

function work({ job, args, number }: Extract<JobRequest, { readonly job: string }>): Promise<unknown> {
  const onProgress = telling((part) => reply({ number, kind: 'part', part }));
  if (job === 'save') return jobs.save(...(args as [string, string, Secret | null]), onProgress);
  if (job === 'look') return jobs.look(...(args as [string, Blob, string | null]), onProgress);
  if (job === 'check') return jobs.check(...(args as [Blob, string | null]));
  if (job === 'install') return jobs.install(...(args as Parameters<typeof jobs.install>));
  if (job === 'drop') return jobs.drop();
  stop = new AbortController();
  return jobs.put(args[0] as Parameters<typeof jobs.put>[0], { onProgress, signal: stop.signal });
}

/** A page draws at most a hundred steps. */
function telling(tell: (part: number) => void): (part: number) => void {
  let told = -1;
  return (part) => {
    const step = Math.floor(part * 100);
    if (step > told) tell(part);
    told = Math.max(told, step);
  };
}

self.addEventListener('message', ({ data }: MessageEvent<JobRequest>) => {
  if (!('job' in data)) {
    stop.abort();
    return;
  }
  spare = data.spare;
  const { number } = data;
  work(data).then(
    (value) => reply({ number, kind: 'done', value }),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      reply({ number, kind: 'failed', name, message });
    },
  );
});
