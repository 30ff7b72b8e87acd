import { readFileSync } from 'node:fs';
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
