/** The small storage of an extension, for a page that is none: kept by the browser's own, as the real one is. */
export function keepSmall(): void {
  const storage = { local: withFile(over(localStorage)), session: over(sessionStorage) };
  Object.assign(globalThis, { browser: { runtime: { id: 'door' }, storage } });
}

function over(storage: Storage) {
  return {
    get: async (key: string) => {
      const value = storage.getItem(key);
      return value === null ? {} : { [key]: JSON.parse(value) };
    },
    set: async (items: Readonly<Record<string, unknown>>) => {
      for (const [key, value] of Object.entries(items)) storage.setItem(key, JSON.stringify(value));
    },
    remove: async (key: string) => storage.removeItem(key),
  };
}

/** The mark of a look: a page's own storage comes to the disk seconds later, an extension's at once. */
const AT_ONCE = 'book-looking';

/** Keeps what must be there when the browser ends the next moment in a private file. */
function withFile(local: ReturnType<typeof over>): ReturnType<typeof over> {
  const root = () => navigator.storage.getDirectory();
  const read = async () => {
    try {
      return JSON.parse(await (await (await (await root()).getFileHandle(AT_ONCE)).getFile()).text());
    } catch {
      return {};
    }
  };
  const write = async (items: Readonly<Record<string, unknown>>) => {
    const file = await (await root()).getFileHandle(AT_ONCE, { create: true });
    const stream = await file.createWritable();
    await stream.write(JSON.stringify(items));
    await stream.close();
  };
  return {
    get: (key) => (key === AT_ONCE ? read() : local.get(key)),
    set: (items) => (AT_ONCE in items ? write(items) : local.set(items)),
    remove: (key) => (key === AT_ONCE ? write({}) : local.remove(key)),
  };
}
