import type { SeenMessage } from '@extension/messaging/chat-state';
import { reallySent } from '@extension/panel/suggest/really-sent';
import { describe, expect, it } from 'vitest';

const WORLD = { today: '2026-11-22', currency: 'CNY' };
const FILLED_AT = '2026-11-22T12:00:00.000Z';
const NOBODY: ReadonlySet<string> = new Set();
const promise = (quote: string) => ({
  id: 'p1',
  state: 'to-be-sent',
  quote,
  saidAt: FILLED_AT,
  kind: 'ship',
  due: { on: 'day', day: '2026-11-27' } as const,
});
const sent = (text: string, at: number | null = null): SeenMessage => ({
  id: 'm7',
  side: 'seller',
  text,
  at,
});
const judge = (quote: string, message: SeenMessage, before: ReadonlySet<string> | null = NOBODY) =>
  reallySent('promises', [promise(quote)], [message], before, WORLD);

describe('a filled text that was changed before it was sent', () => {
  it('is the message most like it; its day is the day of what was sent', () => {
    expect(judge('亲，周五前给您发货', sent('亲，周五前给您发货哈'))).toEqual([
      { id: 'p1', words: '亲，周五前给您发货哈' },
    ]);
    expect(judge('We will ship it by Friday.', sent('We will ship it by Saturday!'))).toMatchObject([
      { due: { on: 'day', day: '2026-11-28' } },
    ]);
  });

  it('sent as it was is seen elsewhere', () => {
    expect(judge('亲，周五前给您发货', sent('亲，周五前给您发货'))).toEqual([]);
  });

  it('another sentence, or another deed in nearly the same words, is not it', () => {
    expect(judge('亲，周五前给您发货', sent('在的亲，有什么可以帮您'))).toEqual([]);
    expect(judge('亲，明天给您发货', sent('亲，明天给您退款'))).toEqual([]);
  });

  it('a message that stood there before, or is older than the fill, is not it', () => {
    const words = '亲，周五前给您发货哈';
    expect(judge('亲，周五前给您发货', sent(words), new Set(['m7']))).toEqual([]);
    expect(judge('亲，周五前给您发货', sent(words, Date.parse(FILLED_AT) - 600_000))).toEqual([]);
    expect(judge('亲，周五前给您发货', sent(words), null)).toEqual([]);
    expect(judge('亲，周五前给您发货', sent(words, Date.parse(FILLED_AT)), null)).toHaveLength(1);
  });

  it('a discount takes off what was really said', () => {
    const filled = { id: 'd1', state: 'to-be-sent', quote: '下次给您减10元哦亲', saidAt: FILLED_AT };
    expect(reallySent('discounts', [filled], [sent('下次给您减15元哦亲')], NOBODY, WORLD)).toMatchObject([
      { id: 'd1', amount: { minor: 1500, currency: 'CNY' } },
    ]);
  });
});
