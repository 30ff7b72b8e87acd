import { randomBytes } from 'node:crypto';
import { codeForm, recoveryCode } from '@shared/backup/recovery-code';
import { openBackup, sealBytes } from '@shared/backup/seal';
import { strengthOf } from '@shared/backup/strength';
import { describe, expect, it } from 'vitest';

const random = (count: number) => new Uint8Array(randomBytes(count));

describe('how strong a passphrase is', () => {
  it.each([
    ['', 0],
    ['123456', 0],
    ['password123', 0],
    ['qwertyuiop', 0],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 0],
    ['20260101', 0],
    ['woaini1314', 0],
    ['宝贝发财2026', 0],
    ['abcabcabcabcabc', 0],
    ['tr0ub4dor', 0],
    ['green teapot 47', 1],
    ['三只青釉杯 7', 2],
    ['correct horse battery staple', 3],
    ['k7#Vm2qLx9!dTe', 3],
    ['月白青釉三只杯子摆柜台', 3],
  ])('%s is of level %i', (passphrase, level) => {
    expect(strengthOf(passphrase).level).toBe(level);
  });
});

describe('a recovery code', () => {
  it('is another one each time, and is known again however it was typed', () => {
    const codes = new Set(Array.from({ length: 50 }, () => recoveryCode(random)));
    expect(codes.size).toBe(50);
    for (const code of codes) {
      expect(codeForm(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
      expect(codeForm(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      expect(codeForm(code.slice(1))).toBe(null);
    }
  });

  it('opens a sealed file as its passphrase does, and no other code does', async () => {
    const code = recoveryCode(random);
    const file = await sealBytes(new Blob(['欠小样 2 支']), 'three green cups', random, code);
    for (const secret of ['three green cups', code, code.toLowerCase().replaceAll('-', '')]) {
      expect(await openBackup(file, secret)).toEqual({ ok: true, text: '欠小样 2 支' });
    }
    for (const secret of ['two green cups', recoveryCode(random), '']) {
      expect(await openBackup(file, secret)).toEqual({ ok: false, reason: 'wrong-passphrase' });
    }
  }, 20_000);

  it('is of no use once a bit of the file was changed, wherever', async () => {
    const code = recoveryCode(random);
    const file = await sealBytes(new Blob(['x']), 'three green cups', random, code);
    for (const at of [0, 4, 12, 30, 37, 60, 100, 156, file.length - 1]) {
      const changed = file.slice();
      changed[at] = changed[at]! ^ 1;
      expect((await openBackup(changed, code)).ok, `byte ${at}`).toBe(false);
    }
  }, 40_000);
});
