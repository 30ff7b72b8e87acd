import type { BackupPlace } from '@extension/book/backups/place';
import { browser } from 'wxt/browser';

const FOLDER = 'zhanggui-backups';
const KEY = 'backupDownloads';
/** How long a download may take to be on the disk, in milliseconds. */
const PATIENCE = 120_000;

/** Whether the extension may put backups into the downloads. */
export async function mayDownload(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] });
}

/** Asks for it. Must be called directly in a click. */
export function askToDownload(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

/**
 * The downloads as a place for backups, where the browser gives no folder. What was written can't be read again
 * there: its state and its size are what the browser says of it.
 */
export function downloadsPlace(): BackupPlace {
  const ours = async () => {
    const found = await browser.downloads.search({ query: ['zhanggui-'], state: 'complete' });
    return found.filter(({ byExtensionId, exists }) => byExtensionId === browser.runtime.id && exists);
  };
  const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? '';
  return {
    kind: 'downloads',
    names: async () => {
      const names = new Map(Object.entries(await written()).map(([name, id]) => [id, name]));
      return (await ours()).map(({ id, filename }) => names.get(id) ?? nameOf(filename));
    },
    write: async (name, file) => {
      const url = URL.createObjectURL(file);
      try {
        const filename = `${FOLDER}/${name}`;
        const conflictAction = 'uniquify' as const;
        const id = await browser.downloads.download({ url, filename, saveAs: false, conflictAction });
        await ended(id);
        const there = new Set((await ours()).map((one) => one.id));
        const still = Object.entries(await written()).filter(([, one]) => there.has(one));
        await browser.storage.local.set({ [KEY]: { ...Object.fromEntries(still), [name]: id } });
      } finally {
        URL.revokeObjectURL(url);
      }
    },
    readBack: async (name, size) => {
      const id = (await written())[name];
      const [found] = id === undefined ? [] : await browser.downloads.search({ id });
      if (!found?.exists) throw new Error(`${name} is not among the downloads`);
      if (found.fileSize !== size) throw new Error(`${found.fileSize} of ${size} bytes were written`);
      return null;
    },
    remove: async (name) => {
      const known = (await written())[name];
      for (const { id, filename } of await ours()) {
        if (id !== known && nameOf(filename) !== name) continue;
        await browser.downloads.removeFile(id);
        await browser.downloads.erase({ id });
      }
    },
  };
}

/**
 * The download of each backup, by the backup's name: where the name is taken, or the owner's browser names files, the
 * file has another one.
 */
async function written(): Promise<Readonly<Record<string, number>>> {
  const stored: { [KEY]?: Readonly<Record<string, number>> } = await browser.storage.local.get(KEY);
  return stored[KEY] ?? {};
}

/** Until a download has come to its end, one way or the other. */
function ended(id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error: Error | null) => {
      clearTimeout(timer);
      browser.downloads.onChanged.removeListener(look);
      if (error) reject(error);
      else resolve();
    };
    const look = () => {
      void browser.downloads.search({ id }).then(([found]) => {
        if (found?.state === 'complete') settle(null);
        else if (found?.state === 'interrupted') settle(interrupted(found.error));
      });
    };
    const timer = setTimeout(() => settle(new Error('the download did not end')), PATIENCE);
    browser.downloads.onChanged.addListener(look);
    look();
  });
}

function interrupted(reason: string | undefined): DOMException {
  const full = reason === 'FILE_NO_SPACE';
  return new DOMException(reason ?? 'interrupted', full ? 'QuotaExceededError' : 'NetworkError');
}
