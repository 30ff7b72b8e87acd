import { dayWords, dueWords, shortDay, waitClock, waitWords } from '@extension/ui/when';
import { translator } from '@shared/i18n';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-11-22';

describe('days', () => {
  it('are written as the reader says them, the year only when it is another', () => {
    expect(dayWords('2026-11-27', TODAY, 'en')).toBe('Fri 27 Nov');
    expect(dayWords('2027-01-05', TODAY, 'en')).toBe('Tue 5 Jan 2027');
    expect(dayWords('2026-11-27', TODAY, 'zh-CN')).toBe('11月27日 周五');
    expect(dayWords('2027-01-05', TODAY, 'zh-TW')).toBe('2027年1月5日 週二');
    expect(shortDay('2025-11-20', TODAY)).toBe('2025-11-20');
  });

  it('a condition is said as one, also when the thing awaited has no name', () => {
    const t = translator('en');
    expect(dueWords({ on: 'back-in-stock', what: '' }, TODAY, 'en', t)).toBe('when it is back in stock');
    expect(dueWords({ on: 'back-in-stock', what: 'the red cup' }, TODAY, 'en', t)).toContain('the red cup');
    expect(dueWords({ on: 'shipped', plusDays: 3 }, TODAY, 'en', t)).toBe('3 days after shipping');
  });
});

describe('waits', () => {
  it('run like a stop watch', () => {
    expect(waitClock(252)).toBe('4′12″');
    expect(waitClock(3720)).toBe('1h02′');
    expect(waitClock(-5)).toBe('0′00″');
  });

  it('are said in whole minutes, "at least" when we only saw the mark, and not at all below one minute', () => {
    expect(waitWords(59, true, translator('en'))).toBeNull();
    expect(waitWords(60, true, translator('en'))).toBe('1 minute');
    expect(waitWords(299, false, translator('zh-CN'))).toBe('至少 4 分钟');
    expect(waitWords(7300, true, translator('en'))).toBe('2 hours');
  });
});
