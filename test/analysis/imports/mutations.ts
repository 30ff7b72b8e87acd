import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { columnIndex } from '@analysis/imports/columns';
import type { Match } from '@analysis/imports/detect';
import { openFile } from '@analysis/imports/files/open';
import { type Row, rowsOf } from '@analysis/imports/files/table';
import type { OrderFormat } from '@analysis/imports/formats/format';
import { recognise } from '@analysis/imports/recognise';
import Papa from 'papaparse';

/** A sample of an export taken apart: its rows, the header's place, and where the cells that matter stand. */
export interface Specimen {
  readonly name: string;
  readonly format: OrderFormat;
  readonly header: number;
  readonly rows: readonly (readonly string[])[];
  readonly places: Readonly<Record<'order' | 'buyer' | 'money' | 'date', number>>;
}

/** A specimen with one cell changed, and what must come of it whatever the format. */
export interface Mutation {
  readonly what: string;
  readonly text: string;
  /**
   * `same`: nothing changes. `refused`: the file is refused. `rest`: the orders of other numbers are untouched, and
   * the row is told. `renamed`: the order is now called `number`.
   */
  readonly outcome: 'same' | 'refused' | 'rest' | 'renamed';
  readonly was: string;
  readonly number: string;
}

/** From the root, where tests and the long rounds are started: a bundle has another place than its source. */
const ROOT = resolve('test/fixtures/exports');

/** Every sample file there is, by its path below the fixtures. */
export function sampleFiles(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(ROOT, name)).isFile() && !/\.(expected\.json|md)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(ROOT, name))) }));
}

/** The samples of order exports as rows of text, whatever kind of file they came in. */
export async function specimens(): Promise<readonly Specimen[]> {
  const found: Specimen[] = [];
  for (const { name, bytes } of sampleFiles()) {
    if (name.startsWith('hostile')) continue;
    const opened = await openFile({ name: basename(name), bytes }, { turn: async () => true });
    for (const part of opened?.parts ?? []) {
      const seen = part.kind === 'tables' ? recognise(part, null) : null;
      for (const { table, match } of seen?.ok ? seen.tables : []) {
        const rows = [...rowsOf(table, match.cut)];
        const specimen = specimenOf(name, match, rows);
        if (specimen) found.push(specimen);
      }
    }
  }
  return found;
}

function specimenOf(name: string, match: Match, rows: readonly Row[]): Specimen | null {
  const { format, header } = match;
  if (format.kind !== 'orders') return null;
  const { columns } = format;
  const at = (column: Parameters<typeof columnIndex>[1]) => columnIndex(header, column);
  const paid = at(columns.unitPrice) >= 0 ? at(columns.unitPrice) : at(columns.paid);
  const paidAt = at(columns.paidAt);
  return {
    name,
    format,
    header: rows.findIndex((row) => row.line === header.line),
    rows: rows.map((row) => row.cells),
    places: {
      order: at(columns.order),
      buyer: at(columns.buyer),
      money: paid >= 0 ? paid : at(format.paidParts?.plus[0]),
      date: paidAt >= 0 ? paidAt : at(columns.createdAt),
    },
  };
}

/** The rows as a file again: quoted where the format's files are. */
export function written({ format }: Specimen, rows: readonly (readonly string[])[]): string {
  if (format.quoted === false) return rows.map((row) => row.join('\t')).join('\n');
  return Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\n' },
  );
}

/** Workbooks leave out the empty cells at the end of a row. */
function withCell(cells: readonly string[], place: number, to: string): readonly string[] {
  return Array.from({ length: Math.max(cells.length, place + 1) }, (_, index) =>
    index === place ? to : (cells[index] ?? ''),
  );
}

const GUARDS = [
  (id: string) => `'${id}`,
  (id: string) => `="${id}"`,
  (id: string) => `${id}\t`,
  (id: string) => `\u200b${id}`,
  (id: string) => ` ${id} `,
  (id: string) => `\`${id}`,
];
const SPELLINGS = [
  (amount: string) => amount.replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  (amount: string) => ` ${amount} `,
  (amount: string) => `${amount}0`,
  (amount: string) => `'${amount}`,
  (amount: string) => `${amount}（仅供参考）`,
];
const NO_AMOUNTS = ['abc', '12..5', '1O.00', '--5-', '12,34,5', '三十', '1 2 x', '0x1F', '∞'];
const NO_DATES = ['never', '2026-13-45', '2026-02-30 10:00:00', '99999', '昨天', '2026-11-22 25:00:00'];
const ROUNDED = ['1.10000E+18', '1.1E+18', '2.50601E+17', '1,1E+18'];

/** One change of one cell, chosen by a seeded random; null where this format has no such cell. */
export function mutate(specimen: Specimen, random: () => number): Mutation | null {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const { rows, header, places, format } = specimen;
  const body = rows.map((_, index) => index).filter((index) => index > header);
  const row = pick(body);
  const cell = (place: number) => (place < 0 ? '' : (rows[row]![place] ?? ''));
  const number = cell(places.order).replace(/^[='"`\s]+|["\s]+$/g, '');
  if (number === '' || format.unit === 'line') return null;
  const alone = body.filter((index) => rows[index]![places.order] === rows[row]![places.order]).length === 1;
  const change = (place: number, to: string, outcome: Mutation['outcome'], what: string, name = number) => ({
    what: `${specimen.name}, row ${row + 1}: ${what} ${JSON.stringify(to)}`,
    text: written(
      specimen,
      rows.map((cells, index) => (index === row ? withCell(cells, place, to) : cells)),
    ),
    outcome,
    was: number,
    number: name,
  });
  const money = cell(places.money);
  const plain = /^\d+\.\d+$/.test(money);
  switch (Math.floor(random() * 6)) {
    case 0:
      // A text without quotes takes a tab for the end of the cell.
      return change(
        places.order,
        pick(format.quoted === false ? GUARDS.slice(0, 2) : GUARDS)(number),
        'same',
        'number',
      );
    case 1:
      return change(places.order, pick(ROUNDED), 'refused', 'number');
    case 2: {
      const other = `Z${Math.floor(random() * 1e15)}9`;
      return alone && !format.dayInNumber ? change(places.order, other, 'renamed', 'number', other) : null;
    }
    case 3:
      return plain ? change(places.money, pick(SPELLINGS)(money), 'same', 'amount') : null;
    case 4:
      return places.money < 0 ? null : change(places.money, pick(NO_AMOUNTS), 'rest', 'amount');
    default:
      return cell(places.date) === '' ? null : change(places.date, pick(NO_DATES), 'rest', 'date');
  }
}

/** A file damaged in one of the ways files get damaged: bits flipped, cut, doubled, blanked. */
export function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() * Math.min(200, bytes.length));
  const copy = bytes.slice();
  switch (Math.floor(random() * 4)) {
    case 0:
      for (let flips = 0; flips < 1 + length / 20; flips++) {
        const place = Math.floor(random() * copy.length);
        copy[place] = copy[place]! ^ (1 << Math.floor(random() * 8));
      }
      return copy;
    case 1:
      return copy.slice(0, at);
    case 2:
      return Uint8Array.from([...copy.slice(0, at), ...copy.slice(at, at + length), ...copy.slice(at)]);
    default:
      return copy.fill(0x20, at, at + length);
  }
}
