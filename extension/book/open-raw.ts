/**
 * Opens a stored database as it lies there, without the library; `null` when there is none. Lets go when another page
 * needs it closed.
 *
 * Dexie, asked for a database that is not there, makes one and then deletes it by name: another page that makes
 * the real one in between would lose it. Here the making itself is taken back, and nothing else is touched.
 */
export function openRaw(name: string, disk: IDBFactory = indexedDB): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = disk.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      // Taken back before it was made: there is none.
      if (request.error?.name === 'AbortError') resolve(null);
      else reject(request.error);
    };
  });
}

/** Whether a database of this name is stored. */
export async function isStored(name: string, disk: IDBFactory): Promise<boolean> {
  const db = await openRaw(name, disk);
  db?.close();
  return db !== null;
}
