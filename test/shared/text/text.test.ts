import { canonicalJson, type Json } from '@shared/text/json';
import { isMasked, maskPhone } from '@shared/text/mask';
import { cleanText, matchKey } from '@shared/text/normalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

// Tries F-69, F-70 of test/faults.md.

describe('text from a hostile page', () => {
  test('twins made with invisible characters are one text', () => {
    expect(cleanText('张三\u200b')).toBe('张三');
    expect(matchKey('王\u202e小明')).toBe(matchKey('王小明'));
  });

  test('survives UTF-8 whatever was in it', () => {
    const decode = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(decode(clean)).toBe(clean);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('masks', () => {
  test.each(['王**', 't**8', 'E***E', '熊＊＊'])('%s is masked', (name) => expect(isMasked(name)).toBe(true));
  test.each(['王小明', 'Anna', ''])('%s is not', (name) => expect(isMasked(name)).toBe(false));
  test('a phone shows its ends only', () => expect(maskPhone('138 0013 8000')).toBe('138****8000'));
});

test('canonical JSON does not depend on the order keys were written in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const shuffled = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(shuffled as Json)).toBe(canonicalJson(object as Json));
      expect(JSON.parse(canonicalJson(object as Json))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
  );
});
