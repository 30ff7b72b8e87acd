import { parseDue } from '@shared/calendar/phrases';
import { describe, expect, test } from 'vitest';
import { NO_DAY, ROWS } from './phrase-table';

describe('day phrases, against a table', () => {
  test('the table is long', () => expect(ROWS.length).toBeGreaterThanOrEqual(120));

  test.each(ROWS)('%s said on %s is %s', (text, today, day) => {
    expect(parseDue(text, today)?.due).toEqual({ on: 'day', day });
  });

  test.each(NO_DAY)('%s names no day', (text) => {
    expect(parseDue(text, '2026-11-22')).toBeNull();
  });

  test.each([
    ['保證禮拜五以前寄出', '禮拜五以前'],
    ['下個月5號前給您', '下個月5號前'],
    ['农历八月十五前', '农历八月十五前'],
  ])('the words found in %s are given back as written', (text, matched) => {
    expect(parseDue(text, '2026-11-22')?.matched).toBe(matched);
  });
});
