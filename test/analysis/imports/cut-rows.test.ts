import { delimitedBatches } from '@analysis/imports/files/delimited';
import { rowsOf } from '@analysis/imports/files/table';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

/** Bytes in slices of a length, as a file arrives. */
function slices(text: string, length: number): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const found: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += length) found.push(bytes.subarray(at, at + length));
  return found;
}

function rows(text: string, length: number, delimiter = ',') {
  const cut = { encoding: 'utf-8', delimiter, quoted: true };
  const batches = () => delimitedBatches(slices(text, length), cut);
  return [...rowsOf({ sheet: null, cuts: [cut], batches }, cut)];
}

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('', '买家', 'a "quoted" word', 'two\nlines', 'a,b', '1.25', '\u{1f375}', 'café'),
);
// A row of one empty cell is a blank line, which nobody writes.
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 });

describe('rows of a text', () => {
  it('are those of the careful parser, however the file is sliced', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), fc.boolean(), (all, length, ended) => {
        const clean = all.map((row) => row.map((text) => text.replaceAll('\r', '')));
        const text = Papa.unparse(clean, { newline: '\n' }) + (ended ? '\n' : '');
        expect(rows(text, length).map((row) => row.cells)).toEqual(
          Papa.parse<string[]>(text, { newline: '\n', delimiter: ',' }).data.slice(0, clean.length),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are numbered by the lines of the file, also those inside quoted cells', () => {
    const text = 'a,b\r\n"one\r\ntwo",x\r\n\r\n"say ""hi""",y\r\nlast,z\r\n';
    for (const length of [1, 3, 7, 1000]) {
      expect(rows(text, length)).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['one\ntwo', 'x'] },
        { line: 5, cells: ['say "hi"', 'y'] },
        { line: 6, cells: ['last', 'z'] },
      ]);
    }
  });

  it('stop where a quoted cell never ends', () => {
    const cut = { encoding: 'utf-8', delimiter: ',', quoted: true };
    const text = 'a,b\n1,2\n3,"open\n4,5\n';
    expect(rows(text, 6).map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect([...delimitedBatches(slices(text, 6), cut)].at(-1)?.brokenLine).toBe(3);
  });
});
