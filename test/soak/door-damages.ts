import { cpSync } from 'node:fs';
import { seededRandom } from '@analysis/numerics/random';
import { DAMAGES, type Damage, journalBit, oneBit } from '../e2e/support/damage';
import { type Backend, openHouse } from './door/browser';
import { checkBook } from './door/check';
import { profileFolder, removeFolder } from './door/lane';
import type { DoorServer } from './door/serve';
import type { SoakRound } from './round';

/** So many books stand side by side in one browser, each at an address of its own, and each is harmed alone. */
export const SITES = 20;
const SAVES = 30;
/** A browser that ends over a damaged book is started again, as its owner would: more than one may have to be. */
const STARTS = 6;
const ENDED = /browser has been closed/;

interface Harm {
  readonly name: string;
  readonly damage: Damage;
  readonly seed: number;
}

export function damages(server: DoorServer, backend: Backend): SoakRound {
  const kinds = Object.entries(DAMAGES[backend]);
  return harmed(server, backend, {
    name: `database damaged (${backend})`,
    unit: 'books given back',
    goal: 10,
    harms: (number) =>
      kinds.map(([name, damage], place) => ({ name, damage, seed: number * kinds.length + place })),
  });
}

const bits = (damage: Damage, name: string) => (number: number) =>
  Array.from({ length: SITES }, (_, place) => ({ name, damage, seed: number * SITES + place }));

export function flips(server: DoorServer, backend: Backend): SoakRound {
  return harmed(server, backend, {
    name: `one bit flipped (${backend})`,
    unit: 'books found whole or given back',
    goal: 1_000 / SITES,
    harms: bits(oneBit, 'bit'),
  });
}

export function journalFlips(server: DoorServer, backend: Backend): SoakRound {
  return harmed(server, backend, {
    name: `one bit of the journal flipped (${backend})`,
    unit: 'books found whole',
    goal: 200 / SITES,
    harms: bits(journalBit, 'journal bit'),
  });
}

function harmed(
  server: DoorServer,
  backend: Backend,
  kind: Pick<SoakRound, 'name' | 'unit' | 'goal'> & {
    readonly harms: (number: number) => readonly Harm[];
  },
): SoakRound {
  let master: Awaited<ReturnType<typeof prepared>> | null = null;
  const { harms, ...told } = kind;

  /** Looks at every book in one browser; what is wrong with them. */
  async function lookedAt(
    profile: string,
    now: readonly Harm[],
    starts = STARTS,
  ): Promise<readonly string[]> {
    const house = await openHouse(profile, backend);
    try {
      const looked = await Promise.allSettled(
        now.map(async ({ name, seed }, place) => {
          const where = `${name} ${seed} (${backend})`;
          try {
            const call = await house.visit(server.urls[place]!);
            await checkBook(call, master!.acked[place]!, where, true);
          } catch (error) {
            const said = error instanceof Error ? error.message : String(error);
            throw new Error(said.startsWith(where) ? said : `${where}: ${said}`);
          }
        }),
      );
      const wrong = looked.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
      if (starts === 1 || !wrong.some((said) => ENDED.test(said))) return wrong;
      console.log(`the browser ended: ${kind.name}, ${now[0]!.seed} and after`);
    } finally {
      await house.close().catch(() => undefined);
    }
    return lookedAt(profile, now, starts - 1);
  }

  return {
    ...told,
    inRow: 3,
    run: async (number) => {
      master ??= await prepared(server, backend);
      const profile = profileFolder();
      try {
        cpSync(master.profile, profile, { recursive: true });
        const now = harms(number);
        for (const [place, { damage, seed }] of now.entries()) {
          damage(profile, seededRandom(seed), new URL(server.urls[place]!).port);
        }
        const wrong = await lookedAt(profile, now);
        if (wrong.length > 0) throw new Error(wrong.join('\n'));
        return now.length;
      } finally {
        removeFolder(profile);
      }
    },
    close: async () => {
      if (master) removeFolder(master.profile);
    },
  };
}

/** A profile with a book at every address, written in two sittings and closed properly; copied for each round. */
async function prepared(server: DoorServer, backend: Backend) {
  const profile = profileFolder();
  const acked = server.urls.map(() => new Set<string>());
  for (const sitting of ['first', 'second']) {
    const house = await openHouse(profile, backend);
    await Promise.all(
      server.urls.map(async (url, place) => {
        const call = await house.visit(url);
        await call('open');
        for (const text of (await call('write', `${sitting}-${place}`, SAVES, 0)).acked)
          acked[place]!.add(text);
      }),
    );
    await house.close();
  }
  server.acked();
  return { profile, acked };
}
