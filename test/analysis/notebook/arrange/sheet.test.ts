import {
  movedBy,
  movedTo,
  withCellFilter,
  withNote,
  withoutCell,
  withQuestion,
} from '@analysis/notebook/arrange/changes';
import { filterOf, readSheet, type Sheet, sheetFile, sheetFromFile } from '@analysis/notebook/arrange/sheet';
import { fromTemplate, TEMPLATE_NAMES } from '@analysis/notebook/arrange/templates';
import { CATALOGUE, catalogued } from '@analysis/notebook/cells/catalogue';
import { PART_NAMES } from '@analysis/parts';
import { LANGS, translator } from '@shared/i18n';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const empty: Sheet = { id: 's1', name: 'Mine', filter: {}, cells: [] };
const names = CATALOGUE.map(({ cell }) => cell.name);
const build = (own: readonly string[]) => own.reduce((sheet, name) => withQuestion(sheet, name), empty);
const order = (sheet: Sheet) => sheet.cells.map((cell) => (cell.kind === 'question' ? cell.name : cell.text));

describe('the catalogue', () => {
  test('holds every name once, and a cell for every part of the review', () => {
    expect(new Set(names).size).toBe(names.length);
    const read = new Set(CATALOGUE.flatMap(({ reads }) => reads));
    expect(PART_NAMES.filter((part) => !read.has(part))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['clv', 'backtest', 'calibration', 'models']));
  });
});

describe('a sheet', () => {
  test('grows, is moved about and shrinks; no id comes twice', () => {
    const sheet = withNote(build(['repeat', 'clv', 'waits']), 'hello');
    expect(order(movedBy(sheet, 'c3', -1))).toEqual(['repeat', 'waits', 'clv', 'hello']);
    expect(order(movedTo(sheet, 'c1', 'c4'))).toEqual(['clv', 'waits', 'hello', 'repeat']);
    expect(movedBy(sheet, 'c1', -1)).toBe(sheet);
    const less = withoutCell(sheet, 'c2');
    expect(order(less)).toEqual(['repeat', 'waits', 'hello']);
    const more = withQuestion(less, 'clv', 'c1');
    expect(order(more)).toEqual(['repeat', 'clv', 'waits', 'hello']);
    expect(new Set(more.cells.map(({ id }) => id)).size).toBe(4);
  });

  test('moving loses nothing and doubles nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), fc.integer({ min: -3, max: 3 })), { maxLength: 12 }),
        (own, moves) => {
          let sheet = build(own);
          for (const [at, steps] of moves) sheet = movedBy(sheet, `c${(at % own.length) + 1}`, steps);
          expect([...order(sheet)].sort()).toEqual([...own].sort());
        },
      ),
    );
  });

  test('is the same after a file; another file is none', () => {
    for (const name of TEMPLATE_NAMES) {
      const sheet = fromTemplate(name, 's2', translator('zh-CN'));
      expect(sheetFromFile(sheetFile(sheet))).toEqual(sheet);
    }
    for (const text of [
      '',
      '{',
      '[]',
      '{"format":"zhanggui/backup"}',
      '{"format":"zhanggui/sheet","sheet":{}}',
    ])
      expect(sheetFromFile(text)).toBeNull();
  });

  test('leaves out questions nobody knows and cells that come twice; days that are none spoil it', () => {
    const cell = { id: 'c1', kind: 'question', name: 'repeat', filter: {} };
    const read = readSheet({ ...empty, cells: [cell, { ...cell, id: 'c2', name: 'gone' }, cell] });
    expect(read && order(read)).toEqual(['repeat']);
    expect(readSheet({ ...empty, filter: { from: '2026-02-31' } })).toBeNull();
    expect(readSheet({ ...empty, filter: { from: 'yesterday' } })).toBeNull();
  });

  test('a cell takes the sheet’s filter, its own before it, and nothing it can’t be narrowed to', () => {
    const sheet = {
      ...build(['repeat', 'waits', 'promotion']),
      filter: { platform: 'pdd', product: 'tea', from: '2026-01-01' },
    };
    const own = withCellFilter(sheet, 'c1', { platform: 'taobao', product: '' });
    const filter = (at: number) => {
      const cell = own.cells[at]!;
      if (cell.kind !== 'question') throw new Error('A question was put there.');
      return filterOf(own, cell, catalogued(cell.name)!);
    };
    expect(filter(0)).toEqual({ from: '2026-01-01', platform: 'taobao', product: 'tea' });
    // Waits hang on a buyer, not on a product; a promotion is the shop's, up to today.
    expect(filter(1)).toEqual({ from: '2026-01-01', platform: 'pdd' });
    expect(filter(2)).toEqual({});
  });
});

test.each(LANGS)('every template stands in %s with questions there are and words there are', (lang) => {
  for (const name of TEMPLATE_NAMES) {
    const sheet = fromTemplate(name, 's1', translator(lang));
    expect(sheet.name).not.toMatch(/arrange\./);
    for (const cell of sheet.cells) {
      if (cell.kind === 'question') expect(catalogued(cell.name), cell.name).toBeDefined();
      else expect(cell.text).toMatch(/^## /);
    }
  }
});
