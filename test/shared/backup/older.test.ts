import { readBackup } from '@shared/backup/read';
import { writeBackup } from '@shared/backup/write';
import { canonicalJson, type Json } from '@shared/text/json';
import { sha256Hex } from '@shared/text/sha256';
import { describe, expect, test } from 'vitest';

/** A buyer as a program without the later fields wrote it. */
const buyer: Json = {
  id: 'b1',
  schema: 1,
  seat: 'owner',
  deleted: false,
  stamps: {},
  name: '小王',
  attitude: '',
  source: '',
  grade: 'A',
  phone: '',
  address: '',
  tags: [],
  facts: ['油皮'],
  caution: null,
  since: '2026-01-01',
};

function older(tables: string): string {
  const head = '{"format":"zhanggui/backup","version":1,"made":"2026-11-22T12:00:00.000Z"';
  const body = `${head},"tables":{${tables}},\n"actions":[]`;
  return `${body},"hash":"${sha256Hex(body)}"}`;
}

describe('a backup from before the later fields and tables', () => {
  const file = older(`"buyers":[${canonicalJson(buyer)}]`);

  test('is read, its seal holds, and what it does not say is as usual', () => {
    const read = readBackup(file);
    if (!read.ok) throw new Error(read.reason);
    expect(read.book.buyers[0]).toMatchObject({ facts: ['油皮'], moves: [], custom: [], mergedInto: null });
    expect(read.book.leads).toEqual([]);
  });

  test('is refused when a letter of it was changed', () => {
    expect(readBackup(file.replace('油皮', '干皮'))).toMatchObject({ ok: false, reason: 'damaged' });
  });

  test('comes back whole when it is written anew', () => {
    const read = readBackup(file);
    if (!read.ok) throw new Error(read.reason);
    const anew = readBackup(writeBackup(read.book, read.actions, read.made));
    expect(anew).toEqual(read);
  });
});
