import { type MonthDay, readMonthDay } from '@shared/calendar/month-day';
import { isMasked } from '@shared/text/mask';
import { cleanText } from '@shared/text/normalize';
import type { FileRefusal, RefusedRow } from '../dataset';
import { cleanCell, cleanKey, isRoundedId } from './cell';
import { columnIndex, isFooter } from './columns';
import type { Match } from './detect';
import type { Row } from './files/table';
import type { Column, CustomerFormat } from './formats/format';
import { refuse } from './reasons';

/** A buyer as a list tells of them. What the list does not say is empty. */
export interface BuyerInput {
  readonly platform: string | null;
  /** The platform's own key; `null` where the list has none that is whole. */
  readonly key: string | null;
  /** Never masked. */
  readonly name: string;
  /** Digits, and a plus in front where it was written; never masked. */
  readonly phone: string;
  readonly address: string;
  readonly area: string;
  readonly grade: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly birthday: MonthDay | null;
}

export type CustomerMatch = Match & { readonly format: CustomerFormat };

export function isCustomerMatch(match: Match): match is CustomerMatch {
  return match.format.kind === 'customers';
}

/** Rows that are told one by one. */
const TOLD = 100;
const LINE = 500;

/**
 * A phone number as it is compared: its digits, without what people put between them. Empty where it is masked or
 * too short to be one.
 *
 * @example plainPhone('138-0013 8000') // => '13800138000'
 * @example plainPhone('138****0001') // => ''
 */
export function plainPhone(text: string): string {
  if (isMasked(text)) return '';
  const plain = text
    .normalize('NFKC')
    .replace(/\.0$/, '')
    .replace(/[^\d+]/g, '')
    .replace(/(?!^)\+/g, '');
  return plain.replace(/\D/g, '').length < 7 ? '' : plain;
}

/** Reads the rows of one list. Who can be told from nobody else by what a row says is refused, and why is said. */
export function createBuyerRows({ format, header }: CustomerMatch, file: string) {
  const { columns, platform } = format;
  const buyers: BuyerInput[] = [];
  const refused: RefusedRow[] = [];
  let refusedRows = 0;
  let refusal: FileRefusal | null = null;
  const cell = (row: Row, column: Column | undefined) =>
    cleanCell(row.cells[columnIndex(header, column)] ?? '');
  const text = (row: Row, column: Column | undefined, limit = LINE) =>
    cleanText(cell(row, column)).slice(0, limit);
  const joined = (row: Row, parts: readonly string[] | undefined, limit = LINE) =>
    (parts ?? [])
      .map((part) => text(row, part))
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, limit);
  const whole = (found: string) => (isMasked(found) ? '' : found);
  /** The first of several columns that says anything in this row. */
  const firstOf = (row: Row, column: Column | undefined) => {
    const names = column === undefined ? [] : typeof column === 'string' ? [column] : column;
    return names.map((name) => text(row, name)).find((found) => found !== '') ?? '';
  };

  function add(row: Row): void {
    if (row.cells.every((one) => one.trim() === '') || isFooter(row.cells)) return;
    const key = whole(cleanKey(row.cells[columnIndex(header, columns.key)] ?? ''));
    if (isRoundedId(key)) {
      const column = header.names[columnIndex(header, columns.key)] ?? '';
      refusal ??= refuse(file, 'imports.refusedRoundedIds', { line: row.line, column, found: key });
      return;
    }
    const written = whole(joined(row, columns.name)) || whole(text(row, columns.nickname));
    const phone = plainPhone(firstOf(row, columns.phone));
    if (key === '' && phone === '' && written === '') {
      refusedRows++;
      const found = text(row, columns.phone) || joined(row, columns.name) || text(row, columns.nickname);
      const column = header.names[columnIndex(header, columns.phone ?? columns.name?.[0])] ?? '';
      if (refused.length < TOLD) refused.push({ line: row.line, column, found, reason: 'nobody' });
      return;
    }
    buyers.push({
      platform,
      key: platform === null || key === '' ? null : key.slice(0, LINE),
      name: written,
      phone,
      address: joined(row, columns.address, 10_000),
      area: joined(row, columns.area),
      grade: firstOf(row, columns.grade),
      source: text(row, columns.source),
      tags: tagsOf(text(row, columns.tags, 10_000)),
      note: text(row, columns.note, 10_000),
      birthday: readMonthDay(cell(row, columns.birthday).replace(/[ T]\d{1,2}:.*$/, '')),
    });
  }

  return { add, buyers, refused, refusedRows: () => refusedRows, refusal: () => refusal };
}

/** @example tagsOf('vip, repeat；老客') // => ['vip', 'repeat', '老客'] */
export function tagsOf(cell: string): readonly string[] {
  const tags = cell.split(/[,，;；、|\n]/).map((tag) => tag.trim().slice(0, 100));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, 50);
}
