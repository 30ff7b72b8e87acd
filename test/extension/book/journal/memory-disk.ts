import { diskFull, type Folder, type SyncFile } from '@extension/book/journal/files';

/** What happens at the call that fails. `die`: the program ends there, no later call does anything. */
export type Fault = 'error' | 'full' | 'short' | 'die';

interface Stored {
  /** What a reader sees, and what of it the disk is sure to have. */
  bytes: Uint8Array;
  safe: Uint8Array;
}

export interface MemoryDisk {
  readonly root: Folder;
  readonly files: Map<string, Stored>;
  /** Calls that could fail so far. */
  calls(): number;
  /** Lets the call of this number fail, counted from now; 0 for none. */
  failAt(number: number, fault?: Fault): void;
  /** Takes back everything that was not flushed, as a power cut does. */
  cutPower(): void;
  /** The path of the newest log or snapshot. */
  newest(kind: 'log' | 'snapshot'): string;
}

/** A disk in memory that counts its calls and fails where it is told to. */
export function memoryDisk(): MemoryDisk {
  const files = new Map<string, Stored>();
  const folders = new Set<string>(['']);
  let calls = 0;
  let failing = 0;
  let kind: Fault = 'error';
  let dead = false;

  /** True when this call is the one that fails. */
  function due(): boolean {
    if (dead) throw new DOMException('the program has ended', 'InvalidStateError');
    calls += 1;
    if (failing === 0 || --failing > 0) return false;
    if (kind === 'die') dead = true;
    return true;
  }
  function fail(): never {
    if (kind === 'full' || kind === 'short') throw diskFull();
    throw new DOMException('the disk does not answer', 'UnknownError');
  }
  function step(): void {
    if (due()) fail();
  }

  function fileAt(path: string): SyncFile {
    const stored = files.get(path) ?? { bytes: new Uint8Array(0), safe: new Uint8Array(0) };
    files.set(path, stored);
    return {
      read: (at, length) => stored.bytes.slice(at, at + length),
      write: (bytes, at) => {
        const failed = due();
        if (failed && kind !== 'short' && kind !== 'die') fail();
        const taken = failed ? bytes.subarray(0, bytes.length >> 1) : bytes;
        const end = Math.max(stored.bytes.length, at + taken.length);
        const next = new Uint8Array(end);
        next.set(stored.bytes);
        next.set(taken, at);
        stored.bytes = next;
        if (failed && kind === 'die') fail();
        if (failed) failing = 1;
        return taken.length;
      },
      truncate: (size) => {
        step();
        const next = new Uint8Array(size);
        next.set(stored.bytes.subarray(0, size));
        stored.bytes = next;
      },
      flush: () => {
        step();
        stored.safe = stored.bytes;
      },
      size: () => stored.bytes.length,
      close: () => undefined,
    };
  }

  function folderAt(path: string): Folder {
    const below = (name: string) => (path === '' ? name : `${path}/${name}`);
    return {
      names: async () => {
        step();
        const all = [...files.keys(), ...folders].filter((one) => one !== '' && one.startsWith(path));
        const rest = all.map((one) => (path === '' ? one : one.slice(path.length + 1)).split('/')[0]!);
        return [...new Set(rest.filter((name) => name !== ''))];
      },
      folder: async (name) => {
        step();
        folders.add(below(name));
        return folderAt(below(name));
      },
      open: async (name) => {
        step();
        return fileAt(below(name));
      },
      remove: async (name) => {
        step();
        const gone = below(name);
        for (const one of [...files.keys()])
          if (one === gone || one.startsWith(`${gone}/`)) files.delete(one);
        for (const one of [...folders]) if (one === gone || one.startsWith(`${gone}/`)) folders.delete(one);
      },
    };
  }

  return {
    root: folderAt(''),
    files,
    calls: () => calls,
    failAt: (number, fault = 'error') => {
      failing = number;
      kind = fault;
      dead = false;
    },
    cutPower: () => {
      for (const stored of files.values()) stored.bytes = stored.safe;
    },
    newest: (what) => {
      const paths = [...files.keys()].filter((path) => path.includes(`/${what}-`));
      return paths.sort((a, b) => Number(a.split('-').at(-1)) - Number(b.split('-').at(-1))).at(-1)!;
    },
  };
}
