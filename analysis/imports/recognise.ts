import type { FileRefusal } from '../dataset';
import { type ColumnMap, MAP_FIELDS } from '../options';
import { detect, type Header, headerOf, type Match } from './detect';
import type { Part } from './files/opened';
import { headOf, type Table } from './files/table';
import { type HeaderMemory, recall } from './header-memory';
import { headerIsMojibake, headerNames } from './header-names';
import { isHeaderless, mappedColumns, matchMap, missingColumns } from './mapped';
import { MAPPED } from './mapped-name';
import { previewOf } from './preview';
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
export function recognise(
  part: Extract<Part, { kind: 'tables' }>,
  map: ColumnMap | null,
  memory: HeaderMemory = {},
): Recognition {
  const { name } = part;
  const sheet = map?.sheet;
  const sheets = part.tables.map((table) => table.sheet).filter((title) => title !== null);
  if (sheet !== undefined && sheets.length > 0 && !sheets.includes(sheet))
    return { ok: false, refusal: refuse(name, 'imports.refusedSheet', { sheet, sheets: sheets.join(', ') }) };
  const tables: Recognised[] = [];
  let several: readonly string[] | null = null;
  let header: Header | null = null;
  let looked: Table | null = null;
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
    if (found.kind === 'match') {
      tables.push({ table, match: found.match });
      continue;
    }
    const said = matchSaid(table, memory) ?? (map && isHeaderless(map) ? matchMap(table, map) : null);
    if (said && said.header.names.length > 0) {
      tables.push({ table, match: said });
      continue;
    }
    if (found.kind === 'several') several = found.formats;
    if (looked === null || (header === null && found.header !== null)) {
      header = found.header;
      looked = table;
    }
  }
  if (tables.length > 0) {
    const invalid = map && tables.some(({ match }) => match.format.name === MAPPED) ? invalidMap(map) : false;
    return invalid ? { ok: false, refusal: refuse(name, 'imports.refusedMapOrders') } : { ok: true, tables };
  }
  return { ok: false, refusal: withPreview(whyNot(name, several, header, map), looked, header) };
}

function whyNot(
  name: string,
  several: readonly string[] | null,
  header: Header | null,
  map: ColumnMap | null,
): FileRefusal {
  if (several) return refuse(name, 'imports.refusedSeveral', { formats: several.join(', ') });
  if (headerIsMojibake(header)) return refuse(name, 'imports.refusedMojibake');
  const missing = map ? missingColumns(map, header) : [];
  if (missing.length > 0)
    return refuse(name, 'imports.refusedMapMissing', {
      missing: missing.join(', '),
      ...headerNames(header),
    });
  if (header === null || !header.names.some((text) => /\p{L}/u.test(text)))
    return refuse(name, 'imports.refusedUnknownPlain');
  return refuse(name, 'imports.refusedUnknown', headerNames(header));
}

/** Shows the table with the refusal; not one whose text is destroyed, which naming columns would not mend. */
function withPreview(refusal: FileRefusal, table: Table | null, header: Header | null): FileRefusal {
  if (table === null || refusal.reason === 'imports.refusedMojibake') return refusal;
  const preview = previewOf(table, header);
  return preview === null ? refusal : { ...refusal, preview };
}

/** A table whose columns the owner has named before, or that calls its columns by the names of the fields. */
function matchSaid(table: Table, memory: HeaderMemory): Match | null {
  for (const cut of table.cuts) {
    for (const row of headOf(table, cut)) {
      const { names } = headerOf(row);
      if (names.length < 2) continue;
      const map = recall(memory, names) ?? selfNamed(names);
      const match = map === null || invalidMap(map) ? null : matchMap(table, map);
      if (match) return match;
    }
  }
  return null;
}

/** @example selfNamed(['buyer', 'createdAt', 'paid', 'colour']) // => { buyer: 'buyer', createdAt: 'createdAt', paid: 'paid' } */
export function selfNamed(names: readonly string[]): ColumnMap | null {
  const known = MAP_FIELDS.filter((field) => field !== 'sheet' && names.includes(field));
  return known.length < 2 ? null : Object.fromEntries(known.map((field) => [field, field]));
}

/** A list of orders needs who and when; answers need only their score. */
function invalidMap(map: ColumnMap): boolean {
  if (map.score !== undefined) return false;
  return map.buyer === undefined || (map.createdAt === undefined && map.paidAt === undefined);
}
