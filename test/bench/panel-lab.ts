import type { Page } from 'playwright-core';

/** What the panel's page does for the bench, inside itself: no time of the wire to the browser is in a figure. */
export interface PanelLab {
  /** Types a word letter by letter; milliseconds from each letter to its answers. */
  readonly search: (query: string) => Promise<readonly number[]>;
  /** Waits until the buyer with this key stands there with this note: ms since 1970 when the panel was told, and drawn. */
  readonly drawn: (key: string, note: string) => Promise<{ readonly told: number; readonly drawn: number }>;
  /** Saves a note on the buyer shown; milliseconds from the press to the form gone. */
  readonly saved: (text: string) => Promise<number>;
  readonly count: (table: string) => Promise<number>;
  readonly rawOpen: () => Promise<number>;
  readonly rawRecall: (platform: string, key: string) => Promise<number>;
  /** Reads what any search has to: whether something changed, a page, eight buyers. */
  readonly rawSearch: () => Promise<number>;
  readonly rawSave: (round: number) => Promise<number>;
  /** Adds all records of the book to stores of the same shape, and nothing else. */
  readonly rawAdd: () => Promise<number>;
  /** Whether the second half of the search is filled: until then the panel has work of its own. */
  readonly filled: () => Promise<boolean>;
}

interface Extension {
  readonly runtime: {
    readonly onMessage: Record<'addListener' | 'removeListener', (hear: (message: unknown) => void) => void>;
  };
}

