import type { Action } from '@shared/records/action';
import { derivedId } from '@shared/records/id';
import type { Json } from '@shared/text/json';
import * as v from 'valibot';
import type { OrderInput, Taking } from '../actions/orders';
import type { OpenBook } from '../open';
import { orderNews } from '../order-news';
import { nameKey, nameOf, ordersNamed } from './orders';

/** An import is remembered in a setting of its own under this prefix. */
export const IMPORT_SETTING = 'import/';
/** Orders that are written, or looked up, at once: few enough that nobody waits long in between. */
export const AT_ONCE = 500;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const noteSchema = v.object({
  at: v.string(),
  files: v.array(v.string()),
  taking: v.picklist(['both', 'create', 'update']),
  /** In how many actions it was written. */
  parts: count,
  created: count,
  changed: count,
  /** Of lists of buyers; imports before there were such lists have none. */
  buyersCreated: v.optional(count, 0),
  buyersChanged: v.optional(count, 0),
  refused: count,
  /** What came of taking it back: fields of records that went back, and that stayed as they were changed since. */
  reverted: v.nullable(v.object({ at: v.string(), back: count, stays: count })),
});
export type ImportNote = v.InferOutput<typeof noteSchema> & { readonly id: string };

/** @example importPart('a', 0) === importPart('a', 0) // => true */
export function importPart(importId: string, part: number): string {
  return derivedId('import', importId, String(part));
}

export function readImportNote(id: string, value: Json): ImportNote | null {
  const parsed = v.safeParse(noteSchema, value);
  return parsed.success ? { ...parsed.output, id } : null;
}

/** All imports there were, the newest first. */
export async function importNotes({ db }: OpenBook): Promise<readonly ImportNote[]> {
  const prefix = `setting:${IMPORT_SETTING}`;
  const stored = await db.settings.where('id').startsWith(prefix).toArray();
  return stored
    .filter(({ deleted }) => !deleted)
    .flatMap(({ id, value }) => readImportNote(id.slice(prefix.length), value) ?? [])
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

export type OrderFate = 'create' | 'update' | 'same';

export interface Sorted {
  readonly order: OrderInput;
  readonly fate: OrderFate;
  /** What the book knows otherwise. */
  readonly fields: readonly string[];
}

export interface ImportPreview {
  readonly rows: readonly Sorted[];
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  /** Buyers whom the platform names and whom nobody knows yet. */
  readonly strangers: number;
  /** Orders with a memo that the book does not have yet. */
  readonly memos: number;
}

/** What an import would do, before it does it. */
export async function previewImport(
  book: OpenBook,
  orders: readonly OrderInput[],
  onPart: (part: number) => void = () => undefined,
): Promise<ImportPreview> {
  const latest = [...new Map(orders.map((order) => [nameKey(order), order])).values()];
  const rows: Sorted[] = [];
  const strangers = new Set<string>();
  for (let at = 0; at < latest.length; at += AT_ONCE) {
    const some = latest.slice(at, at + AT_ONCE);
    const stored = new Map((await ordersNamed(book, some.map(nameOf))).map((one) => [nameKey(one), one]));
    for (const order of some) {
      const known = stored.get(nameKey(order));
      const fields = known ? Object.keys(orderNews(order, known)) : [];
      rows.push({ order, fields, fate: !known ? 'create' : fields.length > 0 ? 'update' : 'same' });
    }
    for (const key of await unknownKeys(book, some)) strangers.add(key);
    onPart(Math.min(1, (at + AT_ONCE) / latest.length));
  }
  const countOf = (fate: OrderFate) => rows.filter((row) => row.fate === fate).length;
  return {
    rows,
    created: countOf('create'),
    changed: countOf('update'),
    same: countOf('same'),
    strangers: strangers.size,
    memos: rows.filter(({ order, fields, fate }) =>
      fate === 'create' ? order.sellerMemo !== '' : fields.includes('sellerMemo'),
    ).length,
  };
}

/** The rows a choice takes. */
export function takenRows({ rows }: ImportPreview, taking: Taking): readonly Sorted[] {
  return rows.filter(({ fate }) => fate !== 'same' && (taking === 'both' || fate === taking));
}

async function unknownKeys({ db }: OpenBook, orders: readonly OrderInput[]): Promise<readonly string[]> {
  const wanted = new Map(
    orders.flatMap(({ platform, buyerKey }) =>
      buyerKey === null ? [] : [[JSON.stringify([platform, buyerKey]), [platform, 'platform', buyerKey]]],
    ),
  );
  if (wanted.size === 0) return [];
  const accounts = await db.accounts
    .where('[platform+strength+key]')
    .anyOf([...wanted.values()])
    .toArray();
  for (const { deleted, platform, key } of accounts) {
    if (!deleted) wanted.delete(JSON.stringify([platform, key]));
  }
  return [...wanted.keys()];
}

export interface ImportResultRow {
  readonly platform: string;
  readonly number: string;
  readonly fate: 'create' | 'update';
  readonly fields: readonly string[];
}

/** What an import did, read from its actions: the first `limit` orders. */
export async function importResult(
  { db }: OpenBook,
  { id, parts }: ImportNote,
  limit: number,
): Promise<readonly ImportResultRow[]> {
  const rows: ImportResultRow[] = [];
  for (let part = 0; part < parts && rows.length < limit; part++) {
    const action = await db.actions.get(importPart(id, part));
    if (action) rows.push(...(await rowsOf(db, action)));
  }
  return rows.slice(0, limit);
}

export interface ImportedBuyer {
  readonly name: string;
  readonly fate: 'create' | 'update';
}

/** The buyers of lists that an import took in, read from its actions: the first `limit`. */
export async function importedBuyers(
  { db }: OpenBook,
  { id, parts }: ImportNote,
  limit: number,
): Promise<readonly ImportedBuyer[]> {
  const found: ImportedBuyer[] = [];
  for (let part = 0; part < parts && found.length < limit; part++) {
    const action = await db.actions.get(importPart(id, part));
    if (action?.name !== 'import-buyers') continue;
    const made = new Set(action.inverse.filter(({ set }) => set.deleted === true).map((change) => change.id));
    const own = action.changes.filter(({ table }) => table === 'buyers').map((change) => change.id);
    const beside = action.changes.flatMap(({ set: { buyerId } }) =>
      typeof buyerId === 'string' ? [buyerId] : [],
    );
    const ids = [...new Set([...own, ...beside])];
    const buyers = await db.buyers.bulkGet(ids);
    found.push(
      ...buyers.flatMap((buyer): readonly ImportedBuyer[] =>
        buyer ? [{ name: buyer.name, fate: made.has(buyer.id) ? 'create' : 'update' }] : [],
      ),
    );
  }
  return found.slice(0, limit);
}

async function rowsOf(db: OpenBook['db'], { changes, inverse }: Action): Promise<readonly ImportResultRow[]> {
  const made = new Set(inverse.filter(({ set }) => set.deleted === true).map((change) => change.id));
  const own = changes.filter(({ table }) => table === 'orders');
  const orders = await db.orders.bulkGet(own.map(({ id }) => id));
  return own.flatMap(({ id, set }, index): readonly ImportResultRow[] => {
    const order = orders[index];
    if (!order) return [];
    const { platform, number } = order;
    return made.has(id)
      ? [{ platform, number, fate: 'create', fields: [] }]
      : [{ platform, number, fate: 'update', fields: Object.keys(set) }];
  });
}
