import { crc32 } from '@analysis/imports/files/crc';
import { isAscii } from '@analysis/imports/files/encoding';
import { readInputs } from '@analysis/imports/read';
import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytes, file, PLAIN, quiet, read, readAll, refusalsOf } from './helpers';

// Tries F-42, F-43, F-44, F-45, F-46, F-49, F-82 of test/faults.md.

const MAP = { buyer: 'who', createdAt: 'when', paid: 'amount' } as const;
const LIST = 'who,when,amount\nanna,2026-01-05,10\nben,2026-01-06,20.5\n';

async function reasons(data: Uint8Array, options = {}): Promise<readonly string[]> {
  return (await refusalsOf([{ name: 'x', bytes: data }], options)).map((refusal) => refusal.reason);
}

describe('unpacking', () => {
  it('reads gzip and zip, whatever they are called', async () => {
    const packed = [
      gzipSync(bytes(LIST)),
      zipSync({ 'a/list.csv': bytes(LIST), '__MACOSX/a/list.csv': bytes('x') }),
    ];
    for (const data of packed) {
      const dataset = await readAll([{ name: 'orders.xls', bytes: data }], { map: MAP });
      expect(dataset.orders.count).toBe(2);
    }
  });

  it('reads pieces as they come', async () => {
    async function* pieces() {
      const whole = bytes(LIST);
      for (let at = 0; at < whole.length; at += 7) yield whole.subarray(at, at + 7);
    }
    const result = await readInputs([{ name: 'x', bytes: pieces() }], { ...PLAIN, map: MAP }, quiet());
    expect(result?.ok && result.data.orders.count).toBe(2);
  });

  it('refuses damaged gzip wherever a bit flips or the end is cut', async () => {
    const packed = gzipSync(bytes(LIST.repeat(50)));
    const flipped = packed.slice();
    flipped[40]! ^= 4;
    expect(await reasons(flipped, { map: MAP })).toEqual(['imports.refusedDamaged']);
    expect(await reasons(packed.slice(0, -9), { map: MAP })).toEqual(['imports.refusedDamaged']);
  });

  it('refuses a damaged, a locked and a nested zip', async () => {
    const zip = zipSync({ 'list.csv': bytes(LIST) }, { level: 0 });
    const flipped = zip.slice();
    flipped[45]! ^= 1;
    expect(await reasons(flipped, { map: MAP })).toEqual(['imports.refusedDamaged']);
    const locked = zip.slice();
    const central = locked.findLastIndex(
      (_, at) =>
        locked[at] === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1 && locked[at + 3] === 2,
    );
    locked[central + 8]! |= 1;
    expect(await reasons(locked, { map: MAP })).toEqual(['imports.refusedLockedZip']);
    expect(await reasons(zipSync({ 'in.zip': zip }), { map: MAP })).toEqual(['imports.refusedNested']);
  });

  it('refuses workbooks that are locked, no workbooks, damaged, or bombs', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    expect(await reasons(Uint8Array.from([...ole, ...new Array(64).fill(0), ...name]))).toEqual([
      'imports.refusedLocked',
    ]);
    expect(await reasons(Uint8Array.from([...ole, ...new Array(64).fill(0)]))).toEqual([
      'imports.refusedNotATable',
    ]);
    const old = [...'Workbook'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    expect(await reasons(Uint8Array.from([...ole, ...new Array(600).fill(0), ...old]))).toEqual([
      'imports.refusedDamaged',
    ]);
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024) });
    expect(await reasons(bomb)).toEqual(['imports.refusedBomb']);
  });

  it('refuses nothing, pictures, and JSON that is no backup', async () => {
    expect(await reasons(new Uint8Array())).toEqual(['imports.refusedEmpty']);
    expect(
      await reasons(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 0, 0, 0])),
    ).toEqual(['imports.refusedNotATable']);
    expect(await reasons(bytes('{"a":1}'))).toEqual(['imports.refusedOtherJson']);
    expect(await reasons(bytes('{"format":"zhanggui/backup","version":1,"made"'))).toEqual([
      'records.backup.truncated',
    ]);
  });

  it('knows the checksum of "123456789"', () => {
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  });
});

