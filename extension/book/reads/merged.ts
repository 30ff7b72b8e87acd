import type { Buyer } from '@shared/records/buyer';
import type { BookDb } from '../schema';

/** A file merged into a file merged into … ends long before; two that point at each other must not hang a page. */
const LONGEST = 50;

/**
 * The buyer an id stands for today: a file that was merged into another one leads there. `null` when there is
 * none.
 */
export async function livingBuyer(db: BookDb, id: string): Promise<Buyer | null> {
  let buyer = await db.buyers.get(id);
  for (let step = 0; step < LONGEST && buyer && goesOn(buyer); step++) {
    const target = await db.buyers.get(buyer.mergedInto);
    if (!target || target.deleted || target.id === id) break;
    buyer = target;
  }
  return buyer && !buyer.deleted ? buyer : null;
}

/** A book read before its upgrade has records without the field. */
function goesOn(buyer: Buyer): buyer is Buyer & { readonly mergedInto: string } {
  return typeof buyer.mergedInto === 'string' && !buyer.deleted;
}

/** The same for many at once: by the id that was asked for. */
export async function livingBuyers(db: BookDb, ids: readonly string[]): Promise<ReadonlyMap<string, Buyer>> {
  const wanted = [...new Set(ids)];
  const rows = await db.buyers.bulkGet(wanted);
  const found = await Promise.all(
    wanted.map(async (id, index): Promise<readonly [string, Buyer | null]> => {
      const row = rows[index];
      if (!row || row.deleted) return [id, null];
      return [id, goesOn(row) ? await livingBuyer(db, id) : row];
    }),
  );
  return new Map(found.filter((entry): entry is [string, Buyer] => entry[1] !== null));
}

/** The files that were merged into this one, and into those: their history is part of its history. */
export async function mergedFiles(db: BookDb, id: string): Promise<readonly Buyer[]> {
  const found = new Map<string, Buyer>();
  let last = [id];
  while (last.length > 0) {
    const rows = await db.buyers.where('mergedInto').anyOf(last).toArray();
    const fresh = rows.filter((row) => !row.deleted && row.id !== id && !found.has(row.id));
    for (const row of fresh) found.set(row.id, row);
    last = fresh.map((row) => row.id);
  }
  return [...found.values()];
}
