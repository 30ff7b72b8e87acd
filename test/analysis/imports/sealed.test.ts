import { readInputs } from '@analysis/imports/read';
import { sealBackup } from '@shared/backup/seal';
import { writeBackup } from '@shared/backup/write';
import { emptyBook } from '@shared/records/book';
import { expect, test } from 'vitest';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const progress = { report: () => undefined, signal: new AbortController().signal };
const read = async (bytes: Uint8Array, password: string | null) =>
  readInputs(
    [{ name: 'book.zgb', bytes }],
    { map: null, dateOrder: null, tz: null, currency: null, password },
    progress,
  );

test('an encrypted backup is read with its passphrase, and refused with a sentence without', async () => {
  const text = writeBackup(emptyBook(), [], '2026-11-22T00:00:00Z');
  const bytes = await sealBackup(text, 'tea', random);
  const opened = await read(bytes, 'tea');
  expect(opened?.ok && opened.data.book).toEqual(emptyBook());
  const reason = async (password: string | null) =>
    (await read(bytes, password))?.refusals.map((one) => one.reason);
  expect(await reason(null)).toEqual(['imports.refusedSealed']);
  expect(await reason('coffee')).toEqual(['imports.refusedPassphrase']);
});
