// @vitest-environment happy-dom
import { browserPattern, isFollowablePattern, matchesUrl } from '@extension/chat/match';
import { isOnlyDuration, parseDuration } from '@extension/chat/read/duration';
import { parseDay, parseInstant } from '@extension/chat/read/instant';
import { applyOps, orderNumberIn } from '@extension/chat/read/ops';
import { textOf } from '@extension/chat/read/text';
import { describe, expect, it } from 'vitest';

const SHANGHAI = 'Asia/Shanghai';
const now = Date.UTC(2026, 10, 22, 2, 0);
const shanghai = (...at: [number, number, number, number, number, number?]) =>
  Date.UTC(at[0], at[1] - 1, at[2], at[3] - 8, at[4], at[5] ?? 0);

describe('times as chats print them', () => {
  it.each([
    ['2026年09月08日 17:30:17', shanghai(2026, 9, 8, 17, 30, 17)],
    ['2026-09-08 17:30', shanghai(2026, 9, 8, 17, 30)],
    ['小雨2-22 18:55:20', shanghai(2026, 2, 22, 18, 55, 20)],
    ['昨天 23:50', shanghai(2026, 11, 21, 23, 50)],
    ['前天 08：05', shanghai(2026, 11, 20, 8, 5)],
    ['星期三 12:00', shanghai(2026, 11, 18, 12, 0)],
    ['Yesterday 3:04 PM', shanghai(2026, 11, 21, 15, 4)],
    ['下午 3:04', shanghai(2026, 11, 21, 15, 4)],
    ['09:59', shanghai(2026, 11, 22, 9, 59)],
    ['28/09/2026 10:30', shanghai(2026, 9, 28, 10, 30)],
    ['2026-11-22T01:00:00Z', Date.UTC(2026, 10, 22, 1)],
    ['Nov 19, 10:30 AM', shanghai(2026, 11, 19, 10, 30)],
    ['December 31st, 2025, 23:59', shanghai(2025, 12, 31, 23, 59)],
    ['19 Nov 2026 08:05', shanghai(2026, 11, 19, 8, 5)],
    ['Dec 30 10:00', shanghai(2025, 12, 30, 10, 0)],
    ['1788859817', 1788859817000],
  ])('%s', (text, instant) => {
    expect(parseInstant(text, SHANGHAI, now)).toBe(instant);
  });

  it('is yesterday when the clock time lies ahead, last year when the day does', () => {
    const newYear = shanghai(2027, 1, 1, 0, 5);
    expect(parseInstant('23:58', SHANGHAI, newYear)).toBe(shanghai(2026, 12, 31, 23, 58));
    expect(parseInstant('12-31 23:59', SHANGHAI, newYear)).toBe(shanghai(2026, 12, 31, 23, 59));
    expect(parseInstant('1-1 00:01', SHANGHAI, newYear)).toBe(shanghai(2027, 1, 1, 0, 1));
  });

  it.each(['03/04/2026 10:30', '22 พ.ย. 10:30', '刚刚', 'Yesterday', '25:70', '2026-02-30 10:00', ''])(
    'leaves "%s" open rather than guess',
    (text) => {
      expect(parseInstant(text, SHANGHAI, now)).toBeNull();
    },
  );

  it('under the name of a day, a clock is of that day', () => {
    const day = parseDay('11月19日', SHANGHAI, now);
    expect(day).toBe(shanghai(2026, 11, 19, 0, 0));
    expect(parseInstant('18:20', SHANGHAI, now, day)).toBe(shanghai(2026, 11, 19, 18, 20));
    expect(parseInstant('昨天 18:20', SHANGHAI, now, day)).toBe(shanghai(2026, 11, 21, 18, 20));
    expect(parseDay('Sunday Nov 22nd 2026', SHANGHAI, now)).toBe(shanghai(2026, 11, 22, 0, 0));
    expect(parseDay('12-31', SHANGHAI, shanghai(2027, 1, 1, 0, 5))).toBe(shanghai(2026, 12, 31, 0, 0));
  });

  it('knows summer time', () => {
    expect(parseInstant('2026-07-01 12:00', 'America/New_York', now)).toBe(Date.UTC(2026, 6, 1, 16));
    expect(parseInstant('2026-01-05 12:00', 'America/New_York', now)).toBe(Date.UTC(2026, 0, 5, 17));
  });
});

