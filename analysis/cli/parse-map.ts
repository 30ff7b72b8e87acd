import { type ColumnMap, MAP_FIELDS, type MapField } from '../options';

export type ParsedMap =
  | { readonly ok: true; readonly map: ColumnMap }
  | {
      readonly ok: false;
      readonly key: 'cli.badMap' | 'cli.unknownField' | 'cli.fieldTwice';
      readonly found: string;
      readonly fields: string;
    };

const FIELD_NAMES = MAP_FIELDS.join(' ');
/** Where one pair of a comma list ends and the next begins; a comma inside a column's name is left alone. */
const NEXT_PAIR = new RegExp(`,\\s*(?=(?:${MAP_FIELDS.join('|')})=)`);

/**
 * Reads the values of `--map`: one `field=Column` each, or several with commas between them.
 *
 * @example parseMap(['order=Invoice', 'buyer=Customer ID']) // => { ok: true, map: { order: 'Invoice', buyer: 'Customer ID' } }
 * @example parseMap(['order=#1,paid=#4']) // => { ok: true, map: { order: '#1', paid: '#4' } }
 */
export function parseMap(values: readonly string[]): ParsedMap {
  const map: Partial<Record<MapField, string>> = {};
  for (const pair of values.flatMap((value) => value.split(NEXT_PAIR))) {
    const at = pair.indexOf('=');
    const field = pair.slice(0, at).trim();
    const column = pair.slice(at + 1).trim();
    const refuse = (key: 'cli.badMap' | 'cli.unknownField' | 'cli.fieldTwice', found: string) =>
      ({ ok: false, key, found, fields: FIELD_NAMES }) as const;
    if (at < 1 || column === '') return refuse('cli.badMap', pair);
    if (!isField(field)) return refuse('cli.unknownField', field);
    if (map[field] !== undefined) return refuse('cli.fieldTwice', field);
    map[field] = column;
  }
  return { ok: true, map };
}

function isField(text: string): text is MapField {
  return (MAP_FIELDS as readonly string[]).includes(text);
}