/** Runs in the page, so it may use nothing of this file. */
function installLab(): void {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  /** Until the page stands so, with its layout done. */
  const until = (there: () => unknown) =>
    new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the panel did not come to it in 60 s')), 60_000);
      const look = () => {
        if (!there()) return;
        watching.disconnect();
        clearTimeout(timer);
        document.body.getBoundingClientRect();
        resolve(performance.now());
      };
      const watching = new MutationObserver(look);
      watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });
  const write = (field: HTMLInputElement | HTMLTextAreaElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  /** The newest generation is the book in use; its pointer is left alone, for the panel may be writing it. */
  const openBook = async () => {
    const numbers = (await indexedDB.databases()).map(({ name }) =>
      Number(/^zhanggui-book-(\d+)$/.exec(name ?? '')?.[1] ?? 0),
    );
    return asked(indexedDB.open(`zhanggui-book-${Math.max(...numbers)}`));
  };
  /** Time of one piece of work on the bare database; opening it is not in the figure. */
  const raw = async (work: (db: IDBDatabase) => Promise<unknown>) => {
    const db = await openBook();
    const since = performance.now();
    await work(db);
    const took = performance.now() - since;
    db.close();
    return took;
  };
  const lab: PanelLab = {
    async search(query) {
      const field = document.querySelector('#find') as HTMLInputElement;
      const took: number[] = [];
      for (let length = 1; length <= query.length; length++) {
        const before = document.querySelector('.found');
        const since = performance.now();
        write(field, query.slice(0, length));
        const now = () => document.querySelector('.found');
        took.push((await until(() => now() && now() !== before)) - since);
      }
      const found = document.querySelectorAll('.found button').length;
      write(field, '');
      await until(() => !document.querySelector('.found'));
      if (found === 0) throw new Error(`nobody was found by ${query}`);
      return took;
    },
    async drawn(key, note) {
      let told = Number.NaN;
      const hear = (message: unknown) => {
        if (Number.isNaN(told) && JSON.stringify(message).includes(key)) told = performance.now();
      };
      const { runtime } = (globalThis as unknown as { chrome: Extension }).chrome;
      runtime.onMessage.addListener(hear);
      const at = await until(
        () =>
          document.querySelector('[data-buyer]')?.getAttribute('data-buyer')?.includes(key) &&
          document.querySelector('main')?.textContent?.includes(note),
      );
      runtime.onMessage.removeListener(hear);
      return { told: performance.timeOrigin + told, drawn: performance.timeOrigin + at };
    },
    async saved(text) {
      const box = () => document.querySelector<HTMLTextAreaElement>('main form textarea');
      (document.activeElement as HTMLElement | null)?.blur();
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true }),
      );
      await until(box);
      write(box()!, text);
      await new Promise((done) => setTimeout(done, 50));
      const since = performance.now();
      box()!.form!.requestSubmit();
      return (await until(() => !box())) - since;
    },
    async count(table) {
      const db = await openBook();
      const count = await asked(db.transaction(table).objectStore(table).count());
      db.close();
      return count;
    },
    async rawOpen() {
      const since = performance.now();
      const db = await openBook();
      await asked(db.transaction('settings').objectStore('settings').getAll());
      db.close();
      return performance.now() - since;
    },
    rawRecall: (platform, key) =>
      raw(async (db) => {
        const stores = [...db.objectStoreNames].filter(
          (name) => name !== 'searchPages' && name !== 'actions',
        );
        const work = db.transaction(stores);
        const accounts = work.objectStore('accounts').index('[platform+strength+key]');
        const { buyerId } = (await asked(accounts.get([platform, 'platform', key]))) as { buyerId: string };
        const about = stores.filter((name) => work.objectStore(name).indexNames.contains('buyerId'));
        await Promise.all([
          asked(work.objectStore('buyers').get(buyerId)),
          ...about.map((name) => asked(work.objectStore(name).index('buyerId').getAll(buyerId))),
        ]);
      }),
    rawSearch: () =>
      raw(async (db) => {
        const work = db.transaction(['searchPages', 'buyers']);
        const pages = work.objectStore('searchPages');
        const some = (await asked(work.objectStore('buyers').getAllKeys(null, 8))) as string[];
        await Promise.all([
          asked(pages.index('rev').openKeyCursor(null, 'prev')),
          asked(pages.get('notes/')),
          ...some.map((id) => asked(work.objectStore('buyers').get(id))),
        ]);
      }),
    async rawSave(round) {
      const opening = indexedDB.open('bench', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
      const db = await asked(opening);
      const since = performance.now();
      await new Promise<void>((resolve, reject) => {
        const work = db.transaction('rows', 'readwrite', { durability: 'strict' });
        work.oncomplete = () => resolve();
        work.onabort = () => reject(work.error);
        work.objectStore('rows').put({ text: 'a note' }, round);
      });
      db.close();
      return performance.now() - since;
    },
    async rawAdd() {
      const db = await openBook();
      const ours = ['actions', 'marks', 'searchPages', 'estimates'];
      const names = [...db.objectStoreNames].filter((name) => !ours.includes(name));
      // Looked at before anything else is waited for: a transaction that has ended tells no more of its stores.
      const shapes = names.map((name) => {
        const store = db.transaction(name).objectStore(name);
        const indexes = [...store.indexNames].map((index) => {
          const { keyPath, multiEntry } = store.index(index);
          return { index, keyPath, multiEntry };
        });
        return { name, keyPath: store.keyPath, indexes };
      });
      const opening = indexedDB.open('yardstick', 1);
      opening.onupgradeneeded = () => {
        for (const { name, keyPath, indexes } of shapes) {
          const made = opening.result.createObjectStore(name, { keyPath });
          for (const one of indexes) made.createIndex(one.index, one.keyPath, { multiEntry: one.multiEntry });
        }
      };
      const yardstick = await asked(opening);
      let took = 0;
      for (const name of names) {
        const rows: unknown[] = [];
        for (let after: IDBKeyRange | null = null; ; ) {
          const some = (await asked(db.transaction(name).objectStore(name).getAll(after, 5000))) as {
            readonly id: string;
          }[];
          rows.push(...some);
          if (some.length < 5000) break;
          after = IDBKeyRange.lowerBound(some.at(-1)!.id, true);
        }
        if (rows.length === 0) continue;
        const since = performance.now();
        await new Promise<void>((resolve, reject) => {
          const work = yardstick.transaction(name, 'readwrite', { durability: 'strict' });
          work.oncomplete = () => resolve();
          work.onabort = () => reject(work.error);
          const store = work.objectStore(name);
          for (const one of rows) store.add(one);
        });
        took += performance.now() - since;
      }
      db.close();
      yardstick.close();
      await asked(indexedDB.deleteDatabase('yardstick'));
      return took;
    },
    async filled() {
      const db = await openBook();
      const marks = db.transaction('marks').objectStore('marks');
      const later = (await asked(marks.get('later'))) as { readonly walk: unknown } | undefined;
      db.close();
      return later?.walk === null;
    },
  };
  Object.assign(globalThis, { lab });
}

/** The lab of a panel that stands; each of its acts runs in the page itself. */
export async function labOf(panel: Page): Promise<PanelLab> {
  await panel.evaluate(installLab);
  const act =
    (name: keyof PanelLab) =>
    (...args: readonly unknown[]) =>
      panel.evaluate(
        ([method, values]) => {
          const { lab } = globalThis as unknown as { lab: Record<string, (...all: unknown[]) => unknown> };
          return lab[method]?.(...values);
        },
        [name, args] as const,
      );
  const names = ['search', 'drawn', 'saved', 'count', 'filled'] as const;
  const raws = ['rawOpen', 'rawRecall', 'rawSearch', 'rawSave', 'rawAdd'] as const;
  return Object.fromEntries([...names, ...raws].map((name) => [name, act(name)])) as unknown as PanelLab;
}
