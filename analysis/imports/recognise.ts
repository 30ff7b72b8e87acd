import type { FileRefusal } from '../dataset';
import type { ColumnMap } from '../options';
import { detect, type Header, type Match } from './detect';
import type { Part } from './files/open';
import type { Table } from './files/table';
import { headerIsMojibake, headerNames } from './header-names';
import { isHeaderless, mappedColumns, matchMap, missingColumns } from './mapped';
import { MAPPED } from './mapped-name';
import { refuse } from './reasons';

export interface Recognised {
  readonly table: Table;
  readonly match: Match;
}
export type Recognition =
  | { readonly ok: true; readonly tables: readonly Recognised[] }
  | { readonly ok: false; readonly refusal: FileRefusal };

/**
 * Which tables of a file are read and as what. The owner's map goes before detection where a table holds all
 * mapped columns; a map by places (`#3`) is for tables that no signature fits. Sheets that are nothing known
 * are passed over as long as one is.
 */
export function recognise(part: Extract<Part, { kind: 'tables' }>, map: ColumnMap | null): Recognition {
  const { name } = part;
  const sheet = map?.sheet;
  const sheets = part.tables.map((table) => table.sheet).filter((title) => title !== null);
  if (sheet !== undefined && sheets.length > 0 && !sheets.includes(sheet))
    return { ok: false, refusal: refuse(name, 'imports.refusedSheet', { sheet, sheets: sheets.join(', ') }) };
  const tables: Recognised[] = [];
  let several: readonly string[] | null = null;
  let header: Header | null = null;
  const chosen = part.tables.filter(
    (table) => sheet === undefined || table.sheet === null || table.sheet === sheet,
  );
  for (const table of chosen) {
    const byName = map && mappedColumns(map).length > 0 && !isHeaderless(map) ? matchMap(table, map) : null;
    if (byName) {
      tables.push({ table, match: byName });
      continue;
    }
    const found = detect(table);
    if (found.kind === 'match') tables.push({ table, match: found.match });
    else if (found.kind === 'several') several = found.formats;
    else {
      const byPlace = map && isHeaderless(map) ? matchMap(table, map) : null;
      if (byPlace && byPlace.header.names.length > 0) tables.push({ table, match: byPlace });
      else header ??= found.header;
    }
  }
  if (tables.length > 0) {
    const invalid = map && tables.some(({ match }) => match.format.name === MAPPED) ? invalidMap(map) : false;
    return invalid ? { ok: false, refusal: refuse(name, 'imports.refusedMapOrders') } : { ok: true, tables };
  }
  if (several)
    return { ok: false, refusal: refuse(name, 'imports.refusedSeveral', { formats: several.join(', ') }) };
  if (headerIsMojibake(header)) return { ok: false, refusal: refuse(name, 'imports.refusedMojibake') };
  const missing = map ? missingColumns(map, header) : [];
  if (missing.length > 0) {
    const params = { missing: missing.join(', '), ...headerNames(header) };
    return { ok: false, refusal: refuse(name, 'imports.refusedMapMissing', params) };
  }
  if (header === null || !header.names.some((text) => /\p{L}/u.test(text)))
    return { ok: false, refusal: refuse(name, 'imports.refusedUnknownPlain') };
  return { ok: false, refusal: refuse(name, 'imports.refusedUnknown', headerNames(header)) };
}

/** A list of orders needs who and when; answers need only their score. */
function invalidMap(map: ColumnMap): boolean {
  if (map.score !== undefined) return false;
  return map.buyer === undefined || (map.createdAt === undefined && map.paidAt === undefined);
}
