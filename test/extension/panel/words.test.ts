import type { BuyerView } from '@extension/book/reads/buyer';
import { memoOf } from '@extension/pages/packing/parcel';
import { offBeside, offWords } from '@extension/panel/buyer/off-words';
import { recordLines } from '@extension/panel/buyer/record-lines';
import { sayOwed } from '@extension/panel/buyer/say';
import { shownName } from '@extension/panel/known';
import { translator } from '@shared/i18n';
import { describe, expect, it } from 'vitest';

const ten = { amount: { minor: 1000, currency: 'CNY' }, percentOff: null };
const tenth = { amount: null, percentOff: 10 };

describe('a discount in words', () => {
  it.each([
    ['en', ten, '¥10 off'],
    ['en', tenth, '10% off'],
    ['zh-CN', ten, '减 10 块'],
    ['zh-CN', tenth, '打 9 折'],
    ['zh-TW', tenth, '打 9 折'],
    ['zh-CN', { amount: null, percentOff: 15 }, '打 8.5 折'],
  ] as const)('in %s as a shop says it', (lang, off, words) => {
    expect(offWords(off, lang, translator(lang))).toBe(words);
  });

  it('is not said twice', () => {
    const t = translator('en');
    expect(offBeside({ ...ten, what: '¥10 off the next order' }, 'en', t)).toBe('');
    expect(offBeside({ ...ten, what: 'for being patient' }, 'en', t)).toBe('¥10 off');
  });
});

describe('the sentence for the reply box', () => {
  const promise = {
    kind: 'promise',
    standing: 'pending',
    record: { state: 'open', quote: '', what: '发货', due: { on: 'day', day: '2026-11-27' } },
  };
  const say = (owed: object, lang: 'en' | 'zh-CN') =>
    sayOwed(owed as never, '王**', '2026-11-22', lang, translator(lang));

  it('names the sum of a discount, whatever it was noted for, and never a masked name', () => {
    const record = { ...ten, state: 'owed', quote: '', what: 'for being patient' };
    const owed = { kind: 'discount', record, expired: false };
    expect(say(owed, 'zh-CN')).toBe('亲，上次说好这回给您减 10 块，我记着呢，这单就给您算上。');
    expect(say(owed, 'en')).toContain('¥10 off');
    expect(say(owed, 'en')).not.toContain('*');
  });

  it('owns up to a promise that is late, and gives the day of one that is not', () => {
    expect(say(promise, 'zh-CN')).toContain('11月27日');
    expect(say({ ...promise, standing: 'late' }, 'zh-CN')).toMatch(/不好意思.*发货/);
  });
});

describe('the timeline', () => {
  const view = {
    promises: [{ id: 'p', saidAt: '2026-11-01', settledAt: '2026-11-03', state: 'kept', what: 'a call' }],
    orders: [{ id: 'o', paidAt: '2026-11-02', createdAt: null, items: [], number: '77' }],
    ...{ discounts: [], gifts: [], packing: [], notes: [], visits: [], complaints: [] },
  } as unknown as BuyerView;

  it('is read from the records where no act tells of them', () => {
    expect(recordLines(view, []).map(({ key }) => key)).toEqual([
      'records.timeline.record-promise',
      'records.timeline.keep-promise',
      'panel.timeline.ordered',
    ]);
  });

  it('says nothing twice', () => {
    const told = [{ changes: [{ table: 'promises', id: 'p', set: {} }] }] as const;
    expect(recordLines(view, told).map(({ id }) => id)).toEqual(['o']);
  });
});

describe('who it is', () => {
  it('goes by the seller’s own name for them, else by what the chat shows', () => {
    const accounts = [{ platform: 'pdd', key: '1', displayName: '王**' }];
    const chat = { name: 'W***g', conversation: 'pdd/1' };
    expect(shownName(chat, { name: '王**', accounts })).toBe('W***g');
    expect(shownName(chat, { name: '王姐', accounts })).toBe('王姐');
    expect(shownName({ ...chat, conversation: null }, { name: '王**', accounts })).toBe('王**');
  });
});

describe('the memo of a parcel', () => {
  it('tells no surprise and fits the platform’s field', () => {
    const parcel = {
      notes: [{ what: '包两层'.repeat(200), cardText: '生日快乐' }],
      gifts: [
        { what: 'secret', kind: 'surprise' },
        { what: 'tea', kind: 'apology' },
      ],
      promises: [],
    };
    expect(memoOf({ ...parcel, notes: [] })).toBe('+ tea');
    expect(new TextEncoder().encode(memoOf(parcel)).length).toBeLessThanOrEqual(1000);
    expect(memoOf(parcel)).not.toContain('\ufffd');
  });
});
