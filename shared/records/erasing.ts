import type { Json } from '../text/json';
import { isMasked } from '../text/mask';
import type { Action, Change } from './action';
import type { AnyRecord } from './apply';
import { type Book, TABLE_NAMES, type TableName } from './book';
import { BUYER_TABLES } from './buyer-tables';
import { erasedIds } from './erased-ids';
import type { Erasure } from './privacy';

/** Everything in a book that is about somebody, and what of other records only names them. */
export interface Traces {
  /** The buyer, and the files that were merged into theirs. */
  readonly buyers: ReadonlySet<string>;
  /** Records that are theirs, by table. */
  readonly own: ReadonlyMap<TableName, ReadonlySet<string>>;
  /** Records of somebody else, or of the shop, as they are without them. */
  readonly amended: ReadonlyMap<TableName, readonly AnyRecord[]>;
  readonly words: Telling;
}

/** What tells of whom a word speaks. */
interface Telling {
  /** Identifiers and numbers: no text that holds one may stay. */
  readonly marks: readonly string[];
  /** Names: a text that is one, whole. */
  readonly names: ReadonlySet<string>;
}

/** Records of the shop that may name a buyer inside what they hold. */
const NAMING: readonly TableName[] = ['settings', 'freezes'];
/** Fields by which a record of somebody else leads to a buyer. */
const LEADING: ReadonlySet<string> = new Set(['buyerId', 'broughtId', 'mergedInto', 'aboutId']);
/** Shorter ones stand in texts by chance. */
const MARK_LEAST = 6;

/** A book, or as much of it as can hold something about the buyers in question. */
export type PartOfBook = { readonly [Table in TableName]?: Book[Table] };

/**
 * Finds everything a book holds about some buyers. The rule for taking out, handing over and erasing is this one:
 * what is theirs by identifier; their orders by link or by the platform's own key; pictures of their records;
 * waits kept under their name beside a chat that can't be followed. Other people's words are left as they are.
 */
export function tracesOf(book: PartOfBook, buyerIds: Iterable<string>): Traces {
  const buyers = withMerged(book, buyerIds);
  const own = new Map<TableName, Set<string>>();
  const take = (table: TableName, id: string) => own.set(table, (own.get(table) ?? new Set()).add(id));
  for (const { id } of book.buyers ?? []) if (buyers.has(id)) take('buyers', id);
  for (const table of BUYER_TABLES) {
    for (const row of (book[table] ?? []) as readonly (AnyRecord & { readonly buyerId: string | null })[]) {
      if (row.buyerId !== null && buyers.has(row.buyerId)) take(table, row.id);
    }
  }
  const accounts = (book.accounts ?? []).filter(({ buyerId }) => buyers.has(buyerId));
  const links = (book.orderLinks ?? []).filter(({ buyerId }) => buyers.has(buyerId));
  const linked = new Set(links.map(({ platform, number }) => `${platform} ${number}`));
  const keyed = new Set(
    accounts.flatMap(({ platform, strength, key }) =>
      strength === 'platform' ? [`${platform} ${key}`] : [],
    ),
  );
  for (const { id, platform, number, buyerKey } of book.orders ?? []) {
    if (linked.has(`${platform} ${number}`) || keyed.has(`${platform} ${buyerKey}`)) take('orders', id);
  }
  const all = new Set([...own.values()].flatMap((ids) => [...ids]));
  for (const { id, aboutId } of book.pictures ?? []) if (all.has(aboutId)) take('pictures', id);
  const names = new Set(
    accounts
      .filter(({ displayName }) => !isMasked(displayName))
      .map((one) => `${one.platform} ${one.displayName}`),
  );
  for (const { id, buyerId, platform, name } of book.waits ?? []) {
    if (buyerId === null && names.has(`${platform} ${name}`)) take('waits', id);
  }
  const words = tellingWords(book, own);
  // A setting of one order or buyer is named by them.
  for (const { id } of book.settings ?? []) if (tells(id, words)) take('settings', id);
  return { buyers, own, amended: amendedIn(book, buyers, own, words), words };
}

