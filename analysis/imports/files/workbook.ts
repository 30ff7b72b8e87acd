import { type Row, type Table, tableOfRows } from './table';
import { cellText, dateStyles, sharedTexts, unescapeXml } from './workbook-cells';
import { elements } from './xml-elements';
import { unzipEntry, type ZipEntry } from './zip';

export type Workbook =
  | { readonly ok: true; readonly tables: readonly Table[] }
  | { readonly ok: false; readonly why: 'damaged' | 'too-big' };

/** Real sheets pack 10 to 30 times; a bomb packs a thousand times. */
const MAX_RATIO = 100;
const SMALL = 16 * 1024 * 1024;
const MAX_PART = 400 * 1024 * 1024;
const MAX_COLUMNS = 1000;

/** @example isWorkbook([]) // => false */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some((entry) => entry.name === 'xl/workbook.xml');
}

/**
 * The sheets of a workbook as text cells. Only the parts with known names are opened, each up to a limit that
 * follows the packed size; a document type, links and formulas are never followed. Ids stay text: a number cell
 * of more than 15 digits has lost its end in the spreadsheet and is handed on in E-notation, so that it is
 * refused as an id.
 */
export function workbookTables(bytes: Uint8Array, entries: readonly ZipEntry[]): Workbook {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const limit = Math.min(MAX_PART, Math.max(SMALL, bytes.length * MAX_RATIO));
  let left = limit;
  let why: 'damaged' | 'too-big' = 'damaged';
  const part = (name: string): string | null => {
    const entry = byName.get(name);
    if (!entry || entry.encrypted) return null;
    const read = unzipEntry(bytes, entry, left);
    if (!read.ok) {
      why = read.why;
      return null;
    }
    left -= entry.size;
    const decoder = new TextDecoder();
    const text =
      read.pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
    return /<!DOCTYPE/i.test(text.slice(0, 2000)) ? null : text;
  };
  const book = part('xl/workbook.xml');
  if (book === null) return { ok: false, why };
  const links = part('xl/_rels/workbook.xml.rels') ?? '';
  const texts = byName.has('xl/sharedStrings.xml') ? part('xl/sharedStrings.xml') : '';
  const styles = byName.has('xl/styles.xml') ? part('xl/styles.xml') : '';
  if (texts === null || styles === null) return { ok: false, why };
  const shared = sharedTexts(texts);
  const dates = dateStyles(styles);
  const since1904 = /date1904="(?:1|true)"/.test(book);
  const targets = new Map(
    [...links.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)].map((link) => relation(link[0])),
  );
  const tables: Table[] = [];
  for (const sheet of book.matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)) {
    const name = unescapeXml(/\bname="([^"]*)"/.exec(sheet[0])?.[1] ?? '');
    const target = targets.get(/\br:id="([^"]*)"|\b\w+:id="([^"]*)"/.exec(sheet[0])?.[1] ?? '');
    const path = target === undefined ? null : target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const xml = path === null ? null : part(path);
    if (xml === null) return { ok: false, why };
    const rows = sheetRows(xml, (attributes, inside) =>
      cellText(attributes, inside, shared, dates, since1904),
    );
    if (rows === null) return { ok: false, why: 'damaged' };
    tables.push(tableOfRows(name, rows, 'xlsx'));
  }
  return tables.length > 0 ? { ok: true, tables } : { ok: false, why };
}

function relation(tag: string): [string, string] {
  return [/\bId="([^"]*)"/.exec(tag)?.[1] ?? '', unescapeXml(/\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '')];
}

/** Cells by their own address (a sheet may say any size it likes); null when the sheet ends before its end. */
function sheetRows(xml: string, text: (attributes: string, inside: string) => string): Row[] | null {
  if (!/<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/.test(xml)) return null;
  const rows: Row[] = [];
  for (const row of elements(xml, 'row')) {
    const cells: string[] = [];
    for (const cell of elements(row.inside, 'c')) {
      const column = columnOf(cell.attributes) ?? cells.length;
      if (column >= MAX_COLUMNS) continue;
      while (cells.length < column) cells.push('');
      cells[column] = text(cell.attributes, cell.inside);
    }
    if (cells.some((cell) => cell !== '')) {
      rows.push({ line: Number(/\br="(\d+)"/.exec(row.attributes)?.[1] ?? rows.length + 1), cells });
    }
  }
  return rows;
}

function columnOf(attributes: string): number | null {
  const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
