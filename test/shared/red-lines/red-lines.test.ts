import { defaultRedLines } from '@shared/red-lines/defaults';
import { redLinesIn } from '@shared/red-lines/scan';
import { RED_LINE_REASONS, redLineListSchema } from '@shared/red-lines/schema';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

const reasons = (text: string, platform: string | null = 'pdd') =>
  redLinesIn(text, { platform, list: defaultRedLines }).map(({ reason }) => reason);

describe('words that get a shop fined', () => {
  test.each([
    ['亲，五星好评返2元红包哦', 'cash-for-praise'],
    ['收到满意的话好评返现3元', 'cash-for-praise'],
    ['帮忙把差评删了 删差评给您退20', 'cash-for-praise'],
    ['leave a 5-star review and get $5 back', 'cash-for-praise'],
    ['晒图送小礼物一份', 'gift-for-review'],
    ['a review gets you a free gift', 'gift-for-review'],
    ['加我微信聊', 'off-platform'],
    ['您加V信 zg888', 'off-platform'],
    ['加 微 信 聊', 'off-platform'],
    ['加微·信', 'off-platform'],
    ['加V❤', 'off-platform'],
    ['線下交易更便宜', 'off-platform'],
    ['Message me on WhatsApp', 'off-platform'],
    ['私下转账给我便宜10块', 'private-payment'],
    ['差价您微信转我就行', 'private-payment'],
    ['pay me directly, it is cheaper', 'private-payment'],
    ['我们是全网最低价', 'absolute-claim'],
    ['全網第一', 'absolute-claim'],
    ['质量绝对没问题 国家级品质', 'absolute-claim'],
    ['this will never break', 'absolute-claim'],
    ['可以根治脚气', 'health-claim'],
    ['it cures your eczema', 'health-claim'],
    ['帮我补单', 'fake-orders'],
    ['本店保留最终解释权', 'final-say'],
  ] as const)('%s: %s', (text, reason) => {
    expect(reasons(text)).toContain(reason);
  });

  test.each([
    '最近比较忙，最晚周五发，最后一件给您留着',
    '第一时间回复您，您是第一次来吧',
    '最好先用温水泡一下',
    '您最好录个开箱视频',
    '最多三天，最少一天，最快明天',
    '平台不允许加微信哦',
    '我们从不刷单，也不做好评返现',
    '谨防骗子冒充客服加微信',
    '感谢您的好评',
    '退您10块运费，按原路退回',
    '我转给我们同事处理',
    'Please review the order and I will refund $5',
    'We never ask for reviews in exchange for money',
    'My best wishes to your mother',
    'the first time you wash it use cold water',
  ])('%s: nothing', (text) => {
    expect(reasons(text)).toEqual([]);
  });

  test('each platform has its own: WhatsApp is no place to lead away from', () => {
    expect(reasons('加我微信聊', 'pdd')).toEqual(['off-platform']);
    expect(reasons('加我微信聊', 'whatsapp')).toEqual([]);
    expect(reasons('加我微信聊', null)).toEqual(['off-platform']);
  });

  test('says where, in the text as written', () => {
    const text = '亲😀 可以加 微 信 哦';
    const [line] = redLinesIn(text, { platform: 'pdd', list: defaultRedLines });
    expect(text.slice(line!.start, line!.end)).toBe('加 微 信');
    expect(line!.quote).toBe('加 微 信');
  });

  test('words that overlap for one reason are one', () => {
    const lines = redLinesIn('全網最低價', { platform: 'pdd', list: defaultRedLines });
    expect(lines.map(({ quote }) => quote)).toEqual(['全網最低價']);
  });
});

describe('the list', () => {
  test('the usual one is a valid list, and uses every reason but the own', () => {
    expect(v.parse(redLineListSchema, defaultRedLines)).toEqual(defaultRedLines);
    const used = new Set(defaultRedLines.entries.map(({ reason }) => reason));
    expect(RED_LINE_REASONS.filter((reason) => !used.has(reason))).toEqual(['own']);
  });

  test('no name stands twice', () => {
    const ids = defaultRedLines.entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('words of the owner are found, with their exceptions', () => {
    const own = v.parse(redLineListSchema, {
      schema: 1,
      entries: [{ id: 'own-1', reason: 'own', weight: 'careful', words: ['保本'], except: ['保本色'] }],
    });
    const found = (text: string) => redLinesIn(text, { platform: 'pdd', list: own }).length;
    expect([found('这个保本'), found('保本色系列')]).toEqual([1, 0]);
  });

  test.each([
    [{ schema: 2, entries: [] }],
    [{ schema: 1, entries: [{ id: 'x', reason: 'unknown', weight: 'fined', words: [] }] }],
    [{ schema: 1, entries: [{ id: 'x', reason: 'own', weight: 'fined', words: ['a'.repeat(41)] }] }],
    [{ schema: 1, entries: [{ id: 'x', reason: 'own', weight: 'fined', words: [], run: 'x' }] }],
  ])('is refused when it is not one', (list) => {
    expect(v.safeParse(redLineListSchema, list).success).toBe(false);
  });

  test('any text is read, and every place lies in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (noise) => {
        const text = `${noise}好评返现${noise}`;
        for (const { start, end, quote } of redLinesIn(text, { platform: null, list: defaultRedLines })) {
          expect(start).toBeLessThan(end);
          expect(text.slice(start, end)).toBe(quote);
        }
      }),
    );
  });
});
