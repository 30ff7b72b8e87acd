/** What lies in the journal's folder, for a page that shows how the book is kept. */
export interface JournalHealth {
  /** Bytes of all logs and snapshots. */
  readonly bytes: number;
  readonly snapshots: number;
  /** When the newest of them was written last, in milliseconds since the epoch. */
  readonly written: number | null;
}

/** Looks without holding anything: the page that writes goes on. `null` where there is no journal. */
export async function journalHealth(): Promise<JournalHealth | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await add(await root.getDirectoryHandle('journal'), { bytes: 0, snapshots: 0, written: null });
  } catch {
    return null;
  }
}

async function add(folder: FileSystemDirectoryHandle, before: JournalHealth): Promise<JournalHealth> {
  let sum = before;
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory') {
      sum = await add(handle as FileSystemDirectoryHandle, sum);
      continue;
    }
    const { size, lastModified } = await (handle as FileSystemFileHandle).getFile();
    sum = {
      bytes: sum.bytes + size,
      snapshots: sum.snapshots + (name.startsWith('snapshot') ? 1 : 0),
      written: Math.max(sum.written ?? 0, lastModified),
    };
  }
  return sum;
}
