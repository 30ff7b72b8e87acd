import { Dexie } from 'dexie';
import { isStored } from './open-raw';

/** How far from a number that is known generations are asked for by name. Old ones are dropped at each start. */
const AROUND = 16;
/** A browser that does not answer for so long, in milliseconds, is taken to refuse. */
const PATIENCE = 10_000;

const BOOK_NAME = /^zhanggui-book-(\d+)$/;

/** @example bookName(1) // => 'zhanggui-book-1' */
export function bookName(generation: number): string {
  return `zhanggui-book-${generation}`;
}

/**
 * Every generation on the disk, finished or not, in order.
 *
 * Firefox keeps each database in a file of its own, and gives no list at all while the first pages of a single one
 * can't be read. Generations are then asked for one by one, by their names.
 *
 * @param near a generation that is in use or was: without a list, only those around it are asked for
 */
export async function storedGenerations(near: number): Promise<readonly number[]> {
  const listed = await inTime(Dexie.getDatabaseNames()).catch(() => null);
  const found = listed ? listed.flatMap(generationOf) : await askedByName(near);
  return found.toSorted((a, b) => a - b);
}

function generationOf(name: string): readonly number[] {
  const match = BOOK_NAME.exec(name);
  return match ? [Number(match[1])] : [];
}

async function askedByName(near: number): Promise<readonly number[]> {
  const first = Math.max(1, near - AROUND);
  const asked = Array.from({ length: near + AROUND - first + 1 }, (_, place) => first + place);
  const there = await Promise.all(asked.map((generation) => isThere(bookName(generation))));
  return asked.filter((_, place) => there[place]);
}

/** What can't be opened counts as there: its name is of no use for a new book. */
async function isThere(name: string): Promise<boolean> {
  try {
    return await inTime(isStored(name, Dexie.dependencies.indexedDB));
  } catch {
    return true;
  }
}

/**
 * What the browser was asked to do with its stored databases, given up after a while.
 *
 * @throws what the browser says, or that it says nothing
 */
export async function inTime<T>(asked: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SilentDisk()), PATIENCE);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Read like the browser's own word for a database that it can neither open nor delete. */
class SilentDisk extends Error {
  override readonly name = 'UnknownError';

  constructor() {
    super(`The browser did not answer for its stored databases within ${PATIENCE / 1000} s.`);
  }
}
