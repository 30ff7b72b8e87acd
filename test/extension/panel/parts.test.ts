import { historyOf } from '@extension/panel/buyer/history';
import { debtSlip } from '@extension/panel/buyer/owed';
import { sentIds } from '@extension/panel/buyer/sent';
import { findOff, parseOff } from '@extension/panel/forms/amount';
import { guessPromiseKind } from '@extension/panel/forms/guess-kind';
import { prefillFrom } from '@extension/panel/forms/prefill';
import { apologyText } from '@extension/panel/queue/apology';
import { waitingOf } from '@extension/panel/queue/waiting';
import { movedUp, readArranged, SECTIONS } from '@extension/panel/state/sections';
import { translator } from '@shared/i18n';
import { describe, expect, it } from 'vitest';

describe('amounts', () => {
  const yuan = (minor: number) => ({ amount: { minor, currency: 'CNY' }, percentOff: null });
  const off = (percentOff: number) => ({ amount: null, percentOff });
  it.each([
    ['10', yuan(1000)],
    ['¥10', yuan(1000)],
    ['１０元', yuan(1000)],
    ['减10块', yuan(1000)],
    ['0.5', yuan(50)],
    ['9折', off(10)],
    ['九折', off(10)],
    ['85折', off(15)],
    ['8.5折', off(15)],
    ['八五折', off(15)],
    ['10%', off(10)],
    ['10% off', off(10)],
    ['0', null],
    ['-5', yuan(500)],
    ['0折', off(100)],
    ['120%', null],
    ['ten', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(parseOff(text, 'CNY')).toEqual(expected);
  });

  it('are found in a sentence', () => {
    expect(findOff('亲下次来给您打9折')).toBe('9折');
    expect(findOff('next time ¥15 off')).toBe('¥15');
    expect(findOff('下次给你减十块')).toBe('十块');
    expect(findOff('下次减 10')).toBe('10');
    expect(findOff('10% off next time')).toBe('10%');
    expect(findOff('12.5 off next time')).toBe('12.5');
    expect(parseOff('二十块', 'CNY')).toEqual({ amount: { minor: 2000, currency: 'CNY' }, percentOff: null });
    expect(findOff('see you on the 5th')).toBe('');
  });
});

describe('what a selection already says', () => {
  it('gives the amount and the quote; the day is left to the form that asks for one', () => {
    const { due, amount, quote } = prefillFrom('下个月5号前给您减10块');
    expect(due).toBe('');
    expect(amount).toBe('10块');
    expect(quote).toBe('下个月5号前给您减10块');
  });

  it.each([
    ['周五前发货', 'ship'],
    ['坏了给您补发一个', 'replace'],
    ['I will refund the postage', 'refund'],
    ['随单送您两包小样', 'goods'],
    ['放一张手写卡片', 'card'],
    ['到货了告诉您', 'tell'],
    ['see to it', 'other'],
  ])('%s is %s', (what, kind) => {
    expect(guessPromiseKind(what)).toBe(kind);
  });
});

describe('filled is not sent', () => {
  const unsent = { id: 'g', state: 'to-be-sent', quote: '亲，送您 茶包', saidAt: '2026-11-22T12:00:00.000Z' };
  const at = Date.parse(unsent.saidAt);
  const own = { id: 'm', side: 'seller', text: '亲，送您茶包', at } as const;
  const none = new Set<string>();
  it('the same words as the own message count as sent', () => {
    expect(sentIds([unsent], [own], none)).toEqual(['g']);
    expect(sentIds([unsent], [{ ...own, at: null }], none)).toEqual(['g']);
  });
  it('not the buyer’s, not older ones, not those that stood there before, not other words', () => {
    expect(sentIds([unsent], [{ ...own, side: 'buyer' }], none)).toEqual([]);
    expect(sentIds([unsent], [{ ...own, at: at - 600_000 }], none)).toEqual([]);
    expect(sentIds([unsent], [own], new Set(['m']))).toEqual([]);
    expect(sentIds([unsent], [{ ...own, text: '亲，送您茶包哦' }], none)).toEqual([]);
    expect(sentIds([{ ...unsent, quote: '' }], [{ ...own, text: '' }], none)).toEqual([]);
  });
});

describe('the queue', () => {
  const row = { key: '1', name: 'A', unread: 1, preview: '', active: false, waitExact: true };
  const chat = (rows: unknown) => ({ rows, buyer: null }) as never;
  it('is in order of place, and unknown where the list is', () => {
    const rows = [
      { ...row, key: '2', place: 2, waitingSince: 5_000 },
      { ...row, key: '3', place: null, waitingSince: null },
      { ...row, key: '1', place: 1, waitingSince: 1_000 },
    ];
    expect(waitingOf(chat(rows), 61_000)?.map(({ key, seconds }) => [key, seconds])).toEqual([
      ['1', 60],
      ['2', 56],
    ]);
    expect(waitingOf(chat(null), 0)).toBeNull();
    expect(waitingOf(null, 0)).toBeNull();
  });

  it('the apology says only what is known', () => {
    const t = translator('zh-CN');
    const waiting = { key: '1', name: 'A', seconds: 130, exact: true, place: 3, active: true, unread: 1 };
    const who = { name: '王**', gift: '茶包' };
    expect(apologyText(null, who, waiting, t)).toContain(
      '亲，真不好意思让您久等了，都等了 2 分钟，前面还有 2 位',
    );
    expect(apologyText(null, who, { ...waiting, place: 1 }, t)).not.toContain('前面');
    expect(apologyText(null, who, null, t)).toBe(
      '亲，真不好意思让您久等了。给您随单放一份茶包，谢谢您耐心等我。',
    );
    expect(apologyText('{称呼}：{赠品}', who, null, t)).toBe('亲：茶包');
  });
});

describe('history', () => {
  it('adds what was paid less refunds, never two currencies, never what came to nothing', () => {
    const order = { status: 'completed', refund: null, paidAt: '2026-10-01T00:00:00Z', createdAt: null };
    const orders = [
      { ...order, paid: { minor: 1000, currency: 'CNY' } },
      { ...order, paid: { minor: 500, currency: 'CNY' }, refund: { minor: 200, currency: 'CNY' } },
      { ...order, paid: { minor: 700, currency: 'USD' }, paidAt: '2026-11-01T00:00:00Z' },
      { ...order, paid: { minor: 900, currency: 'CNY' }, status: 'cancelled' },
    ];
    expect(historyOf(orders as never)).toEqual({
      orders: 3,
      paid: [
        { currency: 'CNY', minor: 1300 },
        { currency: 'USD', minor: 700 },
      ],
      first: '2026-10-01T00:00:00Z',
      last: '2026-11-01T00:00:00Z',
    });
  });
});

describe('the debt slip', () => {
  it('puts a lapsed discount last and shows nothing that is settled', () => {
    const said = { saidAt: '2026-11-01T00:00:00Z', quote: '' };
    const discounts = [
      { ...said, id: 'old', state: 'owed', expires: '2026-11-21' },
      { ...said, id: 'new', state: 'owed', expires: null },
      { ...said, id: 'used', state: 'redeemed', expires: null },
    ];
    const promises = [
      { ...said, id: 'p', state: 'open', due: { on: 'open' }, settledOn: null },
      { ...said, id: 'k', state: 'kept', due: { on: 'open' }, settledOn: '2026-11-20' },
    ];
    const slip = debtSlip({ discounts, promises, gifts: [] } as never, '2026-11-22');
    expect(slip.owed.map(({ record }) => record.id)).toEqual(['new', 'p', 'old']);
  });
});

describe('sections', () => {
  it('keep their order and take in what has come since; damaged memory is forgotten', () => {
    expect(readArranged('{"order":["timeline","nonsense"],"closed":["orders"]}').order[0]).toBe('timeline');
    expect(readArranged('{"order":["timeline"]}').order).toHaveLength(SECTIONS.length);
    expect(readArranged('{broken').order).toEqual(SECTIONS);
    expect(movedUp(['promises', 'gifts'], 'gifts')).toEqual(['gifts', 'promises']);
    expect(movedUp(['promises', 'gifts'], 'promises')).toEqual(['promises', 'gifts']);
  });
});
