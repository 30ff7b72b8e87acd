import type { Row } from './table';

/** As deep as objects inside a record are opened: `reviewer.name`. */
const DEEPEST = 3;

/**
 * The rows of a JSON list of records (as Etsy writes its reviews): first the names of all fields in the order they
 * appear, then a row per record, numbered by its place in the list. Null where the text is no such list.
 *
 * @example jsonRows('[{"by": {"name": "Ann"}}]') // => [{ line: 0, cells: ['by.name'] }, { line: 1, cells: ['Ann'] }]
 */
export function jsonRows(text: string): readonly Row[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(parsed) || parsed.length === 0 || !parsed.every(isRecord)) return null;
  const names = new Map<string, number>();
  const rows = parsed.map((record, index) => {
    const cells: string[] = [];
    for (const [name, value] of fields(record, '', 1)) {
      const at = names.get(name) ?? names.size;
      names.set(name, at);
      while (cells.length < at) cells.push('');
      cells[at] = value;
    }
    return { line: index + 1, cells };
  });
  return [{ line: 0, cells: [...names.keys()] }, ...rows];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* fields(
  record: Readonly<Record<string, unknown>>,
  path: string,
  depth: number,
): Generator<[string, string]> {
  for (const [name, value] of Object.entries(record)) {
    if (isRecord(value) && depth < DEEPEST) yield* fields(value, `${path}${name}.`, depth + 1);
    else yield [`${path}${name}`, textOf(value)];
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
