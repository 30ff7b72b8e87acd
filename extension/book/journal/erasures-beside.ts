import { derivedId } from '@shared/records/id';
import type { Erasure } from '@shared/records/privacy';
import * as v from 'valibot';
import { creating } from '../changes';
import type { Plan } from '../draft';
import type { SmallStore } from './news';

/** Salted hashes and days, nothing about anybody. */
const KEY = 'book-erasures';
const listSchema = v.array(v.strictObject({ hash: v.string(), salt: v.string(), erasedOn: v.string() }));

type Kept = Pick<Erasure, 'hash' | 'salt' | 'erasedOn'>;

/**
 * Remembers beside the book what was erased from it: an older backup, or an older copy of the profile, that takes
 * the book's place knows nothing of it.
 */
export async function rememberErasures(small: SmallStore, erasures: readonly Kept[]): Promise<void> {
  const known = await read(small);
  const all = new Map([...known, ...erasures].map((one) => [one.hash, one]));
  if (all.size === known.length) return;
  const list = [...all.values()].map(({ hash, salt, erasedOn }) => ({ hash, salt, erasedOn }));
  await small.set({ [KEY]: list });
}

/** What was once erased here and this book does not know of, as a plan to write; `null` for nothing. */
export async function erasuresMissing(small: SmallStore, erasures: readonly Kept[]): Promise<Plan | null> {
  const here = new Set(erasures.map(({ hash }) => hash));
  const missing = (await read(small)).filter(({ hash }) => !here.has(hash));
  if (missing.length === 0) return null;
  const changes = missing.map((one) => creating('erasures', derivedId('erasure', one.hash), one));
  return { buyerId: null, changes };
}

async function read(small: SmallStore): Promise<readonly Kept[]> {
  const parsed = v.safeParse(listSchema, (await small.get(KEY))[KEY]);
  return parsed.success ? parsed.output : [];
}
