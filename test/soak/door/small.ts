/** The small storage of an extension, for a page that is none: kept by the browser's own, as the real one is. */
export function keepSmall(): void {
  const local = {
    get: async (key: string) => {
      const value = localStorage.getItem(key);
      return value === null ? {} : { [key]: JSON.parse(value) };
    },
    set: async (items: Readonly<Record<string, unknown>>) => {
      for (const [key, value] of Object.entries(items)) localStorage.setItem(key, JSON.stringify(value));
    },
    remove: async (key: string) => localStorage.removeItem(key),
  };
  Object.assign(globalThis, { browser: { runtime: { id: 'door' }, storage: { local } } });
}
