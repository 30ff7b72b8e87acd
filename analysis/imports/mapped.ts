import type { ColumnMap, MapField } from '../options';
import { canonicalHeader } from './cell';
import { type Header, headerOf, type Match, steadyWidth } from './detect';
import { type Cut, headOf, type Row, type Table } from './files/table';
import type { AnswerFormat, Format, OrderFormat } from './formats/format';
import { COMMON_STATUSES } from './formats/words';
import { MAPPED } from './mapped-name';

/** The columns of a map: every field but the sheet. */
export function mappedColumns(map: ColumnMap): readonly (readonly [MapField, string])[] {
  return Object.entries(map).flatMap(([field, column]) =>
    field === 'sheet' || column === undefined ? [] : [[field as MapField, column] as const],
  );
}

function isPosition(column: string): boolean {
  return /^#\d{1,4}$/.test(column);
}

/** True where all columns are given by place (`#3`): the file has no header. */
export function isHeaderless(map: ColumnMap): boolean {
  const columns = mappedColumns(map);
  return columns.length > 0 && columns.every(([, column]) => isPosition(column));
}

/** The format a map describes: a list of orders or their lines, or of answers where a score is named. */
export function mappedFormat(map: ColumnMap): Format {
  const columns = Object.fromEntries(mappedColumns(map));
  const base = { name: MAPPED, signature: { all: [] }, legacy: 'gb18030' };
  if (columns.score !== undefined || columns.recommend !== undefined) {
    const { score, recommend, askedAt, answeredAt, createdAt, buyer, order } = columns;
    const answered = answeredAt ?? (askedAt === undefined ? createdAt : undefined);
    const answers: AnswerFormat = {
      ...base,
      kind: 'answers',
      columns: {
        ...(score === undefined ? {} : { score }),
        ...(recommend === undefined ? {} : { recommend }),
        ...(answered === undefined ? {} : { answeredAt: answered }),
        ...(askedAt === undefined ? {} : { askedAt }),
        ...(buyer === undefined ? {} : { buyer }),
        ...(order === undefined ? {} : { order }),
      },
    };
    return answers;
  }
  // With a paid column the price is only information; summing both would count the money twice.
  const { unitPrice: _price, ...withoutPrice } = columns;
  const orders: OrderFormat = {
    ...base,
    kind: 'orders',
    platform: 'list',
    unit: columns.order === undefined ? 'line' : 'order',
    money: 'sum',
    states: 'row',
    currency: null,
    authority: 2,
    columns: columns.paid === undefined ? columns : withoutPrice,
    statuses: COMMON_STATUSES,
    alwaysPaid: columns.status === undefined && columns.paidAt === undefined,
  };
  return orders;
}

/** The cut and header under which a table holds every column of the map; null when there is none. */
export function matchMap(table: Table, map: ColumnMap): Match | null {
  if (map.sheet !== undefined && table.sheet !== null && map.sheet !== table.sheet) return null;
  const columns = mappedColumns(map);
  const format = mappedFormat(map);
  if (isHeaderless(map)) {
    const cut = steadiestCut(table);
    return cut && { format, cut, header: positions(columns, headOf(table, cut)) ?? { line: 0, names: [] } };
  }
  const wanted = columns
    .filter(([, column]) => !isPosition(column))
    .map(([, column]) => canonicalHeader(column));
  let best: { readonly match: Match; readonly width: number } | null = null;
  for (const cut of table.cuts) {
    const row = headOf(table, cut).find((candidate) => {
      const names = new Set(headerOf(candidate).names);
      return wanted.every((name) => names.has(name));
    });
    if (row && row.cells.length > (best?.width ?? 0))
      best = { match: { format, cut, header: headerOf(row) }, width: row.cells.length };
  }
  return best?.match ?? null;
}

function steadiestCut(table: Table): Cut | null {
  let best: { readonly cut: Cut; readonly score: number } | null = null;
  for (const cut of table.cuts) {
    const { score } = steadyWidth(headOf(table, cut));
    if (score > (best?.score ?? 0)) best = { cut, score };
  }
  return best?.cut ?? null;
}

/** A headerless table: its columns are called by their places. Null when it has fewer than the map names. */
function positions(columns: readonly (readonly [MapField, string])[], head: readonly Row[]): Header | null {
  const width = Math.max(...head.map((row) => row.cells.length));
  if (columns.some(([, column]) => Number(column.slice(1)) > width)) return null;
  return { line: 0, names: Array.from({ length: width }, (_, index) => `#${index + 1}`) };
}

/** The named columns a header lacks, as the owner wrote them. */
export function missingColumns(map: ColumnMap, header: Header | null): readonly string[] {
  const names = new Set(header?.names ?? []);
  return mappedColumns(map)
    .map(([, column]) => column)
    .filter((column) => !isPosition(column) && !names.has(canonicalHeader(column)));
}
