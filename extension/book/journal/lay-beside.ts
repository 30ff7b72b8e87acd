import type { Beside, LaidHeader } from '../beside';
import type { RemoteDesk } from './protocol';

/** Pieces on their way to the worker at once: neither side waits for the other, and neither is buried. */
const IN_FLIGHT = 4;

/** Lays a book down with a desk of its own: the files of the book in use are not touched. */
export function layBeside(desk: RemoteDesk): Beside {
  let laid: LaidHeader | null = null;
  const waiting: Promise<unknown>[] = [];
  return {
    begin: async (header) => {
      laid = header;
      await desk.lay(header);
    },
    rows: async (table, json, rows) => {
      if (waiting.length >= IN_FLIGHT) await waiting.shift();
      const done = desk.layRows(table, json, rows);
      done.catch(() => undefined);
      waiting.push(done);
    },
    end: async () => {
      await Promise.all(waiting);
      await desk.laid();
    },
    install: async (head) => {
      if (!laid) return;
      const { epoch, seat, shape } = laid;
      await desk.install({ epoch, seat, shape, base: head, fromEmpty: false });
    },
    drop: async () => {
      if (laid) await desk.dropBook(laid.epoch);
    },
    close: () => desk.close(),
  };
}
