import { readFileSync } from 'node:fs';
import { createBlockCipher } from '@analysis/imports/files/aes-block';
import { compoundStream } from '@analysis/imports/files/compound';
import { describe, expect, it } from 'vitest';
import { orderFacts, readAll, refusalsOf } from './helpers';

const hostile = new URL('../../fixtures/exports/hostile/', import.meta.url);
const plain = new URL('../../fixtures/exports/shopee-orders-tw/shopee-orders-tw.xlsx', import.meta.url);

function load(url: URL) {
  return { name: 'orders.xlsx', bytes: new Uint8Array(readFileSync(url)) };
}

const LOCKED = ['locked-agile.xlsx', 'locked-standard.xlsx'];

describe('locked workbooks', () => {
  it.each(LOCKED)('%s opens with its password and holds the same orders', async (name) => {
    const locked = await readAll([load(new URL(name, hostile))], { password: '123456' });
    expect(orderFacts(locked)).toEqual(orderFacts(await readAll([load(plain)])));
    expect(locked.inputs[0]?.rows).toBe(2);
  });

  it.each(LOCKED)('%s is refused without or with a wrong password', async (name) => {
    const files = [load(new URL(name, hostile))];
    expect((await refusalsOf(files)).map((one) => one.reason)).toEqual(['imports.refusedLocked']);
    const wrong = await refusalsOf(files, { password: '1234567' });
    expect(wrong.map((one) => one.reason)).toEqual(['imports.refusedPassword']);
  });

  it('refuses one whose end is missing', async () => {
    const file = load(new URL('locked-agile.xlsx', hostile));
    const cut = { ...file, bytes: file.bytes.slice(0, 6000) };
    const found = await refusalsOf([cut], { password: '123456' });
    expect(found.map((one) => one.reason)).toEqual(['imports.refusedDamaged']);
  });

  it('leaves chains that run in a circle', () => {
    const { bytes } = load(new URL('locked-agile.xlsx', hostile));
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) view.setUint32(table + sector * 4, 0, true);
    expect(compoundStream(bytes, 'EncryptedPackage')).toBeNull();
  });
});

const ZIPS = ['locked-weak.zip', 'locked-strong.zip'];

describe('locked zips', () => {
  const inside = new URL('../../fixtures/exports/douyin-orders/douyin-orders.csv', import.meta.url);

  it.each(ZIPS)('%s opens with its password and holds the same orders', async (name) => {
    const locked = await readAll([load(new URL(name, hostile))], { password: '123456' });
    expect(orderFacts(locked)).toEqual(orderFacts(await readAll([load(inside)])));
  });

  it.each(ZIPS)('%s is refused without or with a wrong password, or damaged', async (name) => {
    const file = load(new URL(name, hostile));
    const reasons = async (password: string | null, bytes = file.bytes) =>
      (await refusalsOf([{ ...file, bytes }], { password })).map((one) => one.reason);
    expect(await reasons(null)).toEqual(['imports.refusedLockedZip']);
    expect(await reasons('1234567')).toEqual(['imports.refusedZipPassword']);
    const flipped = file.bytes.slice();
    flipped[300]! ^= 1;
    expect(['imports.refusedDamaged', 'imports.refusedZipPassword']).toContain(
      (await reasons('123456', flipped))[0],
    );
  });

  it('are ciphered as the standard has it (FIPS 197, appendix C)', () => {
    const text = '00112233445566778899aabbccddeeff';
    const ciphered = {
      '000102030405060708090a0b0c0d0e0f': '69c4e0d86a7b0430d8cdb78070b4c55a',
      '000102030405060708090a0b0c0d0e0f1011121314151617': 'dda97ca4864cdfe06eaf70a0ec0d7191',
      '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f': '8ea2b7ca516745bfeafc49904b496089',
    };
    for (const [key, wanted] of Object.entries(ciphered)) {
      const block = Uint8Array.from(Buffer.from(text, 'hex'));
      createBlockCipher(Uint8Array.from(Buffer.from(key, 'hex')))(block);
      expect(Buffer.from(block).toString('hex')).toBe(wanted);
    }
  });
});
