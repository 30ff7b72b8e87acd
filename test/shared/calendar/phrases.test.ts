import { isDay } from '@shared/calendar/day';
import { parseDue } from '@shared/calendar/phrases';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** 2026-11-22 is a Sunday. */
const SUNDAY = '2026-11-22';

const DAYS: readonly [text: string, day: string, today?: string][] = [
  ['周五前', '2026-11-27'],
  ['保证周五前发货', '2026-11-27'],
  ['周日', '2026-11-22'],
  ['下周三', '2026-11-25'],
  ['下周三', '2026-12-02', '2026-11-23'],
  ['下下周一', '2026-11-30'],
  ['这周三', '2026-11-18'],
  ['周三', '2026-11-25'],
  ['星期天', '2026-11-22'],
  ['礼拜六', '2026-11-28'],
  ['周末', '2026-11-22'],
  ['下个月5号', '2026-12-05'],
  ['下月五号', '2026-12-05'],
  ['月底', '2026-11-30'],
  ['月底', '2024-02-29', '2024-02-10'],
  ['下个月底', '2026-12-31'],
  ['下月底', '2027-02-28', '2027-01-31'],
  ['年底前', '2026-12-31'],
  ['明天', '2026-11-23'],
  ['后天前', '2026-11-24'],
  ['大后天', '2026-11-25'],
  ['今晚', '2026-11-22'],
  ['三天内', '2026-11-25'],
  ['3天后', '2026-11-25'],
  ['48小时内', '2026-11-24'],
  ['一周后', '2026-11-29'],
  ['两个星期内', '2026-12-06'],
  ['半个月', '2026-12-07'],
  ['一个月内', '2026-12-22'],
  ['二十号', '2026-12-20'],
  ['25号前', '2026-11-25'],
  ['12月1日', '2026-12-01'],
  ['1月5号', '2027-01-05'],
  ['十二月二十七号', '2026-12-27'],
  ['2026年12月3日', '2026-12-03'],
  ['12-03', '2026-12-03'],
  ['双十二', '2026-12-12'],
  ['元旦', '2027-01-01'],
  ['tomorrow', '2026-11-23'],
  ['by Friday', '2026-11-27'],
  ['next Friday', '2026-11-27'],
  ["I'll ship by Friday", '2026-11-27'],
  ['in 3 days', '2026-11-25'],
  ['end of the month', '2026-11-30'],
  ['on the 5th', '2026-12-05'],
  ['Dec 3', '2026-12-03'],
  ['2026-12-03', '2026-12-03'],
  ['tonight', '2026-11-22'],
];

describe('a due date in plain words', () => {
  test.each(DAYS)('%s is %s', (text, day, today?: string) => {
    expect(parseDue(text, today ?? SUNDAY)?.due).toEqual({ on: 'day', day });
  });

  test.each([
    ['下次下单', 'next-order'],
    ['下次给你减10元', 'next-order'],
    ['下次来聊', 'next-chat'],
    ['到货了通知您', 'back-in-stock'],
    ['next order', 'next-order'],
    ['next time 10 off', 'next-order'],
    ['when it is back in stock', 'back-in-stock'],
  ])('%s waits for %s', (text, on) => {
    expect(parseDue(text, SUNDAY)?.due.on).toBe(on);
  });

  test.each([
    ['等那个蓝色杯子到货了告诉您', '蓝色杯子'],
    ['茶壺補貨了通知您', '茶壺'],
    ['when the blue cup is back in stock', 'blue cup'],
    ['I get back to you once it is back', ''],
    ['back in stock', ''],
    ['到货了通知您', ''],
  ])('%s waits for the goods it names', (text, goods) => {
    expect(parseDue(text, SUNDAY)?.due).toEqual({ on: 'back-in-stock', what: goods });
  });

  test.each([
    ['下次下單', 'next-order'],
    ['下次來聊', 'next-chat'],
    ['發貨後3天', 'shipped'],
  ])('%s in traditional characters waits for %s', (text, on) => {
    expect(parseDue(text, SUNDAY)?.due.on).toBe(on);
  });

  test('days after shipping are counted from shipping', () => {
    expect(parseDue('发货后三天', SUNDAY)?.due).toEqual({ on: 'shipped', plusDays: 3 });
  });

  test.each(['soon', '很快', '减10元', '12.5元', '打9折', '2月30号', ''])('%s names no day', (text) => {
    expect(parseDue(text, SUNDAY)).toBeNull();
  });

  test('whatever is typed gives a real day on or after today, or nothing', () => {
    const piece = fc.constantFrom(
      '下',
      '个',
      '月',
      '周',
      '五',
      '12',
      '号',
      '日',
      '前',
      '天',
      '内',
      ' ',
      '十',
      'next',
      'friday',
      '31',
      '-',
      '底',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const due = parseDue(pieces.join(''), SUNDAY)?.due;
        if (due?.on === 'day') expect(isDay(due.day)).toBe(true);
      }),
    );
  });
});
