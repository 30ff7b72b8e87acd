import { type BuyerInput, plainPhone } from '@analysis/imports/buyer-rows';
import { derivedId } from '@shared/records/id';
import { maskPhone } from '@shared/text/mask';
import type { Taking } from '../actions/orders';
import { buyerNews, isOwnBirthday, type KnownOf, type ListField, NOBODY } from '../buyer-news';
import type { OpenBook } from '../open';
import { AT_ONCE } from './imports';
import { livingBuyers } from './merged';

/**
 * `unclear`: two files have this phone number, or two rows have this name and nothing else that tells who it is;
 * only the seller can say who is meant, so the row is left alone.
 */
export type BuyerFate = 'create' | 'update' | 'same' | 'unclear';

export interface SortedBuyer {
  readonly input: BuyerInput;
  readonly fate: BuyerFate;
  /** The file that is brought up to date, or that will be opened. */
  readonly buyerId: string;
  /** What they are called in the book, or will be. */
  readonly name: string;
  readonly fields: readonly ListField[];
}

export interface ListPreview {
  readonly rows: readonly SortedBuyer[];
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  readonly unclear: number;
}

export const NO_LISTS: ListPreview = { rows: [], created: 0, changed: 0, same: 0, unclear: 0 };

/** What lists of buyers would do to the book, before it is done. */
export async function previewBuyers(
  book: OpenBook,
  inputs: readonly BuyerInput[],
  onPart: (part: number) => void = () => undefined,
): Promise<ListPreview> {
  if (inputs.length === 0) return NO_LISTS;
  const phones = await phonesOf(book, inputs);
  const targets = new Map<string, { input: BuyerInput; unclear: boolean }>();
  for (let at = 0; at < inputs.length; at += AT_ONCE) {
    const some = inputs.slice(at, at + AT_ONCE);
    const accounts = await ownersOf(book, some);
    for (const input of some) {
      const owners = phones.get(input.phone);
      const owner = accounts.get(accountOf(input)) ?? (owners?.size === 1 ? [...owners][0] : undefined);
      const id = owner ?? freshId(input);
      const before = targets.get(id);
      const namesakes = before !== undefined && onlyNamed(input) && !same(before.input, input);
      targets.set(id, {
        input: before ? joined(before.input, input) : input,
        unclear: before?.unclear || namesakes || (owner === undefined && (owners?.size ?? 0) > 1),
      });
    }
    onPart(Math.min(1, (at + AT_ONCE) / inputs.length) / 2);
  }
  const rows: SortedBuyer[] = [];
  const all = [...targets];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE);
    const known = await knownOf(
      book,
      some.map(([id, { input }]) => [id, input]),
    );
    for (const [buyerId, { input, unclear }] of some) {
      const own = known.get(buyerId) ?? NOBODY;
      const fields = buyerNews(input, own);
      const fate = unclear ? 'unclear' : !own.buyer ? 'create' : fields.length > 0 ? 'update' : 'same';
      rows.push({ input, fate, buyerId, fields, name: own.buyer?.name ?? nameOfInput(input) });
    }
    onPart(0.5 + Math.min(1, (at + AT_ONCE) / all.length) / 2);
  }
  const count = (fate: BuyerFate) => rows.filter((row) => row.fate === fate).length;
  return {
    rows,
    created: count('create'),
    changed: count('update'),
    same: count('same'),
    unclear: count('unclear'),
  };
}

/** The rows a choice takes. */
export function takenBuyers({ rows }: ListPreview, taking: Taking): readonly SortedBuyer[] {
  return rows.filter(
    ({ fate }) => (fate === 'create' || fate === 'update') && (taking === 'both' || fate === taking),
  );
}