describe('encodings and delimiters', () => {
  it('sees a byte above 127 wherever it stands and however the piece lies in memory', () => {
    const lengths = fc.tuple(fc.nat(40), fc.nat(7), fc.option(fc.nat(39), { nil: null }));
    fc.assert(
      fc.property(lengths, ([length, offset, place]) => {
        const piece = new Uint8Array(64)
          .fill(0xff)
          .subarray(offset, offset + length)
          .fill(0x7f);
        const odd = place !== null && place < length;
        if (odd) piece[place] = 0x80;
        expect(isAscii(piece)).toBe(!odd);
      }),
    );
  });

  const utf16 = (text: string, little: boolean, mark: boolean) => {
    const codes = [...(mark ? `\ufeff${text}` : text)].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    });
    return Uint8Array.from(codes);
  };

  it.each([
    ['utf-8 with mark', bytes(`\ufeff${LIST}`)],
    ['utf-16le', utf16(LIST, true, true)],
    ['utf-16be', utf16(LIST, false, true)],
    ['utf-16le without mark', utf16(LIST, true, false)],
    ['semicolons', bytes(LIST.replaceAll(',', ';'))],
    ['tabs', bytes(LIST.replaceAll(',', '\t'))],
    ['full-width commas', bytes(LIST.replaceAll(',', '，'))],
    ['a sep= line', bytes(`sep=|\n${LIST.replaceAll(',', '|')}`)],
    ['mixed line ends', bytes('who,when,amount\r\nanna,2026-01-05,10\rben,2026-01-06,20.5\n')],
    ['no line end at the end', bytes(LIST.trimEnd())],
    ['lines before the header', bytes(`Export of my shop\nmade,today\n\n${LIST}`)],
    ['guards', bytes('who,when,amount\n"=""anna""",2026-01-05,10\n\tben,\'2026-01-06,20.5\n')],
  ])('%s', async (_, data) => {
    const dataset = await readAll([{ name: 'x', bytes: data }], { map: MAP });
    expect(dataset.orders.buyers).toEqual(['anna', 'ben']);
    expect([...dataset.orders.paid]).toEqual([100_000, 205_000]);
  });

  it('says that the end is cut where the last character is half', async () => {
    const whole = bytes('who,when,amount,memo\nanna,2026-01-05,10,老客');
    const dataset = await readAll([{ name: 'x', bytes: whole.slice(0, -1) }], { map: MAP });
    expect(dataset.inputs[0]!.notes).toContain('imports.noteCutTail');
  });

  it('refuses text destroyed by a wrong encoding', async () => {
    expect(await reasons(bytes('锟斤拷,锟斤拷锟斤拷,x\n1,2,3\n'))).toEqual(['imports.refusedMojibake']);
    const twice = new TextDecoder('windows-1252').decode(bytes('订单编号,买家会员名,买家应付货款\n1,2,3\n'));
    expect(await reasons(bytes(twice))).toEqual(['imports.refusedMojibake']);
    expect(await reasons(bytes('who,when,amount\nan\ufffda,2026-01-05,10\n'), { map: MAP })).toEqual([
      'imports.refusedMojibake',
    ]);
  });

  it('refuses a quotation mark that never closes, with its line', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `ben,2026-01-06,${index + 1}`).join('\n');
    const text = `who,when,amount\n"multi\nline",2026-01-05,1\n"anna,2026-01-05,10\n${many}\n`;
    const refusals = await refusalsOf([file(text)], { map: MAP });
    expect(refusals).toMatchObject([{ reason: 'imports.refusedQuote', params: { line: 4 } }]);
    const later = await refusalsOf([file(`${LIST}"cara,2026-01-05,10\n${many},"x" y\n`)], { map: MAP });
    expect(later).toMatchObject([{ reason: 'imports.refusedQuote', params: { line: 4 } }]);
  });

  it('counts lines inside quoted cells', async () => {
    const text = 'who,when,amount\n"an\nna",2026-01-05,1\n\nben,someday,2\n';
    const dataset = await readAll([file(text)], { map: MAP });
    expect(dataset.inputs[0]!.refused).toEqual([
      { line: 5, column: 'when', found: 'someday', reason: 'bad-date' },
    ]);
  });
});

describe('cancelling', () => {
  it('stops a long read and gives null', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `b${index},2026-01-05,1`).join('\n');
    const stop = new AbortController();
    const progress = { report: () => stop.abort(), signal: stop.signal };
    const input = [{ name: 'x', bytes: bytes(`who,when,amount\n${rows}`) }];
    expect(await readInputs(input, { ...PLAIN, map: MAP }, progress)).toBeNull();
    stop.abort();
    expect(await readInputs(input, { ...PLAIN, map: MAP }, quiet(stop.signal))).toBeNull();
  });

  it('leaves the prototype of all objects alone whatever the headers are', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const text = '__proto__,constructor,who,when,amount,who\n1,2,anna,2026-01-05,10,x\n';
    const dataset = await readAll([file(text)], { map: MAP });
    expect(dataset.orders.buyers).toEqual(['anna']);
    expect(dataset.inputs[0]!.notes).toContain('imports.noteDuplicateColumn');
    const hostile = await read([file('__proto__,toString\n1,2\n')]);
    expect(hostile.ok).toBe(false);
    const mapped = await readAll([file('__proto__,when,status\nconstructor,2026-01-05,constructor\n')], {
      map: { buyer: '__proto__', createdAt: 'when' },
    });
    expect(mapped.orders.buyers).toEqual(['constructor']);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });
});
