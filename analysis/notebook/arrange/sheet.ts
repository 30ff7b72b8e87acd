import { isDay } from '@shared/calendar/day';
import * as v from 'valibot';
import type { Filter } from '../../parts';
import { type CatalogueEntry, catalogued } from '../cells/catalogue';

/** A question of the catalogue on a sheet, with what it alone is narrowed to. */
export interface QuestionCell {
  readonly id: string;
  readonly kind: 'question';
  /** Name in the catalogue. */
  readonly name: string;
  readonly filter: Filter;
}

/** The owner's own words, in Markdown. */
export interface NoteCell {
  readonly id: string;
  readonly kind: 'note';
  readonly text: string;
}

export type SheetCell = QuestionCell | NoteCell;

/** A page the owner has arranged: which questions, in which order, of which part of the data. */
export interface Sheet {
  readonly id: string;
  readonly name: string;
  /** For every cell that takes it; a cell's own goes before. */
  readonly filter: Filter;
  readonly cells: readonly SheetCell[];
}

const short = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.string(), v.check(isDay));
const filter = v.partial(
  v.object({
    from: day,
    to: day,
    platform: short,
    product: short,
    city: short,
    tag: short,
    grade: short,
    firstProduct: short,
    firstDiscount: short,
  }),
);
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const sheet = v.object({
  id,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  filter: v.optional(filter, {}),
  cells: v.pipe(
    v.array(
      v.variant('kind', [
        v.object({ id, kind: v.literal('question'), name: short, filter: v.optional(filter, {}) }),
        v.object({ id, kind: v.literal('note'), text: v.pipe(v.string(), v.maxLength(20_000)) }),
      ]),
    ),
    v.maxLength(200),
  ),
});

const FORMAT = 'zhanggui/sheet';

/**
 * A sheet from outside, or null when it is none. Questions that this version does not know are left out: the
 * rest of the sheet is still the owner's.
 */
export function readSheet(value: unknown): Sheet | null {
  const parsed = v.safeParse(sheet, value);
  if (!parsed.success) return null;
  const seen = new Set<string>();
  const cells = parsed.output.cells.filter((cell) => {
    if (seen.has(cell.id) || (cell.kind === 'question' && !catalogued(cell.name))) return false;
    seen.add(cell.id);
    return true;
  });
  // Stored once more by the compiler's eyes: absent keys stay absent.
  return { ...parsed.output, cells } as Sheet;
}

/** A sheet as a file. */
export function sheetFile(own: Sheet): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, sheet: own }, null, 2)}\n`;
}

/** A sheet from a file's text, or null when the file is something else. */
export function sheetFromFile(text: string): Sheet | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT)
      return null;
    return 'sheet' in value ? readSheet(value.sheet) : null;
  } catch {
    return null;
  }
}

/** What a cell is really narrowed to: the sheet's filter, the cell's own before it, and only what it takes. */
export function filterOf(own: Sheet, cell: QuestionCell, { sides, days }: CatalogueEntry): Filter {
  const all = { ...own.filter, ...cell.filter };
  const taken = Object.entries(all).filter(([key]) =>
    key === 'from' || key === 'to' ? days : (sides as readonly string[]).includes(key),
  );
  return Object.fromEntries(taken.sort(([a], [b]) => (a < b ? -1 : 1)));
}
