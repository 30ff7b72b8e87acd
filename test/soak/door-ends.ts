import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@analysis/numerics/random';
import { DAMAGES } from '../e2e/support/damage';
import { type Backend, openDoor } from './door/browser';
import { checkBook, savingInAll } from './door/check';
import { type DiskImage, openImage } from './door/image';
import { BOOKS, openLane, profileFolder, removeFolder } from './door/lane';
import type { DoorServer } from './door/serve';
import type { SoakRound } from './round';

/** A lane is harmed so often before fresh books begin: those that grow and grow slow the round down. */
const PER_LANE = 15;
const DISK_MEGABYTES = 300;
const UNIT = `acknowledged saves in ${BOOKS} books a round`;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Waits until a few saves were acknowledged, and a little longer, so that the next one is under way: on a busy
 * computer a time alone ends most rounds before their first save.
 */
async function underWay(server: DoorServer, random: () => number): Promise<void> {
  const enough = 1 + Math.floor(random() * 15 * BOOKS);
  const deadline = Date.now() + 10_000;
  while (server.heard() < enough && Date.now() < deadline) await pause(5);
  await pause(random() * 60);
}

export function kills(server: DoorServer, backend: Backend): SoakRound {
  const lane = openLane(server, backend);
  return {
    name: `door killed (${backend})`,
    unit: UNIT,
    goal: 1_000 / BOOKS,
    inRow: PER_LANE,
    run: async (number) => {
      const random = seededRandom(number);
      if (number % PER_LANE === 0 || lane.profile() === '') {
        removeFolder(lane.profile());
        await lane.renew(profileFolder());
      }
      const running = savingInAll(await lane.doors(), `k${number}`, 100_000, 0);
      await underWay(server, random);
      await lane.kill();
      await running;
      const fresh = lane.hear();
      // One time in three the database does not survive it either.
      if (random() < 1 / 3) DAMAGES[backend]['the folder is gone']!(lane.profile(), random);
      await lane.check(`killed ${backend} ${number}`);
      return fresh;
    },
    rest: lane.rest,
    close: async () => removeFolder(lane.profile()),
  };
}

/** A disk of its own with a book on it; both are made anew from time to time. */
function lanesOnDisk(server: DoorServer, backend: Backend) {
  const lane = openLane(server, backend);
  let disk: DiskImage | null = null;
  const close = async () => {
    await lane.rest();
    disk?.close();
    disk = null;
  };
  return {
    lane,
    close,
    disk: async (anew: boolean): Promise<DiskImage> => {
      if (anew) await close();
      if (!disk) {
        disk = openImage(DISK_MEGABYTES);
        await lane.renew(join(disk.folder, 'profile'));
      }
      return disk;
    },
  };
}

export function powerCuts(server: DoorServer, backend: Backend): SoakRound {
  const { lane, disk: diskOf, close } = lanesOnDisk(server, backend);
  return {
    name: `power cut (${backend})`,
    unit: UNIT,
    goal: 500 / BOOKS,
    inRow: PER_LANE,
    run: async (number) => {
      const random = seededRandom(number);
      const disk = await diskOf(number % PER_LANE === 0);
      // Every fourth time within the first second of a new shop: empty or whole, never half a book.
      const first = number % 4 === 0;
      if (first) {
        const old = lane.profile();
        await lane.renew(join(disk.folder, `profile-${number}`));
        removeFolder(old);
        mkdirSync(lane.profile());
      }
      const doors = await lane.doors(!first);
      const pauses = random() < 0.5 ? 0 : 100;
      const opened = first ? Promise.allSettled(doors.map((call) => call('open'))) : Promise.resolve();
      const running = opened.then(() => savingInAll(doors, `c${number}`, 100_000, pauses));
      await (first ? pause(random() * 1_000) : underWay(server, random));
      let fresh = 0;
      await disk.cutPower(
        () => {
          fresh = lane.hear();
        },
        async () => {
          await lane.kill();
          await running;
          server.acked();
        },
      );
      await lane.check(`cut ${backend} ${number}`);
      return fresh;
    },
    rest: lane.rest,
    close,
  };
}

export function fullDisks(server: DoorServer, backend: Backend): SoakRound {
  const { lane, disk: diskOf, close } = lanesOnDisk(server, backend);
  return {
    name: `disk full (${backend})`,
    unit: UNIT,
    goal: 100 / BOOKS,
    inRow: 5,
    run: async (number) => {
      const random = seededRandom(number);
      const disk = await diskOf(number % 5 === 0);
      const doors = await lane.doors();
      const running = savingInAll(doors, `f${number}`, 200, 5);
      await pause(100 + random() * 700);
      disk.fill();
      try {
        await running;
        // The seller goes on clicking: 50 saves, each answered.
        await savingInAll(doors, `f${number}-again`, 50, 0);
        const fresh = lane.hear();
        // With room again before the restart, only after it, or only after a start on the full disk.
        const way = Math.floor(random() * 3);
        if (way === 0) disk.free();
        await lane.rest();
        if (way === 2) {
          const second = await lane.doors(false);
          await Promise.all(second.map((call) => call('tryOpen', `f${number}-full`)));
          lane.hear();
          await lane.rest();
        }
        disk.free();
        await lane.check(`full ${backend} ${number}`);
        return fresh;
      } finally {
        disk.free();
      }
    },
    rest: lane.rest,
    close,
  };
}

/** The browser is updated and stores its databases in another way from then on (F-35): the journal has the book. */
export function moved(server: DoorServer): SoakRound {
  const backends = ['leveldb', 'sqlite'] as const;
  return {
    name: 'databases in the other storage',
    unit: 'acknowledged saves',
    goal: 20,
    run: async (number) => {
      const [before, after] = number % 2 === 0 ? backends : backends.toReversed();
      const profile = profileFolder();
      try {
        const first = await openDoor(server.url, profile, before!);
        await first.call('open');
        const acked = new Set((await first.call('write', 'm', 60, 0)).acked);
        await first.close();
        const second = await openDoor(server.url, profile, after!);
        try {
          await checkBook(second.call, acked, `${before} to ${after}, round ${number}`, true);
        } finally {
          await second.close();
        }
        return acked.size;
      } finally {
        removeFolder(profile);
      }
    },
  };
}
