import { collect, MAX_BYTES } from '@analysis/imports/files/bytes';
import { htmlRows } from '@analysis/imports/files/html';
import { sharedTexts } from '@analysis/imports/files/workbook-cells';
import { writeCsv } from '@shared/text/csv';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytes, file, read, readAll } from './helpers';

/*
 * Files nobody's platform writes. What is read is right, what is refused is refused whole with a sentence, and
 * neither takes longer than its length.
 */
const MAP = { buyer: 'who', createdAt: 'when', paid: 'amount' };
const BIG = 4 * 1024 * 1024;

interface Parts {
  readonly sheet: string;
  readonly book?: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string>>;
}
const RELATION = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>';

/** A workbook made by hand, of these parts. */
function workbook({ sheet, book, texts, styles, more = {} }: Parts): Uint8Array {
  const parts = {
    'xl/workbook.xml': book ?? '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': RELATION,
    'xl/worksheets/sheet1.xml': sheet,
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': texts }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytes(text)])));
}
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (n: number, ...texts: readonly string[]) =>
  `<row r="${n}">${texts.map((text, index) => cell(`${'ABC'[index]}${n}`, text)).join('')}</row>`;
const sheetOf = (...rows: readonly string[]) =>
  `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
const LIST = [row(1, 'who', 'when', 'amount'), row(2, 'anna', '2026-01-05', '10')];

async function reasons(data: Uint8Array): Promise<readonly string[]> {
  const { refusals } = await read([{ name: 'x.xlsx', bytes: data }], { map: MAP });
  return refusals.map(({ reason }) => reason);
}
const buyers = async (data: Uint8Array) =>
  (await readAll([{ name: 'x.xlsx', bytes: data }], { map: MAP })).orders.buyers;

describe('workbooks', () => {
  it('made by hand are read', async () => {
    expect(await buyers(workbook({ sheet: sheetOf(...LIST) }))).toEqual(['anna']);
  });

  it('of a size that is not so are as long as their cells (F-52)', async () => {
    const sheet = `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${LIST.join('')}<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`;
    expect(await buyers(workbook({ sheet }))).toEqual(['anna']);
  });

  it('that define entities are refused, links and formulas are never followed (F-51)', async () => {
    const lol = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
    expect(await reasons(workbook({ sheet: `${lol}${sheetOf(...LIST)}` }))).toEqual([
      'imports.refusedDamaged',
    ]);
    const link = '<c r="A3" t="str"><f>[1]Sheet1!A1</f><v>anna</v></c>';
    const sheet = sheetOf(...LIST, `<row r="3">${link}${cell('B3', '2026-01-06')}${cell('C3', '3')}</row>`);
    const more = {
      'xl/externalLinks/externalLink1.xml': '<externalLink r:id="http://x.example"/>',
      'xl/comments1.xml': '<comments><comment ref="__proto__"><t>x</t></comment></comments>',
    };
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    expect(await buyers(workbook({ sheet, more }))).toEqual(['anna']);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });

  it('with names that climb out of their folder hold nothing more than the known parts (F-50)', async () => {
    const more = { '../../etc/passwd': 'x', 'xl/../../x': 'y', '/xl/worksheets/sheet1.xml': sheetOf() };
    expect(await buyers(workbook({ sheet: sheetOf(...LIST), more }))).toEqual(['anna']);
  });

  it('that lie about their sizes, or list more parts than any, are refused (F-50)', async () => {
    const good = workbook({ sheet: sheetOf(...LIST) });
    const central = place(good, [0x50, 0x4b, 1, 2]);
    const shorter = good.slice();
    new DataView(shorter.buffer).setUint32(central + 24, 5, true);
    expect(await reasons(shorter)).toEqual(['imports.refusedDamaged']);
    const longer = good.slice();
    new DataView(longer.buffer).setUint32(central + 24, 0xffffffff, true);
    expect(await reasons(longer)).toEqual(['imports.refusedBomb']);
    const many = good.slice();
    const end = many.length - 22;
    new DataView(many.buffer).setUint16(end + 10, 65_535, true);
    expect(await reasons(many)).toEqual(['imports.refusedDamaged']);
  });

  it('whose parts overlap unpack no more than the cap (F-50)', async () => {
    const good = workbook({ sheet: sheetOf(...LIST), texts: '<sst/>' });
    const view = new DataView(good.buffer);
    // Every entry of the directory points to the first part.
    let at = view.getUint32(good.length - 22 + 16, true);
    const first = view.getUint32(at + 42, true);
    for (; view.getUint32(at, true) === 0x02014b50; ) {
      view.setUint32(at + 42, first, true);
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    expect(await reasons(good)).toEqual(['imports.refusedDamaged']);
  });

  const unclosed: readonly (readonly [string, Parts])[] = [
    ['rows', { sheet: `<sheetData>${'<row>'.repeat(BIG / 5)}</sheetData>` }],
    ['starts of rows', { sheet: `<sheetData>${'<row '.repeat(BIG / 5)}</sheetData>` }],
    ['cells', { sheet: `<sheetData><row>${'<c>'.repeat(BIG / 3)}</row></sheetData>` }],
    ['texts', { sheet: sheetOf(...LIST), texts: '<si>'.repeat(BIG / 4) }],
    ['runs', { sheet: sheetOf(...LIST), texts: `<si>${'<t>'.repeat(BIG / 3)}</si>` }],
    ['readings', { sheet: sheetOf(...LIST), texts: `<si>${'<rPh>'.repeat(BIG / 5)}</si>` }],
    ['styles', { sheet: sheetOf(...LIST), styles: '<cellXfs>'.repeat(BIG / 9) }],
    ['formats', { sheet: sheetOf(...LIST), styles: '<numFmt '.repeat(BIG / 8) }],
    ['sheets', { sheet: sheetOf(...LIST), book: '<sheet '.repeat(BIG / 7) }],
  ];
  it.each(unclosed)('of a million %s that never end are through at once (F-72)', async (_, parts) => {
    const { ok, refusals } = await read([{ name: 'x.xlsx', bytes: workbook(parts) }], { map: MAP });
    expect(ok || refusals.length > 0).toBe(true);
  });

  it('give the texts of nested and prefixed runs without their readings', () => {
    const xml =
      '<x:si><x:r><x:t>东</x:t></x:r><x:rPh sb="0"><x:t>ドン</x:t></x:rPh><x:r><x:t>京</x:t></x:r></x:si>';
    expect(sharedTexts(xml)).toEqual(['东京']);
  });
});

function place(data: Uint8Array, mark: readonly number[]): number {
  return data.findIndex((_, at) => mark.every((byte, index) => data[at + index] === byte));
}

describe('pages under the name of a workbook', () => {
  it.each([
    ['rows', '<tr>'],
    ['starts of rows', '<tr '],
    ['cells', '<tr><td>'],
    ['brackets', '<tr><td><'],
    ['brackets in one cell', '<'],
  ])('of a million %s that never end are through at once (F-72)', (_, piece) => {
    const rows = htmlRows(`<table><tr><td>${piece.repeat(BIG / piece.length)}`);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('texts', () => {
  it('with one cell of ten megabytes are read, the other rows with them (F-41)', async () => {
    const memo = '长'.repeat(10 * 1024 * 1024);
    const text = `who,when,amount,memo\nanna,2026-01-05,10,"${memo}"\nben,2026-01-06,20,\n`;
    expect((await readAll([file(text)], { map: MAP })).orders.buyers).toEqual(['anna', 'ben']);
  });

  it('larger than the cap are refused before they are in memory (F-40)', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1024 * 1024;
        yield new Uint8Array(1024 * 1024);
      }
    }
    const pause = { turn: async () => true };
    expect(await collect(endless(), pause as never, 8 * 1024 * 1024)).toBe('too-big');
    expect(given).toBe(9 * 1024 * 1024);
    expect(MAX_BYTES).toBeLessThanOrEqual(600 * 1024 * 1024);
  });

  it('keep the noughts of a phone and all digits of an order (F-47)', async () => {
    const text =
      'order,who,when,amount\n1234567890123456789,013800138000,2026-01-05,10\n1e5,007,2026-01-06,5\n';
    const { orders } = await readAll([file(text)], { map: { ...MAP, order: 'order' } });
    expect(orders.buyers).toEqual(['013800138000', '007']);
    expect([...orders.number]).toEqual(['1234567890123456789', '1e5']);
  });
});

describe('our own exports', () => {
  const hostile = fc.tuple(
    fc.constantFrom('', ' ', '\t', '\u00a0', '\u3000', '\n', '\r'),
    fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t=', '\r='),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );

  it('hold no cell a spreadsheet would run, and lose nothing of the text (F-48)', () => {
    fc.assert(
      fc.property(hostile, ([blank, sign, rest]) => {
        const text = `${blank}${sign}cmd|' /C calc'!A0${rest}`;
        const [shown] = cellsOf(writeCsv([[text]]));
        expect(/^[\s\u00a0\u3000]*[=+\-@＝＋－＠]/.test(shown!)).toBe(false);
        expect(shown!.endsWith(text)).toBe(true);
      }),
    );
  });

  it('leave numbers numbers', () => {
    for (const number of ['-12.5', '3', '1e5', '0.25'])
      expect(cellsOf(writeCsv([[number]]))[0]!.trim()).toBe(number);
  });
});

/** The cells of one line by RFC 4180. */
function cellsOf(csv: string): readonly string[] {
  const text = csv.replace(/^\ufeff/, '').replace(/\r\n$/, '');
  return text.startsWith('"') ? [text.slice(1, -1).replaceAll('""', '"')] : [text];
}
