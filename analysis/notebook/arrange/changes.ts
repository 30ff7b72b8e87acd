import type { Filter } from '../../parts';
import type { NoteCell, QuestionCell, Sheet, SheetCell } from './sheet';

/** An id no cell of the sheet has, nor had: cells taken out and put back must not meet another's numbers. */
export function freshId(sheet: Sheet): string {
  const last = Math.max(0, ...sheet.cells.map(({ id }) => Number(/^c(\d+)$/.exec(id)?.[1] ?? 0)));
  return `c${last + 1}`;
}

/** A new cell at the end, or behind another one. */
function put(sheet: Sheet, cell: SheetCell, behind: string | null): Sheet {
  const at = behind === null ? -1 : sheet.cells.findIndex(({ id }) => id === behind);
  const place = at < 0 ? sheet.cells.length : at + 1;
  return { ...sheet, cells: sheet.cells.toSpliced(place, 0, cell) };
}

/** The sheet with a question of the catalogue more. */
export function withQuestion(sheet: Sheet, name: string, behind: string | null = null): Sheet {
  const cell: QuestionCell = { id: freshId(sheet), kind: 'question', name, filter: {} };
  return put(sheet, cell, behind);
}

/** The sheet with a note more. */
export function withNote(sheet: Sheet, text: string, behind: string | null = null): Sheet {
  const cell: NoteCell = { id: freshId(sheet), kind: 'note', text };
  return put(sheet, cell, behind);
}

export function withoutCell(sheet: Sheet, id: string): Sheet {
  return { ...sheet, cells: sheet.cells.filter((cell) => cell.id !== id) };
}

/** A cell further up (negative) or down; at the edge it stays. */
export function movedBy(sheet: Sheet, id: string, steps: number): Sheet {
  const from = sheet.cells.findIndex((cell) => cell.id === id);
  const to = Math.min(sheet.cells.length - 1, Math.max(0, from + steps));
  if (from < 0 || from === to) return sheet;
  const cell = sheet.cells[from]!;
  return { ...sheet, cells: sheet.cells.toSpliced(from, 1).toSpliced(to, 0, cell) };
}

/** A cell to the place where another one stands. */
export function movedTo(sheet: Sheet, id: string, target: string): Sheet {
  const from = sheet.cells.findIndex((cell) => cell.id === id);
  const to = sheet.cells.findIndex((cell) => cell.id === target);
  return from < 0 || to < 0 ? sheet : movedBy(sheet, id, to - from);
}

/** Without the sides that are set to nothing. */
function tidy(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
}

export function withFilter(sheet: Sheet, filter: Filter): Sheet {
  return { ...sheet, filter: tidy(filter) };
}

export function withCellFilter(sheet: Sheet, id: string, filter: Filter): Sheet {
  return changed(sheet, id, (cell) => (cell.kind === 'question' ? { ...cell, filter: tidy(filter) } : cell));
}

export function withText(sheet: Sheet, id: string, text: string): Sheet {
  return changed(sheet, id, (cell) => (cell.kind === 'note' ? { ...cell, text } : cell));
}

function changed(sheet: Sheet, id: string, change: (cell: SheetCell) => SheetCell): Sheet {
  return { ...sheet, cells: sheet.cells.map((cell) => (cell.id === id ? change(cell) : cell)) };
}
