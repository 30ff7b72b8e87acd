import { readable } from '@extension/pages/shop/privacy/sheet-words';
import type { AnyTranslate } from '@extension/ui/more';
import { translator } from '@shared/i18n/index';
import { BOOK_TABLES } from '@shared/records/book';
import { BUYER_TABLES } from '@shared/records/buyer-tables';
import { describe, expect, it } from 'vitest';
import { BUYER, filled } from '../book/full-buyer';

const saying = (lang: 'en' | 'zh-CN' | 'zh-TW') => ({
  t: translator(lang) as unknown as AnyTranslate,
  lang,
  today: '2026-11-22',
  zone: 'Asia/Shanghai',
});

describe('everything about a buyer on paper', () => {
  it('is in the reader’s words: days of the shop, money, states, no marks of the program', () => {
    const promise = filled('promises', 'p', {
      buyerId: BUYER,
      due: { on: 'day', day: '2026-11-27' },
      state: 'open',
    });
    const words = new Map(readable('promises', promise as never, saying('zh-CN')));
    expect(words.get('saidAt')).toBe('2026-11-02 16:00');
    expect(words.get('state')).toBe(translator('zh-CN')('records.promise.state.open'));
    expect(words.get('cost')).toBe('1 CNY');
    expect([...words.keys()]).not.toContain('buyerId');
    expect([...words.keys()]).not.toContain('by');
  });

  it.each(['buyers', ...BUYER_TABLES] as const)('has words for every state and kind of %s', (table) => {
    const { state, kind } = BOOK_TABLES[table].entries as { state?: unknown; kind?: unknown };
    for (const [field, schema] of Object.entries({ state, kind })) {
      const options = (schema as { options?: readonly string[] } | undefined)?.options ?? [];
      for (const value of options) {
        const row = filled(table, 'x', { buyerId: BUYER, [field]: value, mergedInto: null });
        const words = new Map(readable(table, row as never, saying('en')));
        expect(words.get(field) ?? 'none').not.toMatch(/undefined/);
      }
    }
  });
});
