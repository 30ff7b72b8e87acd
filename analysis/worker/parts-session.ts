import type { Behind } from '../findings/rows/behind';
import type { Progress } from '../options';
import type { Filter, PartName, PartSource } from '../parts';
import type { PartsReply } from './parts-messages';

interface Job {
  readonly id: number;
  readonly names: readonly PartName[];
  readonly filter: Filter;
}

/** Answers cells one after another, the newest wish of a cell instead of its older ones. */
export interface PartsSession {
  readonly ask: (job: Job) => void;
  readonly drop: (id: number) => void;
  /** Told at once, between two cells: somebody looks at the number. */
  readonly rows: (id: number, of: Behind, filter: Filter) => void;
}

/**
 * The worker's line of cells. One is computed at a time; what is dropped while it waits is never begun, what is
 * dropped while it runs is told to stop. Between two cells the worker hears its messages.
 */
export function partsSession(source: PartSource, reply: (message: PartsReply) => void): PartsSession {
  const line: Job[] = [];
  let running: { readonly id: number; readonly stop: AbortController } | null = null;

  async function work(): Promise<void> {
    if (running) return;
    for (let job = line.shift(); job; job = line.shift()) {
      const stop = new AbortController();
      running = { id: job.id, stop };
      reply(await answer(source, job, { report: () => undefined, signal: stop.signal }));
      // A turn of the event loop: a wish taken back must be heard before the next cell is begun.
      await new Promise((next) => setTimeout(next));
    }
    running = null;
  }

  return {
    ask(job) {
      line.push(job);
      void work();
    },
    drop(id) {
      if (running?.id === id) return running.stop.abort();
      const place = line.findIndex((job) => job.id === id);
      if (place < 0) return;
      line.splice(place, 1);
      reply({ kind: 'dropped', id });
    },
    rows(id, of, filter) {
      try {
        reply({ kind: 'rows', id, rows: source.behind(of, filter) });
      } catch (error) {
        reply({ kind: 'unable', id, detail: detailOf(error) });
      }
    },
  };
}

async function answer(
  source: PartSource,
  { id, names, filter }: Job,
  progress: Progress,
): Promise<PartsReply> {
  try {
    const parts = await source.parts(names, filter, progress);
    return parts === null ? { kind: 'dropped', id } : { kind: 'parts', id, parts };
  } catch (error) {
    return { kind: 'unable', id, detail: detailOf(error) };
  }
}

const detailOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
