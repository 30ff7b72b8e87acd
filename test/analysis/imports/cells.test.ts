import { parseAmount, timesQuantity } from '@analysis/imports/amount';
import { canonicalHeader, cleanCell, isRoundedId } from '@analysis/imports/cell';
import { parseMoment } from '@analysis/imports/moments';
import { createTimeReader } from '@analysis/imports/times';
import { instantOfWall, zoneOffsets } from '@analysis/imports/zone';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// Tries F-38 of test/faults.md.

describe('amounts', () => {
  it.each([
    ['¥1,288.00', 12_880_000],
    ['12.30元', 123_000],
    ['116,99 €', 1_169_900],
    ['1.250,00 €', 12_500_000],
    ["1'250.00", 12_500_000],
    ['399,00', 3_990_000],
    ['1,288', 12_880_000],
    ['-$0.95', -9_500],
    ['$-0.95', -9_500],
    ['12.00-', -120_000],
    ['(12.00)', -120_000],
    ['499.00（系统计算中，该值仅供参考）', 4_990_000],
    ['131.77(已退款89.84)', 1_317_700],
    ['１２．５', 125_000],
    ['1e-05', 0],
    ['2.5E+2', 2_500_000],
    ['0.00005', 1],
    ['USD 64.00', 640_000],
    ['NT$350', 3_500_000],
    ['−5', -50_000],
    ['0', 0],
  ])('%s', (text, scaled) => {
    expect(parseAmount(text)).toBe(scaled);
  });

  it.each([
    '',
    '无退款申请',
    '--',
    '1.2.3',
    '1,28,8',
    '12 abc',
    'NaN',
    'Infinity',
    '1e400',
    '99999999999999999999',
    '.',
    ',',
  ])('refuses %j', (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it('come back exactly however they are written', () => {
    const whole = fc.integer({ min: 0, max: 999_999_999 });
    const cents = fc.integer({ min: 0, max: 99 });
    const grouped = (n: number, mark: string) => String(n).replace(/\B(?=(\d{3})+$)/g, mark);
    fc.assert(
      fc.property(whole, cents, fc.boolean(), (n, c, minus) => {
        const two = String(c).padStart(2, '0');
        const scaled = (n * 100 + c) * 100 * (minus ? -1 : 1);
        const sign = minus ? '-' : '';
        for (const text of [
          `${sign}${n}.${two}`,
          `${sign}¥${grouped(n, ',')}.${two}`,
          `${sign}${n}.${two}元`,
          `${sign}${grouped(n, '.')},${two} €`,
          ` ${sign}$${grouped(n, ',')}.${two} `,
        ])
          expect(parseAmount(text), text).toBe(scaled === 0 ? 0 : scaled);
        expect(parseAmount(`${sign}${grouped(n, '.')},${two}`, true)).toBe(scaled === 0 ? 0 : scaled);
      }),
    );
  });

  it('times a quantity stay exact', () => {
    expect(timesQuantity(25_500, 60_000)).toBe(153_000);
    expect(timesQuantity(389_700_000, 809_950_000)).toBe(389_700_000 * 80_995);
    expect(timesQuantity(100_000, 5_000)).toBe(50_000);
  });
});

describe('dates', () => {
  it.each([
    ['2025-06-01 12:00:10', '2025-06-01T12:00:10', null],
    ['2025/6/1', '2025-06-01T00:00:00', null],
    ['20250601', '2025-06-01T00:00:00', null],
    ['20250601120010', '2025-06-01T12:00:10', null],
    ['2025年6月1日 8:05', '2025-06-01T08:05:00', null],
    ['2024-05-01T13:00:00+00:00', '2024-05-01T13:00:00', 0],
    ['2024-05-01 09:00:00 -0400', '2024-05-01T09:00:00', -240],
    ['2025-03-02 10:12:00 UTC', '2025-03-02T10:12:00', 0],
    ['2025-03-02T10:12:00.123Z', '2025-03-02T10:12:00', 0],
    ['Jul-21-25', '2025-07-21T00:00:00', null],
    ['10-Dez-25', '2025-12-10T00:00:00', null],
    ['3-Mär-26', '2026-03-03T00:00:00', null],
    ['May 1, 2024 12:00:05 AM', '2024-05-01T00:00:05', null],
    ['01 Jun 2025 20:00', '2025-06-01T20:00:00', null],
  ])('%s', (text, wall, offset) => {
    expect(parseMoment(text, null)).toEqual({ wall: Date.parse(`${wall}Z`), offset });
  });

  it('are ambiguous as D/M or M/D until the order is said', () => {
    expect(parseMoment('05/06/2024', null)).toBe('ambiguous');
    expect(parseMoment('05/06/2024', 'dmy')).toEqual({ wall: Date.UTC(2024, 5, 5), offset: null });
    expect(parseMoment('05/06/24 08:30', 'mdy')).toEqual({ wall: Date.UTC(2024, 4, 6, 8, 30), offset: null });
    expect(parseMoment('25/12/2024', 'mdy')).toBe('bad');
  });

  it.each(['2025-02-29', '2025-13-01', '2025-06-01 24:00:00', 'tomorrow', '45778.5', '0000-00-00', ''])(
    'refuses %j',
    (text) => {
      expect(parseMoment(text, null)).toBe('bad');
    },
  );

  it('are shown in the zone of the shop', () => {
    const read = createTimeReader({ offset: null, dateOrder: null, tz: 'Asia/Shanghai' });
    expect(read('2024-05-01 09:00:05 -0400')).toMatchObject({ wall: Date.UTC(2024, 4, 1, 21, 0, 5) });
    expect(read('2024-11-03 01:30:00 -0500')).toMatchObject({ wall: Date.UTC(2024, 10, 3, 14, 30) });
    expect(read('2024-05-01 09:00:05')).toMatchObject({ wall: Date.UTC(2024, 4, 1, 9, 0, 5) });
    const beijing = createTimeReader({ offset: 480, dateOrder: null, tz: 'Asia/Shanghai' });
    expect(beijing('2025-06-01 00:30:00')).toMatchObject({ wall: Date.UTC(2025, 5, 1, 0, 30) });
  });

  it('and instants agree all year, also when clocks change', () => {
    const offsets = zoneOffsets('America/New_York');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }), (instant) => {
        const wall = instant + offsets(instant) * 60_000;
        const back = instantOfWall(wall, offsets);
        // The repeated hour of autumn has two instants.
        expect([0, 3_600_000]).toContain(instant - back);
      }),
    );
  });
});

