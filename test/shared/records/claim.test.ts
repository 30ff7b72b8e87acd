import { claimOutcome, matchClaim, type Said, saidTo } from '@shared/records/claim';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../setup/record';

const TODAY = '2026-11-22';
const yuan = (n: number) => ({ minor: n * 100, currency: 'CNY' });
const envelope = (id: string) => ({ id, schema: 2, seat: 'owner', deleted: false, stamps: {} });

const promise = (id: string, what: string, more: Record<string, unknown> = {}) =>
  recordOf('promises', {
    ...envelope(id),
    buyerId: 'b',
    what,
    kind: 'other',
    state: 'open',
    due: { on: 'open' },
    quote: '',
    saidAt: '2026-10-01T00:00:00Z',
    where: null,
    cost: null,
    orderNumber: null,
    settledAt: null,
    settledOn: null,
    by: 'owner',
    ...more,
  });
const discount = (id: string, what: string, minor: number, more: Record<string, unknown> = {}) =>
  recordOf('discounts', {
    ...envelope(id),
    buyerId: 'b',
    what,
    amount: yuan(minor),
    percentOff: null,
    when: 'next',
    state: 'owed',
    quote: '',
    saidAt: '2026-10-03T00:00:00Z',
    where: null,
    expires: null,
    settledAt: null,
    orderNumber: null,
    by: 'owner',
    ...more,
  });
const gift = (id: string, kind: 'announced' | 'surprise') =>
  recordOf('gifts', {
    ...envelope(id),
    buyerId: 'b',
    what: '茶包小样',
    kind,
    state: 'packed',
    reason: '',
    cost: null,
    stockId: null,
    orderNumber: '7',
    waitSeconds: null,
    waitExact: null,
    place: null,
    saidAt: '2026-10-02T00:00:00Z',
    saidOn: '2026-10-02',
    quote: '',
    where: null,
    settledAt: null,
    by: 'owner',
  });
const note = recordOf('notes', {
  ...envelope('n'),
  buyerId: 'b',
  text: '说过可以免费换色',
  pinned: false,
  notedAt: '2026-09-01T00:00:00Z',
  by: 'owner',
});

const said = saidTo(
  {
    promises: [
      promise('ship', '周五前发货', { quote: '亲，周五前一定给您发出', state: 'kept' }),
      promise('case', 'send the tin case'),
    ],
    discounts: [
      discount('ten', '下次减 10 块', 10),
      discount('five', '下次减 5 块', 5, { state: 'redeemed' }),
    ],
    gifts: [gift('tea', 'announced'), gift('secret', 'surprise')],
    notes: [note],
  },
  TODAY,
);
const claim = (text: string, amount: number | null = null) => ({
  text,
  amount: amount === null ? null : yuan(amount),
  percentOff: null,
});
const best = (text: string, amount: number | null = null) => matchClaim(claim(text, amount), said)[0];

describe('they say …', () => {
  test('the amount finds the discount, before another one', () => {
    expect(best('上次说好减10块的', 10)).toMatchObject({
      said: { id: 'ten', standing: 'open' },
      sameAmount: true,
    });
    expect(best('说好减5块', 5)).toMatchObject({ said: { id: 'five', standing: 'given' }, sameAmount: true });
  });

  test('another amount than was said is shown as such, not hidden', () => {
    expect(best('you promised 20 off', 20)).toMatchObject({ said: { kind: 'discount' }, sameAmount: false });
  });

  test.each([
    ['你们说周五发货的', 'ship'],
    ['周五前一定给您发出', 'ship'],
    ['you said the tin case comes along', 'case'],
    ['茶包呢', 'tea'],
    ['说好免费换色', 'n'],
  ])('%s', (text, id) => {
    expect(best(text)?.said.id).toBe(id);
  });

  test('a surprise is never found, nor what has nothing to do with it', () => {
    expect(matchClaim(claim('茶包'), said).map((match) => match.said.id)).toEqual(['tea']);
    expect(best('运费你们出')).toBeUndefined();
    expect(best('')).toBeUndefined();
  });

  test('what was only filled was never said; a lapsed discount is over; the new wording stands for the old', () => {
    const states = saidTo(
      {
        promises: [
          promise('old', 'x', { state: 'renegotiated' }),
          promise('filled', 'x', { state: 'to-be-sent' }),
        ],
        discounts: [
          discount('lapsed', 'x', 1, { expires: '2026-11-21' }),
          discount('last', 'x', 1, { expires: TODAY }),
        ],
        gifts: [],
        notes: [],
      },
      TODAY,
    );
    expect(states.map(({ id, standing }: Said) => [id, standing])).toEqual([
      ['lapsed', 'over'],
      ['last', 'open'],
    ]);
  });
});

describe('what the look-up came to', () => {
  test('found: as it stands', () => {
    expect(claimOutcome(best('减10块', 10)!, null, '2026-01-01', null)).toBe('open');
  });
  test.each([
    ['named a day before the records', '2025-11-11', '2026-03-01', null, 'before'],
    ['named a day within them', '2026-04-11', '2026-03-01', null, 'none'],
    ['named none, but bought before', null, '2026-03-01', '2025-06-01', 'before'],
    ['named none, and is newer than the records', null, '2026-03-01', '2026-06-01', 'none'],
    ['the shop has no records', null, null, null, 'before'],
  ] as const)('not found, the buyer %s', (_, claimed, since, bought, outcome) => {
    expect(claimOutcome(null, claimed, since, bought)).toBe(outcome);
  });
});
