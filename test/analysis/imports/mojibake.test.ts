import { FORMATS } from '@analysis/imports/formats';
import { isMojibake } from '@analysis/imports/mojibake';
import { describe, expect, it } from 'vitest';
import { file, refusalsOf } from './helpers';

describe('destroyed text', () => {
  it('is known whichever way it went', () => {
    for (const text of ['鍟嗗搧', '璁㈠崟缂栧彿', 'è®¢å•', '锟斤拷'])
      expect(isMojibake(text), text).toBe(true);
  });

  it('is never found in the real headers of any format', () => {
    const names = FORMATS.flatMap((format) => [...format.signature.all]);
    expect(names.filter(isMojibake)).toEqual([]);
  });

  it('is refused as such, not as an unknown table', async () => {
    const found = await refusalsOf([file('璁㈠崟缂栧彿,涔板浼氬憳鍚,鍟嗗搧\n1,a,b\n')]);
    expect(found.map((one) => one.reason)).toEqual(['imports.refusedMojibake']);
  });
});