/** The files that were merged into these, and into those. */
function withMerged(book: PartOfBook, buyerIds: Iterable<string>): ReadonlySet<string> {
  const all = new Set(buyerIds);
  for (let before = -1; before !== all.size; ) {
    before = all.size;
    for (const { id, mergedInto } of book.buyers ?? []) {
      if (mergedInto !== null && all.has(mergedInto)) all.add(id);
    }
  }
  return all;
}

function tellingWords(book: PartOfBook, own: Traces['own']): Telling {
  const mine = <Table extends TableName>(table: Table) =>
    (book[table] ?? []).filter(({ id }) => own.get(table)?.has(id)) as Book[Table];
  const marks = [
    ...[...own.values()].flatMap((ids) => [...ids]),
    ...mine('accounts').map(({ key }) => key),
    ...mine('orders').flatMap(({ number, courierNumber }) => [number, courierNumber ?? '']),
    ...mine('orderLinks').map(({ number }) => number),
    ...mine('buyers').map(({ phone }) => phone),
  ].filter((mark) => mark.length >= MARK_LEAST);
  const names = [
    ...mine('buyers').map(({ name }) => name),
    ...mine('accounts').map((one) => one.displayName),
  ];
  return { marks: [...new Set(marks)], names: new Set(names.filter((name) => name !== '')) };
}

function amendedIn(
  book: PartOfBook,
  buyers: ReadonlySet<string>,
  own: Traces['own'],
  words: Telling,
): Traces['amended'] {
  const mine = (id: string | null) => id !== null && buyers.has(id);
  // The owner typed who asked, and did not say which buyer that is.
  const named = (text: string) => [...words.names].some((name) => name.length > 1 && text.includes(name));
  const amended = new Map<TableName, readonly AnyRecord[]>();
  const put = (table: TableName, rows: readonly AnyRecord[]) => rows.length > 0 && amended.set(table, rows);
  put(
    'referrals',
    (book.referrals ?? [])
      .filter(({ id, broughtId }) => mine(broughtId) && !own.get('referrals')?.has(id))
      .map((row) => ({ ...row, broughtId: null, broughtName: '' })),
  );
  put(
    'requests',
    (book.requests ?? [])
      .filter(({ aboutId, who = '' }) => mine(aboutId ?? null) || (!aboutId && named(who)))
      .map((row) => ({ ...row, aboutId: null, who: '', note: '' })),
  );
  for (const table of NAMING) {
    const all = (book[table] ?? []) as readonly AnyRecord[];
    const rows = all.filter(({ id }) => !own.get(table)?.has(id));
    put(
      table,
      rows.flatMap((row) => {
        const next = { ...row, ...without(ownFields(row), words) };
        return JSON.stringify(next) === JSON.stringify(row) ? [] : [next as AnyRecord];
      }),
    );
  }
  return amended;
}

function ownFields(row: AnyRecord): Record<string, Json> {
  const { id, schema, seat, deleted, stamps, ...fields } = row as AnyRecord & Record<string, Json>;
  return fields as Record<string, Json>;
}

/** The same value without the words that tell; names of fields that do go with what they hold. */
function without<Value extends Json>(value: Value, words: Telling): Value {
  return scrubbed(value, words) as Value;
}

function scrubbed(value: Json, words: Telling): Json {
  if (typeof value === 'string') return tells(value, words) ? '' : value;
  if (Array.isArray(value)) return value.map((one) => scrubbed(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      tells(key, words) ? [] : [[key, scrubbed(one as Json, words)]],
    ),
  );
}

function tells(text: string, { marks, names }: Telling): boolean {
  return names.has(text) || marks.some((mark) => text.includes(mark));
}

/**
 * A line of the history without somebody: the same object where they are not in it, `null` where nothing else is.
 */
export function actionWithout(action: Action, traces: Traces): Action | null {
  if (!mayTell(action, traces)) return action;
  const changes = changesWithout(action.changes, traces);
  const inverse = changesWithout(action.inverse, traces);
  const theirs = action.buyerId !== null && traces.buyers.has(action.buyerId);
  if (!theirs && changes === action.changes && inverse === action.inverse) return action;
  if (changes.length === 0 && inverse.length === 0) return null;
  return { ...action, buyerId: theirs ? null : action.buyerId, changes, inverse };
}

