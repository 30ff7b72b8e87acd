import { type Book, type RecordOf, TABLE_NAMES, type TableName } from '@shared/records/book';
import { momentOf, recordsCounted } from '../../measures/book-counts';
import { type BookView, inView } from '../../measures/book-view';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

/** Where a noun keeps its words, the first that has any. */
const WORDS = ['what', 'title', 'text', 'name', 'platform'] as const;

/** Records of the book by their noun (the mark), all or those of the days of the review. */
export function recordRows(
  set: 'records' | 'recordsLately',
  mark: string | null,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const noun = TABLE_NAMES.find((table) => table === mark);
  return noun === undefined ? [] : rowsOf(noun, set === 'recordsLately', book, view, names);
}

function rowsOf<Table extends TableName>(
  noun: Table,
  lately: boolean,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const moment = momentOf(noun);
  return recordsCounted(noun, book).flatMap((record: RecordOf<Table>) => {
    const at = moment?.(record) ?? null;
    if (lately && (at === null || !inView(at, view))) return [];
    const buyerId = noun === 'buyers' ? record.id : textAt(record, 'buyerId');
    const said = WORDS.map((key) => textAt(record, key)).find((text) => text !== '') ?? '';
    return [saidRow({ buyerId, what: noun === 'buyers' ? '' : said, at, money: null }, view, names)];
  });
}

function textAt(record: object, key: string): string {
  const value: unknown = key in record ? Reflect.get(record, key) : undefined;
  return typeof value === 'string' ? value : '';
}
