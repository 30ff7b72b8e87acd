import * as v from 'valibot';
import type { Kept } from './kept';

/**
 * Some damage in a stored database does not make the browser refuse it: the browser itself ends as soon as it reads
 * there. (Of a thousand single flipped bits seven did so to Chromium's SQLite.) The book is added up a moment after
 * every start, so a browser would end a moment after every start. A mark stands while the book is looked through, and
 * whoever finds it in a later life of the browser knows how the one before ended.
 */
const LOOKING = 'book-looking';
/** Of the browser's lives so many may end over it in a row, as they do when it is closed at such a moment. */
const OFTEN = 2;

/** `life`: the one in which it is being looked through, `null` in none; `ended`: earlier ones that ended over it. */
const markSchema = v.object({ generation: v.number(), life: v.nullable(v.string()), ended: v.number() });

type Looker = Pick<Kept, 'small' | 'life' | 'generation'>;

async function lifeOf({ life }: Looker): Promise<string | null> {
  return (await life?.().catch(() => null)) ?? null;
}

async function endedLives({ small, generation }: Looker, life: string): Promise<number> {
  const found = v.safeParse(markSchema, (await small.get(LOOKING))[LOOKING]);
  if (!found.success || found.output.generation !== generation) return 0;
  const { life: last, ended } = found.output;
  return last === null || last === life ? ended : ended + 1;
}

/** Whether the browser has ended so often over this stored book that it must not be read through once more. */
export async function endsTheBrowser(kept: Looker): Promise<boolean> {
  const life = await lifeOf(kept);
  return life !== null && (await endedLives(kept, life).catch(() => 0)) >= OFTEN;
}

/** Looks a stored book through, with the mark set meanwhile; `null` from it is a look that was broken off. */
export async function markedLook<T>(kept: Looker, look: () => Promise<T | null>): Promise<T | null> {
  const { small, generation } = kept;
  const life = await lifeOf(kept);
  if (life === null) return look();
  const ended = await endedLives(kept, life).catch(() => 0);
  const note = (now: string | null) => small.set({ [LOOKING]: { generation, life: now, ended } });
  await note(life).catch(() => undefined);
  let found: T | null = null;
  try {
    found = await look();
    return found;
  } finally {
    // Broken off says nothing, for better or worse.
    await (found === null ? note(null) : small.remove(LOOKING)).catch(() => undefined);
  }
}