describe('cells', () => {
  it('lose guards, never digits', () => {
    for (const text of ['="0123"', "'0123", '`0123', '0123\t', '\u200b0123', '\ufeff0123 '])
      expect(cleanCell(text)).toBe('0123');
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,25}$/), (digits) => cleanCell(`="${digits}"`) === digits),
    );
  });

  it('of a header are compared in one form', () => {
    expect(canonicalHeader('商家应收金额(元)（支付金额）')).toBe('商家应收金额(元)(支付金额)');
    expect(canonicalHeader('产品信息\n（双击单元格展开所有产品信息！）')).toBe(
      canonicalHeader('产品信息(双击单元格展开所有产品信息!)'),
    );
    expect(canonicalHeader('Grand Total (PHP)')).toBe('Grand Total');
    expect(canonicalHeader('下单账号')).toBe(canonicalHeader('下单帐号'));
  });

  it('that are rounded ids are known', () => {
    expect(['1.00000E+18', '1,1E+18', '2E+17'].every(isRoundedId)).toBe(true);
    expect(['1100000000000000001', '12E45', 'E20250601', '1.5'].some(isRoundedId)).toBe(false);
  });
});

describe('plain dates', () => {
  const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2200-12-31'), noInvalidDate: true });

  it('are read the same by the short way and the full one', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(10, 16, 19), (date, length) => {
        const text = date.toISOString().slice(0, length).replace('T', ' ');
        // A slash is left to the full way.
        expect(parseMoment(text, null)).toEqual(parseMoment(text.replaceAll('-', '/'), null));
      }),
    );
  });

  it.each(['2024-00-10', '2024-02-30', '2024-05-01 24:00', '2024-05-01 10:60', '2024-05-01 10:00:6x'])(
    '%s is none',
    (text) => {
      expect(parseMoment(text, null)).toBe('bad');
    },
  );
});
