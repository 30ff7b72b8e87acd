/** The small storage of an extension, for a page that is none: kept by the browser's own, as the real one is. */
export function keepSmall(): void {
  const storage = { local: over(localStorage), session: over(sessionStorage) };
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
