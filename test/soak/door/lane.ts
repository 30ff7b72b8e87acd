import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Backend, type DoorBrowser, openDoor } from './browser';
import { checkBook } from './check';
import type { DoorServer } from './serve';

/** What is kept of a profile in which something was lost, to be looked at. */
const EVIDENCE = '.output/soak-evidence';

export const profileFolder = () => mkdtempSync(join(tmpdir(), 'zhanggui-door-'));
export const removeFolder = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 5 });

/**
 * A book that is harmed again and again. The start that finds out what the last harm did is the one in which the
 * next book is written: half the starts, and faults that need two harms are found too.
 */
export interface Lane {
  readonly profile: () => string;
  /** From here on another book, in a profile of its own. */
  readonly renew: (profile: string) => Promise<void>;
  /** The browser of this round; `opened` when its book is open. */
  readonly door: (opened?: boolean) => Promise<DoorBrowser>;
  /** Hears what was acknowledged in this round, and is going to ask for it at each check. */
  readonly hear: () => number;
  /** The browser is gone: it is started again and looked whether all is there. */
  readonly check: (where: string) => Promise<void>;
  /** Closes the browser between rounds; the next one starts it again. */
  readonly rest: () => Promise<void>;
}

export function openLane(server: DoorServer, backend: Backend): Lane {
  let profile = '';
  let door: DoorBrowser | null = null;
  let open = false;
  const acked = new Set<string>();
  const close = async (end: 'close' | 'kill') => {
    await door?.[end]();
    door = null;
    open = false;
  };
  const begin = async (): Promise<DoorBrowser> => {
    door ??= await openDoor(server.url, profile, backend);
    return door;
  };
  return {
    profile: () => profile,
    renew: async (next) => {
      await close('kill');
      profile = next;
      acked.clear();
      server.acked();
    },
    door: async (opened = true) => {
      const here = await begin();
      if (opened && !open) await here.call('open');
      open ||= opened;
      return here;
    },
    hear: () => {
      const fresh = server.acked();
      for (const text of fresh) acked.add(text);
      return fresh.length;
    },
    check: async (where) => {
      door = null;
      open = false;
      try {
        await checkBook((await begin()).call, acked, where);
        open = true;
      } catch (error) {
        await close('kill');
        mkdirSync(EVIDENCE, { recursive: true });
        cpSync(profile, join(EVIDENCE, where.replace(/\W+/g, '-')), { recursive: true, force: true });
        throw error;
      }
    },
    rest: () => close('close'),
  };
}