/** What the book has of these buyers, and of the accounts their rows name. */
export async function knownOf(
  { db }: OpenBook,
  targets: readonly (readonly [string, BuyerInput])[],
): Promise<ReadonlyMap<string, KnownOf>> {
  const ids = targets.map(([id]) => id);
  const [buyers, notes, dates, accounts] = await Promise.all([
    livingBuyers(db, ids),
    db.notes.where('buyerId').anyOf(ids).toArray(),
    db.dates.where('buyerId').anyOf(ids).toArray(),
    db.accounts.where('buyerId').anyOf(ids).toArray(),
  ]);
  const said = new Map<string, Set<string>>();
  for (const { buyerId, text, deleted } of notes)
    if (!deleted) said.set(buyerId, (said.get(buyerId) ?? new Set()).add(text));
  const born = new Set(dates.filter(isOwnBirthday).map(({ buyerId }) => buyerId));
  const held = new Set(
    accounts
      .filter(({ deleted }) => !deleted)
      .map(({ buyerId, platform, key }) => JSON.stringify([buyerId, platform, key])),
  );
  return new Map(
    targets.map(([id, { platform, key }]) => [
      id,
      {
        buyer: buyers.get(id) ?? null,
        notes: said.get(id) ?? new Set(),
        birthday: born.has(id),
        account: held.has(JSON.stringify([id, platform, key])),
      },
    ]),
  );
}

/** What somebody is called who comes in by a list: their name, else what else tells them; a phone is masked. */
export function nameOfInput({ name, key, phone }: BuyerInput): string {
  return name || key || maskPhone(phone);
}

/**
 * The file that is opened for a row: the same one however often the list is taken in. Where the platform names the
 * buyer, it is the one that their chat or an order would open.
 */
function freshId({ platform, key, phone, name }: BuyerInput): string {
  if (platform !== null && key !== null) return derivedId('buyer', platform, 'platform', key);
  return phone !== '' ? derivedId('buyer', 'phone', phone) : derivedId('buyer', 'listed', name);
}

const accountOf = ({ platform, key }: BuyerInput) => JSON.stringify([platform, key]);

async function ownersOf(
  { db }: OpenBook,
  inputs: readonly BuyerInput[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = inputs.flatMap(({ platform, key }) =>
    platform === null || key === null ? [] : [[platform, 'platform', key]],
  );
  if (wanted.length === 0) return new Map();
  const accounts = (await db.accounts.where('[platform+strength+key]').anyOf(wanted).toArray()).filter(
    ({ deleted }) => !deleted,
  );
  const living = await livingBuyers(
    db,
    accounts.map(({ buyerId }) => buyerId),
  );
  return new Map(
    accounts.flatMap(({ platform, key, buyerId }) => {
      const owner = living.get(buyerId);
      return owner ? [[JSON.stringify([platform, key]), owner.id] as const] : [];
    }),
  );
}

/** Whose the phone numbers of a list are; a whole number, as it stands in a file, tells somebody as surely as a key. */
async function phonesOf(
  { db }: OpenBook,
  inputs: readonly BuyerInput[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const wanted = new Set(inputs.map(({ phone }) => phone).filter((phone) => phone !== ''));
  const found = new Map<string, Set<string>>();
  if (wanted.size === 0) return found;
  await db.buyers.each(({ id, phone, deleted, mergedInto }) => {
    if (deleted || mergedInto !== null || phone === '') return;
    const plain = plainPhone(phone);
    if (wanted.has(plain)) found.set(plain, (found.get(plain) ?? new Set()).add(id));
  });
  return found;
}

/** Two rows about one buyer: the later one is the newest word, and an empty cell takes nothing back. */
function joined(before: BuyerInput, later: BuyerInput): BuyerInput {
  const filled = Object.fromEntries(
    Object.entries(later).filter(([, value]) => value !== '' && value !== null && !isEmpty(value)),
  );
  return { ...before, ...filled, tags: [...new Set([...before.tags, ...later.tags])] };
}

/** Told from others by a name alone. */
const onlyNamed = ({ key, phone }: BuyerInput) => key === null && phone === '';
const same = (a: BuyerInput, b: BuyerInput) => JSON.stringify(a) === JSON.stringify(b);

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