/** Whether a line is to be looked at closely: of a long history hardly any is, and every one is asked. */
function mayTell({ buyerId, changes, inverse }: Action, traces: Traces): boolean {
  if (buyerId !== null && traces.buyers.has(buyerId)) return true;
  return changes.some((one) => mayTellIn(one, traces)) || inverse.some((one) => mayTellIn(one, traces));
}

function mayTellIn({ table, id, set }: Change, { own, buyers }: Traces): boolean {
  if (table === 'requests' || NAMING.includes(table) || own.get(table)?.has(id)) return true;
  for (const field of LEADING) {
    const value = set[field];
    if (typeof value === 'string' && buyers.has(value)) return true;
  }
  return false;
}

function changesWithout(changes: readonly Change[], traces: Traces): readonly Change[] {
  const left = changes.flatMap((change): readonly Change[] => {
    if (traces.own.get(change.table)?.has(change.id)) return [];
    const set = setWithout(change, traces);
    if (set === change.set) return [change];
    return Object.keys(set).length > 0 ? [{ ...change, set }] : [];
  });
  const same = left.length === changes.length && left.every((change, index) => change === changes[index]);
  return same ? changes : left;
}

/** Beside the identifier of somebody: who was brought, who had asked. */
const NAMED: ReadonlySet<string> = new Set(['broughtName', 'who', 'note']);

function setWithout({ table, id, set }: Change, { buyers, amended, words }: Traces): Change['set'] {
  const leads = (field: string, value: Json) =>
    LEADING.has(field) && typeof value === 'string' && buyers.has(value);
  let next = set;
  const asked = table === 'requests' && amended.get('requests')?.some((row) => row.id === id);
  const tells = asked && Object.keys(set).some((field) => NAMED.has(field));
  if (tells || Object.entries(set).some(([field, value]) => leads(field, value))) {
    const kept = Object.entries(set).filter(([field, value]) => !leads(field, value) && !NAMED.has(field));
    next = Object.fromEntries(kept);
  }
  if (!NAMING.includes(table)) return next;
  const clean = without(next as Record<string, Json>, words);
  return JSON.stringify(clean) === JSON.stringify(next) ? next : clean;
}

export interface WithoutErased {
  readonly book: Book;
  readonly actions: readonly Action[];
  /** Buyers who would have come back. */
  readonly buyers: number;
}

/**
 * A book from outside, or from before, without whom this one has erased: the same objects where nobody is
 * concerned. Every way by which records come in passes through here.
 */
export function withoutErased(
  book: Book,
  actions: readonly Action[],
  erasures: readonly Erasure[],
): WithoutErased {
  const known = erasures.filter(({ deleted }) => !deleted);
  if (known.length === 0) return { book, actions, buyers: 0 };
  const erased = erasedIds(known);
  const back = book.buyers.filter(({ id }) => erased(id)).map(({ id }) => id);
  const orders = new Set(book.orders.filter(({ id }) => erased(id)).map(({ id }) => id));
  if (back.length === 0 && orders.size === 0) return { book, actions, buyers: 0 };
  const traces = withOrders(tracesOf(book, back), orders);
  const tables = TABLE_NAMES.map((table) => [table, rowsWithout(book[table], table, traces)] as const);
  return {
    book: Object.fromEntries(tables) as unknown as Book,
    actions: actions.flatMap((action) => actionWithout(action, traces) ?? []),
    buyers: back.length,
  };
}

/** Orders that were erased by themselves: an old export may have brought one in again. */
export function withOrders(traces: Traces, orders: ReadonlySet<string>): Traces {
  const all = new Set([...(traces.own.get('orders') ?? []), ...orders]);
  return { ...traces, own: new Map([...traces.own, ['orders', all]]) };
}

function rowsWithout(rows: readonly AnyRecord[], table: TableName, traces: Traces): readonly AnyRecord[] {
  const own = traces.own.get(table);
  const amended = new Map(traces.amended.get(table)?.map((row) => [row.id, row]));
  if (!own && amended.size === 0) return rows;
  return rows.flatMap((row) => (own?.has(row.id) ? [] : [amended.get(row.id) ?? row]));
}
