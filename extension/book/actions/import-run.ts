import type { Action } from '@shared/records/action';
import { derivedId, newId } from '@shared/records/id';
import type { Ack, Refusal } from '../ack';
import type { OpenBook } from '../open';
import { type ListPreview, NO_LISTS, type SortedBuyer, takenBuyers } from '../reads/buyer-lists';
import {
  AT_ONCE,
  IMPORT_SETTING,
  type ImportNote,
  type ImportPreview,
  importPart,
  type Sorted,
  takenRows,
} from '../reads/imports';
import { importBuyers } from './import-lists';
import { importOrders, type Taking } from './orders';
import { saveSetting } from './settings';
import { takenBack, undo } from './undo';

export interface ImportWish {
  readonly preview: ImportPreview;
  readonly taking: Taking;
  readonly buyers: boolean;
  /** Buyers of lists, as they were looked over. */
  readonly lists?: ListPreview;
  readonly files: readonly string[];
  /** Rows that could not be read. */
  readonly refused: number;
  readonly onPart: (part: number) => void;
  readonly signal: AbortSignal;
}

type Told = Omit<ImportNote, 'id'>;

/**
 * Takes buyers and orders into the book, part by part, so that a hundred thousand of them hold up nobody else who writes.
 * All parts belong together: they are listed as one import and taken back as one. Stopped half-way, what was
 * written stays listed and can be taken back; the same file again brings the rest.
 */
export async function runImport(book: OpenBook, wish: ImportWish): Promise<ImportNote | Refusal> {
  const id = newId(book.world);
  const rows = takenRows(wish.preview, wish.taking);
  const people = takenBuyers(wish.lists ?? NO_LISTS, wish.taking);
  const batches: readonly Batch[] = [
    // Buyers first: the orders that come after them find their accounts.
    ...inParts(people).map((some) => ({ kind: 'buyers', some }) as const),
    ...inParts(rows).map((some) => ({ kind: 'orders', some }) as const),
  ];
  const parts = batches.length;
  const done = { orders: { create: 0, update: 0 }, buyers: { create: 0, update: 0 } };
  let written = 0;
  const note = (): Told => ({
    at: new Date(book.world.now()).toISOString(),
    files: wish.files.map((file) => file.slice(0, 200)),
    taking: wish.taking,
    parts,
    created: done.orders.create,
    changed: done.orders.update,
    buyersCreated: done.buyers.create,
    buyersChanged: done.buyers.update,
    refused: wish.refused,
    reverted: null,
  });
  // Listed before the first part: whatever happens, it can be taken back.
  const begun = await saveNote(book, id, note());
  if (!begun.ok) return begun;
  for (const [part, batch] of batches.entries()) {
    if (wish.signal.aborted) break;
    const choice = { id: importPart(id, part), taking: wish.taking, buyers: wish.buyers };
    const ack =
      batch.kind === 'buyers'
        ? await importBuyers(book, batch.some, choice)
        : await importOrders(
            book,
            batch.some.map(({ order }) => order),
            choice,
          );
    if (!ack.ok) {
      if (written > 0) await saveNote(book, id, note());
      return ack;
    }
    for (const { fate } of batch.some) if (fate === 'create' || fate === 'update') done[batch.kind][fate]++;
    written++;
    wish.onPart(written / parts);
  }
  const last = note();
  const ended = await saveNote(book, id, last);
  return ended.ok ? { ...last, id } : ended;
}

type Batch =
  | { readonly kind: 'buyers'; readonly some: readonly SortedBuyer[] }
  | { readonly kind: 'orders'; readonly some: readonly Sorted[] };

function inParts<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) =>
    rows.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}

function saveNote(book: OpenBook, id: string, note: Told): Promise<Ack> {
  return saveSetting(book, IMPORT_SETTING + id, note);
}

/**
 * Takes one part back, once: a disk that answered too late may have written it all the same.
 *
 * @returns how many records went back
 */
async function takePartBack(book: OpenBook, action: Action): Promise<number | Refusal> {
  const id = derivedId('import-back', action.id);
  const before = await book.db.actions.get(id);
  if (before) return before.changes.length;
  const going = await takenBack(book, action);
  const ack = await undo(book, action.id, id);
  if (ack.ok) return going.length;
  return ack.reason === 'changed-since' ? 0 : ack;
}

/**
 * Takes a whole import back, the last part first: every field that still says what the import wrote goes back.
 * What was changed since stays, and is counted.
 */
export async function revertImport(
  book: OpenBook,
  { id, ...note }: ImportNote,
  onPart: (part: number) => void = () => undefined,
): Promise<ImportNote | Refusal> {
  let back = 0;
  let stays = 0;
  for (let part = note.parts - 1; part >= 0; part--) {
    const action = await book.db.actions.get(importPart(id, part));
    if (action) {
      const gone = await takePartBack(book, action);
      if (typeof gone !== 'number') return gone;
      back += gone;
      stays += action.inverse.length - gone;
    }
    onPart((note.parts - part) / note.parts);
  }
  const at = new Date(book.world.now()).toISOString();
  const told: Told = { ...note, reverted: { at, back, stays } };
  const ack = await saveNote(book, id, told);
  return ack.ok ? { ...told, id } : ack;
}
