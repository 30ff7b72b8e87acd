import { isSealed, openBackup, sealBackup } from '@shared/backup/seal';
import { describe, expect, test } from 'vitest';

// Tries F-54, F-55, F-65 of test/faults.md.

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const TEXT = '{"format":"zhanggui/backup","version":1,"名":"王小满 🍵"}'.repeat(50);

describe('an encrypted backup', () => {
  test('opens with its passphrase to the same bytes, and names nothing on the outside', async () => {
    const file = await sealBackup(TEXT, '山中无老虎 12', random);
    expect(isSealed(file)).toBe(true);
    expect(new TextDecoder().decode(file)).not.toContain('zhanggui');
    expect(await openBackup(file, '山中无老虎 12')).toEqual({ ok: true, text: TEXT });
  });

  test('does not open with another passphrase, nor with none', async () => {
    const file = await sealBackup(TEXT, 'right', random);
    for (const wrong of ['wrong', '', 'Right']) {
      expect(await openBackup(file, wrong)).toEqual({ ok: false, reason: 'wrong-passphrase' });
    }
  });

  test('takes one passphrase typed on two keyboards as one', async () => {
    const file = await sealBackup(TEXT, 'cafe\u0301 ①', random);
    expect((await openBackup(file, 'caf\u00e9 1')).ok).toBe(true);
  });

  test('is refused when any part was changed or cut', async () => {
    const file = await sealBackup(TEXT, 'right', random);
    for (const at of [9, 20, 30, 37, file.length - 20, file.length - 1]) {
      const flipped = file.slice();
      flipped[at] = flipped[at]! ^ 1;
      expect((await openBackup(flipped, 'right')).ok).toBe(false);
    }
    for (const length of [0, 3, 36, 60, file.length - 1]) {
      expect((await openBackup(file.slice(0, length), 'right')).ok).toBe(false);
    }
  });

  test('asks for no day of work whatever its header says', async () => {
    const file = await sealBackup(TEXT, 'right', random);
    new DataView(file.buffer).setUint32(5, 0xffffffff);
    expect(await openBackup(file, 'right')).toEqual({ ok: false, reason: 'not-sealed' });
  });

  test('two files of one book are not alike', async () => {
    const [a, b] = await Promise.all([sealBackup(TEXT, 'x', random), sealBackup(TEXT, 'x', random)]);
    expect(a).not.toEqual(b);
  });
});
