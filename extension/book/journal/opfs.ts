import type { Folder, SyncFile } from './files';

/** Whoever had the file may only just have closed: how often it is tried again, and after how many milliseconds. */
const TRIES = 80;
const PAUSE = 25;

/**
 * The browser's private files. Only a dedicated worker may write them this way.
 *
 * @throws DOMException where the browser gives none: a private window.
 */
export async function privateFiles(): Promise<Folder> {
  const root = await navigator.storage.getDirectory();
  return folderOf(await root.getDirectoryHandle('journal', { create: true }));
}

function folderOf(handle: FileSystemDirectoryHandle): Folder {
  return {
    names: async () => {
      const names: string[] = [];
      for await (const name of handle.keys()) names.push(name);
      return names;
    },
    folder: async (name) => folderOf(await handle.getDirectoryHandle(name, { create: true })),
    open: async (name) => fileOf(await grasp(await handle.getFileHandle(name, { create: true }))),
    remove: async (name) => {
      try {
        await handle.removeEntry(name, { recursive: true });
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
      }
    },
  };
}

async function grasp(handle: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await handle.createSyncAccessHandle();
    } catch (error) {
      const held = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!held || attempt >= TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
}

function fileOf(handle: FileSystemSyncAccessHandle): SyncFile {
  return {
    read: (at, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, handle.getSize() - at)));
      return bytes.subarray(0, handle.read(bytes, { at }));
    },
    write: (bytes, at) => handle.write(bytes as Uint8Array<ArrayBuffer>, { at }),
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
    size: () => handle.getSize(),
    close: () => handle.close(),
  };
}
