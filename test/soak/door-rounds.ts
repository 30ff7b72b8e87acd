import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@analysis/numerics/random';
import { DAMAGES, oneBit } from '../e2e/support/damage';
import { type Backend, openDoor } from './door/browser';
import { checkAfter, saving } from './door/check';
import { noImages, openImage } from './door/image';
import { buildDoor, type DoorServer, serveDoor } from './door/serve';
import type { SoakRound } from './round';

// Tries F-01, F-02, F-04, F-06, F-08, F-09, F-35 of test/faults.md.

/**
 * The write door under everything that happens to a disk, in both ways Chromium stores a database. One page saves
 * hundreds of times a second and tells the outside of each answer; whatever is done to it then, everything it was
 * told was kept is there afterwards, wholly.
 */
const BACKENDS: readonly Backend[] = ['leveldb', 'sqlite'];
/** A profile is killed so often before a fresh one begins: a book that grows and grows slows the round down. */
const KILLS_PER_PROFILE = 15;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const folder = () => mkdtempSync(join(tmpdir(), 'zhanggui-door-'));
const remove = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 5 });

export async function doorRounds(): Promise<readonly SoakRound[]> {
  await buildDoor();
  const server = await serveDoor();
  const why = noImages();
  if (why) console.log(`skipped: power cuts and full disks, because ${why}.`);
  const each = BACKENDS.flatMap((backend) => [
    kills(server, backend),
    damages(server, backend),
    flips(server, backend),
    ...(why ? [] : [powerCuts(server, backend), fullDisks(server, backend)]),
  ]);
  return [...each, moved(server)];
}

/** The browser is updated and stores its databases in another way from then on (F-35): the journal has the book. */
function moved(server: DoorServer): SoakRound {
  return {
    name: 'databases in the other storage',
    unit: 'acknowledged saves',
    goal: 20,
    run: async (number) => {
      const [before, after] = number % 2 === 0 ? BACKENDS : BACKENDS.toReversed();
      const { profile, acked } = await prepared(server, before!, 60);
      try {
        await checkAfter(server, profile, after!, acked, `${before} to ${after}, round ${number}`, true);
        return acked.size;
      } finally {
        remove(profile);
      }
    },
  };
}

function kills(server: DoorServer, backend: Backend): SoakRound {
  let profile = folder();
  const acked = new Set<string>();
  return {
    name: `door killed (${backend})`,
    unit: 'acknowledged saves',
    goal: 1_000,
    run: async (number) => {
      const random = seededRandom(number);
      if (number % KILLS_PER_PROFILE === 0) {
        remove(profile);
        profile = folder();
        acked.clear();
      }
      const door = await openDoor(server.url, profile, backend);
      await door.call('open');
      server.acked();
      const running = saving(door, `k${number}`, 100_000, 0);
      await pause(100 + random() * 1_500);
      await door.kill();
      await running;
      const fresh = server.acked();
      for (const text of fresh) acked.add(text);
      // One time in three the database does not survive it either.
      if (random() < 1 / 3) DAMAGES[backend]['the folder is gone']!(profile, random);
      await checkAfter(server, profile, backend, acked, `kill ${number}`);
      return fresh.length;
    },
    close: async () => {
      remove(profile);
      await server.close();
    },
  };
}

/** A profile with a book of so many saves, closed properly; made once and copied for each round. */
async function prepared(server: DoorServer, backend: Backend, saves: number) {
  const profile = folder();
  const door = await openDoor(server.url, profile, backend);
  await door.call('open');
  const acked = new Set((await door.call('write', 'p', saves, 0)).acked);
  await door.close();
  return { profile, acked };
}

function damages(server: DoorServer, backend: Backend): SoakRound {
  const kinds = Object.entries(DAMAGES[backend]);
  let master: Awaited<ReturnType<typeof prepared>> | null = null;
  return {
    name: `database damaged (${backend})`,
    unit: 'books given back',
    goal: kinds.length * 10,
    run: async (number) => {
      master ??= await prepared(server, backend, 300);
      const [kind, damage] = kinds[number % kinds.length]!;
      const profile = folder();
      try {
        cpSync(master.profile, profile, { recursive: true });
        damage(profile, seededRandom(number));
        await checkAfter(server, profile, backend, master.acked, `${kind}, round ${number}`, true);
      } finally {
        remove(profile);
      }
      return 1;
    },
    close: async () => {
      if (master) remove(master.profile);
    },
  };
}

function flips(server: DoorServer, backend: Backend): SoakRound {
  let master: Awaited<ReturnType<typeof prepared>> | null = null;
  return {
    name: `one bit flipped (${backend})`,
    unit: 'books found whole or given back',
    goal: 1_000,
    run: async (number) => {
      master ??= await prepared(server, backend, 100);
      const profile = folder();
      try {
        cpSync(master.profile, profile, { recursive: true });
        oneBit(profile, seededRandom(number));
        await checkAfter(server, profile, backend, master.acked, `flip ${number}`, true);
      } finally {
        remove(profile);
      }
      return 1;
    },
    close: async () => {
      if (master) remove(master.profile);
    },
  };
}

function powerCuts(server: DoorServer, backend: Backend): SoakRound {
  return {
    name: `power cut (${backend})`,
    unit: 'acknowledged saves',
    goal: 500,
    run: async (number) => {
      const random = seededRandom(number);
      const disk = openImage(300);
      const profile = join(disk.folder, 'profile');
      try {
        const door = await openDoor(server.url, profile, backend);
        // Every fourth time within the first second of the first start: empty or whole, never half a book.
        if (number % 4 !== 0) await door.call('open');
        server.acked();
        const begun = number % 4 === 0 ? door.call('open').catch(() => undefined) : Promise.resolve();
        const running = begun.then(() => saving(door, `c${number}`, 100_000, random() < 0.5 ? 0 : 100));
        await pause(100 + random() * 3_000);
        await disk.cutPower(async () => {
          await door.kill();
          await running;
        });
        const acked = new Set(server.acked());
        await checkAfter(server, profile, backend, acked, `cut ${number}`);
        return acked.size;
      } finally {
        disk.close();
      }
    },
  };
}

function fullDisks(server: DoorServer, backend: Backend): SoakRound {
  return {
    name: `disk full (${backend})`,
    unit: 'acknowledged saves',
    goal: 100,
    run: async (number) => {
      const random = seededRandom(number);
      const disk = openImage(300);
      const profile = join(disk.folder, 'profile');
      try {
        const door = await openDoor(server.url, profile, backend);
        await door.call('open');
        server.acked();
        const running = saving(door, `f${number}`, 400, 5);
        await pause(200 + random() * 1_000);
        disk.fill();
        await running;
        // The seller goes on clicking: 50 saves, each answered.
        await saving(door, `f${number}-again`, 50, 0);
        const acked = new Set(server.acked());
        // With room again before the restart, or only after it.
        if (random() < 0.5) disk.free();
        await door.close();
        disk.free();
        await checkAfter(server, profile, backend, acked, `full ${number}`);
        return acked.size;
      } finally {
        disk.close();
      }
    },
  };
}
