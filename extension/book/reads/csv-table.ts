import type { ColumnWord, ColumnWords } from '@shared/i18n/columns';
import type { AnyRecord } from '@shared/records/apply';
import { BOOK_TABLES, type TableName } from '@shared/records/book';
import { ofSample } from '@shared/records/sample';
import { writeCsv } from '@shared/text/csv';
import type { Json } from '@shared/text/json';
import { type Money, moneyToMajor } from '@shared/text/money';
import type { OpenBook } from '../open';

/** Of the envelope only the record's own name is anything to a reader of a spreadsheet. */
const ENVELOPE: ReadonlySet<string> = new Set(['schema', 'seat', 'deleted', 'stamps']);
/** A picture is no text. */
const NO_TEXT: ReadonlySet<string> = new Set(['data']);

/** Records of a noun that are in the book, as a table for a spreadsheet, under the reader's words. */
export async function csvTable(book: OpenBook, table: TableName, words: ColumnWords): Promise<string> {
  const rows: readonly AnyRecord[] = await book.db.table(table).toArray();
  const living = rows.filter((row) => !row.deleted && !ofSample(row)) as unknown as readonly Row[];
  const fields = Object.keys(BOOK_TABLES[table].entries).filter(
    (field) => !ENVELOPE.has(field) && !NO_TEXT.has(field),
  ) as ColumnWord[];
  const money = new Set(fields.filter((field) => living.some((row) => isMoney(row[field]))));
  const ofBuyers = fields.includes('buyerId');
  const names = ofBuyers ? await namesOf(book, living) : new Map<string, string>();
  const columns = fields.flatMap((field): readonly Column[] => [
    { title: words.fields[field], text: (row) => cellText(row[field]) },
    ...(money.has(field)
      ? [{ title: `${words.fields[field]} (${words.fields.currency})`, text: currencyOf(field) }]
      : []),
  ]);
  const buyer: Column = { title: words.fields.buyer, text: (row) => names.get(String(row.buyerId)) ?? '' };
  const all = ofBuyers ? [buyer, ...columns] : columns;
  return writeCsv([all.map(({ title }) => title), ...living.map((row) => all.map(({ text }) => text(row)))]);
}

type Row = Readonly<Record<string, Json | undefined>>;

interface Column {
  readonly title: string;
  readonly text: (row: Row) => string;
}

async function namesOf({ db }: OpenBook, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map((row) => String(row.buyerId)))];
  const buyers = await db.buyers.bulkGet(ids);
  return new Map(buyers.flatMap((buyer) => (buyer ? [[buyer.id, buyer.name] as const] : [])));
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

function currencyOf(field: string): (row: Row) => string {
  return (row) => {
    const value: unknown = row[field];
    return isMoney(value) ? value.currency : '';
  };
}

/** A field as one cell: money as a plain number, a list by semicolons, anything deeper by its own names. */
function cellText(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (isMoney(value)) return String(moneyToMajor(value));
  if (Array.isArray(value)) return value.map(cellText).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${name}=${cellText(part)}`)
      .join(' ');
  return String(value);
}
