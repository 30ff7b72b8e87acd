import { Dexie } from 'dexie';
import { roomIsClosed, spareRoom } from './room';

let moved = false;

/** Whether this page has moved. */
export function inSpareRoom(): boolean {
  return moved;
}

/**
 * Does something with the stored databases. Where the room can't be entered, it is done in the spare one; where
 * only the database it needs is broken, `mend` is tried first.
 */
export async function inRoom<T>(work: () => Promise<T>, mend: () => Promise<unknown>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (moved || !(error instanceof Error && error.name === 'UnknownError')) throw error;
    if (!roomIsClosed(error)) {
      try {
        await mend();
        return await work();
      } catch {
        // Neither opened nor deleted: of no use any more.
      }
    }
    const room = await spareRoom().catch(() => null);
    if (!room) throw error;
    moved = true;
    Dexie.dependencies.indexedDB = room;
    return work();
  }
}
