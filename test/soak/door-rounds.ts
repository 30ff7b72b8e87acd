import { findChromium, findFirefox } from '../setup/browsers.mjs';
import type { Backend } from './door/browser';
import { noImages } from './door/image';
import { buildDoor, serveDoor } from './door/serve';
import { damages, flips, journalFlips, SITES } from './door-damages';
import { fullDisks, kills, moved, powerCuts } from './door-ends';
import type { SoakRound } from './round';

// Tries F-01, F-02, F-03, F-04, F-05, F-06, F-08, F-09, F-35 of test/faults.md.

/**
 * The write door under everything that happens to a disk, in both ways Chromium stores a database and in Firefox. One
 * page saves hundreds of times a second and tells the outside of each answer; whatever is done to it then, everything
 * it was told was kept is there afterwards, wholly.
 */
export async function doorRounds(): Promise<readonly SoakRound[]> {
  await buildDoor();
  const server = await serveDoor(SITES);
  const why = noImages();
  if (why) console.log(`skipped: power cuts and full disks, because ${why}.`);
  const chromium = Boolean(await findChromium());
  const firefox = Boolean(findFirefox());
  if (!firefox) console.log('skipped: the write door in Firefox, because no Firefox was found.');
  const backends: readonly Backend[] = [
    ...(chromium ? (['leveldb', 'sqlite'] as const) : []),
    ...(firefox ? (['firefox'] as const) : []),
  ];
  const [first, ...others] = backends.flatMap((backend) => [
    kills(server, backend),
    ...(why ? [] : [powerCuts(server, backend), fullDisks(server, backend)]),
    damages(server, backend),
    flips(server, backend),
    journalFlips(server, backend),
  ]);
  if (!first) return [];
  const close = async () => {
    await first.close?.();
    await server.close();
  };
  return [{ ...first, close }, ...others, ...(chromium ? [moved(server)] : [])];
}
