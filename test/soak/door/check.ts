import type { Call } from './call';

/** The longest a save may take to be answered, one way or the other: 2 s and what a busy computer adds. */
const LONGEST = 3_000;

/**
 * Opens the book after whatever was done to it, and looks whether everything acknowledged is there, and nothing by
 * halves.
 *
 * @param deep waits until the book was added up too: a changed letter shows there only
 * @throws with what is missing
 */
export async function checkBook(
  call: Call,
  acked: ReadonlySet<string>,
  where: string,
  deep = false,
): Promise<void> {
  await call('open');
  if (deep) {
    await call('added');
    if (await call('moved')) {
      await call('close');
      await call('open');
    }
  }
  const { texts, faults } = await call('look');
  const there = new Set(texts);
  const lost = [...acked].filter((text) => !there.has(text));
  if (lost.length > 0)
    throw new Error(`${where}: lost ${lost.length} of ${acked.size}: ${lost.slice(0, 5).join(', ')}`);
  if (faults.length > 0) throw new Error(`${where}: ${faults.slice(0, 3).join('; ')}`);
}

/** Lets the page save on and on; what it says about it, or nothing when it was ended on the way. */
export async function saving(
  call: Call,
  name: string,
  count: number,
  pause: number,
): Promise<readonly string[]> {
  try {
    const { acked, took, stalled } = await call('write', name, count, pause);
    const slow = Math.max(0, ...took) - stalled;
    if (slow > LONGEST) throw new RangeError(`${name}: a save hung for ${Math.round(slow)} ms`);
    return acked;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // The browser is gone, as it was meant to be.
    return [];
  }
}

/** The same in each of some books at once. */
export async function savingInAll(
  doors: readonly Call[],
  name: string,
  count: number,
  pause: number,
): Promise<void> {
  await Promise.all(doors.map((call) => saving(call, name, count, pause)));
}
