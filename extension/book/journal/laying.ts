import type { Beginning } from './desk';
import type { Folder } from './files';
import { logHeader } from './log';
import { beginShelf } from './shelf';
import { SNAPSHOT_FORMAT, type SnapshotHeader, type SnapshotWriter, snapshotWriter } from './snapshot';

/** The desk's part in putting another book in place: its snapshot is laid down piece by piece, beside the one in use. */
export function layingDesk(root: Folder) {
  let laying: { readonly writer: SnapshotWriter; readonly close: () => void } | null = null;

  function close(): void {
    laying?.close();
    laying = null;
  }

  /** Begins to lay down the snapshot of a book that is not the book yet; what an earlier try left is removed. */
  async function lay(header: Omit<SnapshotHeader, 'format' | 'version'>): Promise<void> {
    close();
    await root.remove(String(header.epoch));
    const folder = await root.folder(String(header.epoch));
    const file = await folder.open('snapshot-1');
    laying = {
      writer: snapshotWriter(file, { format: SNAPSHOT_FORMAT, version: 1, ...header }),
      close: () => file.close(),
    };
  }

  function layRows(table: string, json: string, rows: number): void {
    laying?.writer.add(table, json, rows);
  }

  function laid(): void {
    laying?.writer.finish();
    close();
  }

  /** Gives a laid-down book its log: from now on it is the newest book there is. */
  async function install(beginning: Beginning): Promise<void> {
    await beginShelf(await root.folder(String(beginning.epoch)), logHeader(beginning));
  }

  async function dropBook(epoch: number): Promise<void> {
    close();
    await root.remove(String(epoch));
  }

  return { methods: { lay, layRows, laid, install, dropBook }, close };
}