describe('waiting times', () => {
  it.each([
    ['45秒', 45],
    ['4分钟', 240],
    ['超时 12分30秒', 750],
    ['1小时3分', 3780],
    ['2天', 172_800],
    ['3 min', 180],
    ['1h 5m', 3900],
    ['00:45', 45],
    ['1:02:03', 3723],
  ])('%s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it('are none in other words', () => {
    expect(parseDuration('已超时')).toBeNull();
    expect(isOnlyDuration('等了3分钟了')).toBe(false);
    expect(isOnlyDuration('4分钟')).toBe(true);
  });
});

describe('the fixed steps', () => {
  it('cut and keep', () => {
    expect(applyOps('810001-0-unRead', [['before', '-']])).toBe('810001');
    expect(applyOps('u_anna77imcustomer9', [['between', 'u_', 'imcustomer']])).toBe('anna77');
    expect(
      applyOps('/app/accounts/1/conversations/55', [['between', '/conversations/', '/'], ['digits']]),
    ).toBe('55');
    expect(applyOps('/agent/tickets/new/1', [['between', '/agent/tickets/', '/'], ['digits']])).toBeNull();
    expect(applyOps('小李\n添加备注', [['drop', '添加备注'], ['firstLine']])).toBe('小李');
    expect(applyOps('小李[黑名单]转接客户', [['dropBrackets'], ['drop', '转接客户']])).toBe('小李');
    expect(applyOps('12', [['notDigits']])).toBeNull();
    expect(applyOps('user12 2-22 18:55:20', [['dropTimeTail']])).toBe('user12');
    expect(applyOps('/a/b/c/', [['lastSegment']])).toBe('c');
    expect(applyOps('none', [['after', 'x']])).toBeNull();
  });

  it('know an order number from a telephone number', () => {
    expect(orderNumberIn('订单编号：260908-123456789012345 已付款')).toBe('260908-123456789012345');
    expect(orderNumberIn('6920260101234567890')).toBe('6920260101234567890');
    expect(orderNumberIn('电话 13800138000')).toBeNull();
    expect(orderNumberIn('电话 13800138000，单号 4400123456789')).toBe('4400123456789');
    expect(orderNumberIn('SN 2309087ABCDEFG')).toBe('2309087ABCDEFG');
    expect(orderNumberIn('HELLOHELLOHELLO')).toBeNull();
  });
});

describe('text of a place', () => {
  it('keeps lines, writes emoji pictures, takes no script and no hidden marks', () => {
    const place = document.createElement('div');
    place.innerHTML =
      '<p>一 \n 行</p><p>二<img alt="🙂"><script>bad()</script></p><span>张三\u200b\u202e</span><img onerror="x">';
    expect(textOf(place)).toBe('一 行\n二🙂\n张三');
  });
});

describe('addresses', () => {
  it('fit by whole host and by path', () => {
    expect(matchesUrl('https://a.example.com/chat/*', 'https://a.example.com/chat/7?x=1#y')).toBe(true);
    expect(matchesUrl('https://a.example.com/chat/*', 'https://a.example.com/other')).toBe(false);
    expect(matchesUrl('https://*.example.com/*', 'https://example.com/')).toBe(true);
    expect(matchesUrl('https://*.example.com/*', 'https://notexample.com/')).toBe(false);
    expect(matchesUrl('http://127.0.0.1:4173/*', 'http://127.0.0.1:4173/x')).toBe(true);
    expect(matchesUrl('http://127.0.0.1:4173/*', 'http://127.0.0.1:9/x')).toBe(false);
    expect(matchesUrl('http://localhost/*', 'http://localhost:8080/')).toBe(true);
    expect(matchesUrl('https://a.example.com/*', 'no address')).toBe(false);
  });

  it('lose their port for the browser', () => {
    expect(browserPattern('http://localhost:5173/*')).toBe('http://localhost/*');
    expect(browserPattern('https://*.zendesk.com/*')).toBe('https://*.zendesk.com/*');
    expect(isFollowablePattern('https://chat.example.com')).toBe(false);
  });
});
