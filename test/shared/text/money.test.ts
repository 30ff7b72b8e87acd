import { formatMoney, moneyToMajor, parseMoney } from '@shared/text/money';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('money a person types', () => {
  test.each([
    ['10', 1000],
    ['¥10', 1000],
    ['10元', 1000],
    ['10块', 1000],
    ['１０．５', 1050],
    ['1,288.00', 128_800],
    ['-0.95', -95],
    ['0.10', 10],
    ['12.300', 1230],
  ])('%s', (text, minor) => {
    expect(parseMoney(text, 'CNY')).toEqual({ minor, currency: 'CNY' });
  });

  test.each(['', 'ten', '1.005', '1,2', '10折', '1e3', '--5', '9999999999999999'])(
    '%s is no amount',
    (text) => {
      expect(parseMoney(text, 'CNY')).toBeNull();
    },
  );

  test('yen have no sen', () => {
    expect(parseMoney('1200', 'JPY')).toEqual({ minor: 1200, currency: 'JPY' });
    expect(parseMoney('12.5', 'JPY')).toBeNull();
  });

  test('what was written can be read again, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (minor) => {
        const money = { minor, currency: 'CNY' };
        expect(parseMoney(moneyToMajor(money).toFixed(2), 'CNY')).toEqual({
          minor: minor === 0 ? 0 : minor,
          currency: 'CNY',
        });
      }),
    );
  });

  test('is shown as the reader writes it', () => {
    expect(formatMoney({ minor: 128_850, currency: 'CNY' }, 'zh-CN')).toBe('¥1,288.50');
    expect(formatMoney({ minor: 1000, currency: 'USD' }, 'en')).toBe('$10');
  });
});
