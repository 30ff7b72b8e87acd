/** Where backups are kept outside the extension's own storage: a folder the owner picked, or the downloads. */
export interface BackupPlace {
  readonly kind: 'folder' | 'downloads';
  /** Names of the files there, other people's too. */
  names(): Promise<readonly string[]>;
  /** Writes a file whole or not at all. */
  write(name: string, file: Blob): Promise<void>;
  /** What stands there now; `null` where a place can't be read. Throws where the file is not what was written. */
  readBack(name: string, size: number): Promise<Blob | null>;
  remove(name: string): Promise<void>;
}

/**
 * A folder on the owner's disk. The browser writes into a file beside and renames it at the end, so a file cut off
 * half-way never takes a good one's place.
 */
export function folderPlace(folder: FileSystemDirectoryHandle): BackupPlace {
  return {
    kind: 'folder',
    names: async () => {
      const names: string[] = [];
      for await (const [name, { kind }] of folder.entries()) if (kind === 'file') names.push(name);
      return names;
    },
    write: async (name, file) => {
      const handle = await folder.getFileHandle(name, { create: true });
      const writing = await handle.createWritable();
      try {
        await writing.write(file);
        await writing.close();
      } catch (error) {
        await writing.abort().catch(() => undefined);
        await folder.removeEntry(name).catch(() => undefined);
        throw error;
      }
    },
    readBack: async (name) => (await folder.getFileHandle(name)).getFile(),
    remove: (name) => folder.removeEntry(name),
  };
}
