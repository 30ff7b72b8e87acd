import { commitmentsIn, suggestionsFor } from '@extension/chat/suggest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** A Sunday. */
const WORLD = { today: '2026-11-22', currency: 'CNY' };
const USD = { ...WORLD, currency: 'USD' };

describe("promises in the seller's own words", () => {
  test('保证周五前发货: to ship, by Friday, with the quote', () => {
    expect(commitmentsIn('亲，保证周五前发货哦', WORLD)).toMatchObject([
      {
        table: 'promise',
        kind: 'ship',
        what: '保证周五前发货哦',
        quote: '亲，保证周五前发货哦',
        due: { on: 'day', day: '2026-11-27' },
        amount: null,
        span: { start: 2, end: 10 },
      },
    ]);
  });

  test('下次给您打9折: a discount owed for the next order', () => {
    expect(commitmentsIn('下次给您打9折', WORLD)).toMatchObject([
      { table: 'discount', kind: 'next', percentOff: 10, amount: null, due: { on: 'next-order' } },
    ]);
  });

  test('坏了包换: a replacement, whenever', () => {
    expect(commitmentsIn('坏了包换', WORLD)).toMatchObject([
      { table: 'promise', kind: 'replace', due: { on: 'open' } },
    ]);
  });

  test("I'll refund you tomorrow", () => {
    expect(commitmentsIn("Sorry! I'll refund you $12.50 tomorrow.", USD)).toMatchObject([
      {
        table: 'promise',
        kind: 'refund',
        due: { on: 'day', day: '2026-11-23' },
        amount: { minor: 1250, currency: 'USD' },
      },
    ]);
  });

  test('a gift is a gift', () => {
    expect(commitmentsIn('久等啦，给您多放两个小样', WORLD)).toMatchObject([
      { table: 'gift', kind: 'announced' },
    ]);
  });

  test('two things in one message are two, each with its own words', () => {
    const found = commitmentsIn('碎的那个明天给您补发，下次再给您减10元', WORLD);
    expect(found.map(({ table, what }) => [table, what])).toEqual([
      ['promise', '碎的那个明天给您补发'],
      ['discount', '下次再给您减10元'],
    ]);
    expect(found[1]!.amount).toEqual({ minor: 1000, currency: 'CNY' });
  });

  test('traditional characters and full width are the same words', () => {
    expect(commitmentsIn('保證禮拜五以前出貨', WORLD)).toMatchObject([
      { kind: 'ship', what: '保證禮拜五以前出貨', due: { on: 'day', day: '2026-11-27' } },
    ]);
  });

  test.each([
    '不能保证周五到',
    '明天能发吗',
    '明天发可以吗？',
    '要不要给您补发一件',
    '昨天已经给您发了',
    '马上为您查询',
    '您要是不满意可以退',
    '一般48小时内发货',
    '支持七天无理由退换货',
    '您说过"坏了包换"',
    '自动回复：明天给您发货',
    '',
    '。。。',
    "I can't promise it ships Friday",
    'Should I refund you?',
    'We usually ship within 2 days',
    'I refunded you yesterday',
    "I'll check that for you",
    "If you'd like a refund, send it back",
  ])('%s binds nobody', (text) => {
    expect(commitmentsIn(text, WORLD)).toEqual([]);
  });
});

describe('offered once', () => {
  test('the same words have the same key, whatever their stops and spaces', () => {
    const key = (text: string) => commitmentsIn(text, WORLD)[0]!.key;
    expect(key('保证周五前发货！')).toBe(key('保證周五前發貨～'));
    expect(key('保证周五前发货')).not.toBe(key('保证周六前发货'));
  });

  test('what was taken or waved away is left out', () => {
    const message = { side: 'seller', text: '明天给您发货' } as const;
    const [first] = suggestionsFor(message, WORLD);
    expect(suggestionsFor(message, WORLD, new Set([first!.key]))).toEqual([]);
  });

  test('only the seller binds the shop, and nobody of whom it is not known who they are', () => {
    const text = '坏了包换';
    for (const side of ['buyer', 'system', 'unknown'] as const)
      expect(suggestionsFor({ side, text }, WORLD).filter(({ sort }) => sort === 'commitment')).toEqual([]);
  });
});

describe('whatever stands in a message', () => {
  test('every find lies in it, and there are few', () => {
    const piece = fc.constantFrom(
      '保证',
      '明天',
      '给您',
      '发货',
      '退款',
      '，',
      '😀',
      '\n',
      '"',
      "I'll ",
      'refund ',
      '9折',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { span, quote, what } of commitmentsIn(text, WORLD)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThan(span.end);
          expect(what.length).toBeGreaterThan(0);
          expect(quote.length).toBeLessThanOrEqual(500);
        }
        expect(commitmentsIn(text, WORLD).length).toBeLessThanOrEqual(4);
      }),
    );
  });

  test('a novel is read no further than its beginning', () => {
    const text = `${'话'.repeat(3000)}，明天给您发货`;
    expect(commitmentsIn(text, WORLD)).toEqual([]);
  });
});
