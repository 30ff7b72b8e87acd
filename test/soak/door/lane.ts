import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Backend, openHouse } from './browser';
import type { Call, DoorHouse } from './call';
import { checkBook } from './check';
import type { DoorServer } from './serve';

/** What is kept of a profile in which something was lost, to be looked at. */
const EVIDENCE = '.output/soak-evidence';

/** So many books stand side by side in a lane: one end of a browser meets each of them at another point of its save. */
export const BOOKS = 4;

export const profileFolder = () => mkdtempSync(join(tmpdir(), 'zhanggui-door-'));
export const removeFolder = (path: string) =>
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });

/**
 * Books in one browser, each at an address of its own, which are harmed again and again. The start that finds out
 * what the last harm did is the one in which the books are written on: half the starts, and faults that need two
 * harms are found too.
 */
export interface Lane {
  readonly profile: () => string;
  /** From here on other books, in a profile of their own. */
  readonly renew: (profile: string) => Promise<void>;
  /** The books of this round, in a browser that is started where there is none; `opened` when they are open. */
  readonly doors: (opened?: boolean) => Promise<readonly Call[]>;
  readonly kill: () => Promise<void>;
  /** Hears what was acknowledged in this round, and is going to ask for it at each check. */
  readonly hear: () => number;
  /** The browser is gone: it is started again and looked whether all is there. */
  readonly check: (where: string) => Promise<void>;
  /** Closes the browser between rounds; the next one starts it again. */
  readonly rest: () => Promise<void>;
}

export function openLane(server: DoorServer, backend: Backend): Lane {
  const urls = server.urls.slice(0, BOOKS);
  const acked = urls.map(() => new Set<string>());
  let profile = '';
  let house: DoorHouse | null = null;
  let doors: readonly Call[] = [];
  let open = false;
  const end = async (how: 'close' | 'kill') => {
    await house?.[how]();
    house = null;
    doors = [];
    open = false;
  };
  const begin = async (): Promise<readonly Call[]> => {
    if (!house) {
      house = await openHouse(profile, backend);
      doors = await Promise.all(urls.map(house.visit));
    }
    return doors;
  };
  return {
    profile: () => profile,
    renew: async (next) => {
      await end('kill');
      profile = next;
      for (const texts of acked) texts.clear();
      server.acked();
    },
    doors: async (opened = true) => {
      const here = await begin();
      if (opened && !open) await Promise.all(here.map((call) => call('open')));
      open ||= opened;
      return here;
    },
    kill: () => end('kill'),
    hear: () => {
      const fresh = server.acked();
      for (const [place, texts] of acked.entries()) for (const text of fresh[place]!) texts.add(text);
      return fresh.flat().length;
    },
    check: async (where) => {
      try {
        const calls = await begin();
        await Promise.all(
          calls.map((call, place) => checkBook(call, acked[place]!, `${where}, book ${place}`)),
        );
        open = true;
      } catch (error) {
        await end('kill');
        mkdirSync(EVIDENCE, { recursive: true });
        cpSync(profile, join(EVIDENCE, where.replace(/\W+/g, '-')), { recursive: true, force: true });
        throw error;
      }
    },
    rest: () => end('close'),
  };
}
