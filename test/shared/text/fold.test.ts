import { fold, MAX_FOLDED, placeIn, squeeze } from '@shared/text/fold';
import { findOffs } from '@shared/text/off';
import { simplifiedOf } from '@shared/text/traditional';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('a text folded for finding', () => {
  test.each([
    ['保證週五發貨', '保证周五发货'],
    ['ＡＢＣ１２３', 'abc123'],
    ['I’ll “ship” it', 'i\'ll "ship" it'],
    ['张\u200b三', '张三'],
    ['㎏', 'kg'],
  ])('%s is %s', (text, folded) => expect(fold(text).text).toBe(folded));

  test('one character of the map is never the key of another', () => {
    for (const character of '發們個週後裡隻')
      expect(simplifiedOf(simplifiedOf(character))).toBe(simplifiedOf(character));
  });

  test('places lead back into the original, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const folded of [fold(text), squeeze(fold(text))]) {
          expect(folded.at.length).toBe(folded.text.length + 1);
          const { from, to } = placeIn(text, folded, 0, folded.text.length);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
          expect([...folded.at]).toEqual([...folded.at].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('what is beyond the cap is not read', () => {
    expect(fold('字'.repeat(MAX_FOLDED + 5)).text.length).toBe(MAX_FOLDED);
  });
});

describe('amounts said in a text', () => {
  test.each([
    ['下次给您打9折', 'CNY', null, 10],
    ['八五折', 'CNY', null, 15],
    ['8.5折', 'CNY', null, 15],
    ['半价给您', 'CNY', null, 50],
    ['10% off', 'USD', null, 10],
    ['减10块', 'CNY', 1000, null],
    ['便宜您十块', 'CNY', 1000, null],
    ['退您6.8', 'CNY', 680, null],
    ['¥12.50', 'CNY', 1250, null],
    ['take $5 off', 'USD', 500, null],
    ['five dollars', 'USD', 500, null],
    ['knock 15 off', 'USD', 1500, null],
    ['折100元', 'TWD', 10000, null],
  ])('%s', (text, currency, minor, percentOff) => {
    const [off] = findOffs(fold(text).text, currency);
    expect([off?.amount?.minor ?? null, off?.percentOff ?? null]).toEqual([minor, percentOff]);
  });

  test('a dollar of a shop in yuan is a US dollar, and a pound a pound', () => {
    expect(findOffs('$5', 'CNY')[0]?.amount?.currency).toBe('USD');
    expect(findOffs('$5', 'CAD')[0]?.amount?.currency).toBe('CAD');
    expect(findOffs('£5', 'CNY')[0]?.amount?.currency).toBe('GBP');
  });

  test.each(['3天内', '38码', '第9', '5号', '三个'])('%s is no amount', (text) => {
    expect(findOffs(text, 'CNY')).toEqual([]);
  });
});
