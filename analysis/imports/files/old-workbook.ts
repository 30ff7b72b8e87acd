import { compoundStream } from './compound';
import { createRecords, type RecordReader } from './old-records';
import { sharedOldTexts, textOf } from './old-texts';
import { type Row, type Table, tableOfRows } from './table';
import { isDateFormat, numberText, serialDate } from './workbook-cells';

export type OldWorkbook =
  | { readonly ok: true; readonly tables: readonly Table[] }
  | { readonly ok: false; readonly why: 'damaged' | 'locked' };

const FORMULA = 0x0006;
const END = 0x000a;
const DATE_MODE = 0x0022;
const LOCKED = 0x002f;
const CODE_PAGE = 0x0042;
const SHEET = 0x0085;
const NUMBERS = 0x00bd;
const RICH_TEXT = 0x00d6;
const STYLE = 0x00e0;
const SHARED_TEXTS = 0x00fc;
const SHARED_TEXT = 0x00fd;
const NUMBER = 0x0203;
const TEXT = 0x0204;
const TRUTH = 0x0205;
const FORMULA_TEXT = 0x0207;
const SMALL_NUMBER = 0x027e;
const FORMAT = 0x041e;
const BEGIN = 0x0809;

/** What all sheets share. */
interface Book {
  readonly sheets: { readonly name: string; readonly at: number }[];
  readonly texts: readonly string[];
  /** For each cell style, whether it shows a number as a date. */
  readonly dates: readonly boolean[];
  readonly since1904: boolean;
  /** Texts before Excel 97 are bytes of a code page. */
  readonly encoding: string | null;
}

/**
 * The sheets of a workbook of the old kind (.xls, Excel 5 to 2003; MS-XLS), which shop back-ends still write. Only
 * values are read: formulas give their last result, nothing is computed or followed.
 */
export function oldWorkbookTables(bytes: Uint8Array): OldWorkbook {
  const stream = compoundStream(bytes, 'Workbook') ?? compoundStream(bytes, 'Book');
  if (stream === null) return { ok: false, why: 'damaged' };
  try {
    const book = globalsOf(createRecords(stream));
    if (book === 'locked') return { ok: false, why: 'locked' };
    const tables = book.sheets.map(({ name, at }) =>
      tableOfRows(name, sheetRows(createRecords(stream, at), book), 'xls'),
    );
    return tables.length > 0 ? { ok: true, tables } : { ok: false, why: 'damaged' };
  } catch (problem) {
    // What points outside of the file is a file that is not whole.
    if (problem instanceof RangeError) return { ok: false, why: 'damaged' };
    throw problem;
  }
}

function globalsOf(records: RecordReader): Book | 'locked' {
  const sheets: { name: string; at: number }[] = [];
  const custom = new Map<number, boolean>();
  const formats: number[] = [];
  let texts: readonly string[] = [];
  let since1904 = false;
  let encoding: string | null = null;
  for (let record = records.next(); record !== null && record.kind !== END; record = records.next()) {
    const { view } = record;
    if (record.kind === BEGIN && view.getUint16(0, true) < 0x0600) encoding = 'windows-1252';
    else if (record.kind === LOCKED) return 'locked';
    else if (record.kind === DATE_MODE) since1904 = view.getUint16(0, true) === 1;
    else if (record.kind === CODE_PAGE && encoding !== null) encoding = codePage(view.getUint16(0, true));
    else if (record.kind === FORMAT) {
      const code = textOf(record, 2, encoding === null ? 2 : 1, encoding);
      custom.set(view.getUint16(0, true), isDateFormat(code));
    } else if (record.kind === STYLE) formats.push(view.getUint16(2, true));
    else if (record.kind === SHARED_TEXTS) texts = sharedOldTexts(record, records);
    else if (record.kind === SHEET && view.getUint8(5) === 0)
      sheets.push({ name: textOf(record, 6, 1, encoding), at: view.getUint32(0, true) });
  }
  const dates = formats.map((id) => custom.get(id) ?? isDateFormat(id));
  return { sheets, texts, dates, since1904, encoding };
}

function codePage(page: number): string {
  const known: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gb18030', 950: 'big5' };
  return known[page] ?? 'windows-1252';
}

function sheetRows(records: RecordReader, book: Book): Row[] {
  const rows = new Map<number, string[]>();
  const put = (row: number, column: number, text: string) => {
    if (text === '') return;
    const cells = rows.get(row) ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
    rows.set(row, cells);
  };
  const shown = (value: number, style: number) =>
    book.dates[style] ? serialDate(value, book.since1904) : numberText(value);
  let waiting: readonly [number, number] | null = null;
  // A sheet may hold charts with a beginning and an end of their own.
  let depth = 0;
  for (let record = records.next(); record !== null; record = records.next()) {
    const { kind, view } = record;
    if (kind === BEGIN) depth++;
    if (kind === END && --depth <= 0) break;
    if (depth > 1 || view.byteLength < 6) continue;
    const [row, column, style] = [view.getUint16(0, true), view.getUint16(2, true), view.getUint16(4, true)];
    if (kind === SHARED_TEXT) put(row, column, book.texts[view.getUint32(6, true)] ?? '');
    else if (kind === TEXT || kind === RICH_TEXT) put(row, column, textOf(record, 6, 2, book.encoding));
    else if (kind === NUMBER) put(row, column, shown(view.getFloat64(6, true), style));
    else if (kind === SMALL_NUMBER) put(row, column, shown(smallNumber(view, 6), style));
    else if (kind === TRUTH && view.getUint8(7) === 0)
      put(row, column, view.getUint8(6) === 1 ? 'TRUE' : 'FALSE');
    else if (kind === NUMBERS)
      for (let at = 4, next = column; at + 8 <= view.byteLength; at += 6, next++)
        put(row, next, shown(smallNumber(view, at + 2), view.getUint16(at, true)));
    else if (kind === FORMULA) {
      if (view.getUint16(12, true) !== 0xffff) put(row, column, shown(view.getFloat64(6, true), style));
      else if (view.getUint8(6) === 0) waiting = [row, column];
    } else if (kind === FORMULA_TEXT && waiting !== null) {
      put(...waiting, textOf(record, 0, 2, book.encoding));
      waiting = null;
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => ({ line: row + 1, cells }));
}

/** A number in four bytes: 30 bits of a whole number or the top of a float, either perhaps times 100. */
function smallNumber(view: DataView, at: number): number {
  const packed = view.getInt32(at, true);
  let value = packed >> 2;
  if ((packed & 2) === 0) {
    const wide = new DataView(new ArrayBuffer(8));
    wide.setInt32(4, packed & ~3, true);
    value = wide.getFloat64(0, true);
  }
  return (packed & 1) === 1 ? value / 100 : value;
}
