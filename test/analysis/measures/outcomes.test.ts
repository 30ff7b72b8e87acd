import type { BookView } from '@analysis/measures/book-view';
import { complaintCare } from '@analysis/measures/complaint-care';
import { promiseOutcomes } from '@analysis/measures/promise-outcomes';
import { referralsSection } from '@analysis/measures/referrals';
import { wishRows } from '@analysis/measures/wishes';
import type { RecordInput } from '@shared/records/book';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';
import { bookOf, complaint, envelope, promise, yuan } from './book-rows';
import { wall } from './frames';

const VIEW: BookView = { from: null, asOf: '2026-11-22', timeZone: 'Asia/Shanghai' };
const NOBODY = new Map<string, readonly number[]>();

describe('complaints', () => {
  it('are mended within their deadline, and watched for a return', () => {
    const open = '2026-08-01T04:00:00Z';
    const complaints = [
      complaint({
        id: 'c1',
        openedAt: open,
        firstAnswerAt: '2026-08-01T06:00:00Z',
        remedyAt: '2026-08-02T03:00:00Z',
        recovery: 'sent two',
      }),
      complaint({
        buyerId: 'bo',
        openedAt: open,
        remedyDue: '2026-08-05T04:00:00Z',
        remedyAt: '2026-08-04T04:00:00Z',
        responsible: 'mei',
      }),
      complaint({
        buyerId: 'cy',
        openedAt: open,
        closedAt: '2026-08-10T04:00:00Z',
        calledBackAt: '2026-08-12T04:00:00Z',
      }),
      complaint({ buyerId: 'di', openedAt: '2026-11-22T04:00:00Z', state: 'unconfirmed' }),
    ];
    const promises = [promise({ complaintId: 'c1', cost: yuan(8) })];
    const purchases = new Map([
      ['anna', [wall('2026-07-20'), wall('2026-08-20')]],
      ['bo', [wall('2026-07-20')]],
      ['cy', [wall('2026-07-20')]],
    ]);
    const care = complaintCare(bookOf([], { complaints, promises }), purchases, VIEW, 'CNY')!;
    expect(care).toMatchObject({
      medianHoursToFirstAnswer: 2,
      remedy: { due: 3, inTime: 2 },
      callBack: { due: 1, inTime: 0 },
      unconfirmed: 1,
      costWithMakeGood: 88,
      byResponsible: [{ responsible: 'mei', count: 1, cost: 20 }],
    });
    expect(care.recovery.map(({ outcome, buyers, returned }) => [outcome, buyers, returned])).toEqual([
      ['beyond', 1, 1],
      ['remedied', 1, 0],
      ['none', 1, 0],
    ]);
  });
});

describe('promises by what became of them', () => {
  const settled = (on: string) => ({ settledAt: `${on}T04:00:00Z`, settledOn: on });
  const promises = [
    promise({ buyerId: 'anna', state: 'kept', ...settled('2026-11-19') }),
    promise({ buyerId: 'bo', state: 'kept', ...settled('2026-11-21'), by: 'mei' }),
    promise({ buyerId: 'cy', state: 'broken', ...settled('2026-11-19') }),
    promise({ buyerId: 'cy', state: 'kept', ...settled('2026-11-12'), due: { on: 'next-order' } }),
    promise({ buyerId: 'anna', due: { on: 'day', day: '2026-11-25' } }),
    promise({ buyerId: 'anna', due: { on: 'day', day: '2027-01-25' } }),
  ];
  const purchases = new Map([
    ['anna', [1, 2]],
    ['bo', [1]],
    ['cy', [1]],
    ['di', [1, 2, 3]],
  ]);
  const outcomes = promiseOutcomes(
    bookOf(['anna', 'bo', 'cy', 'di', 'ed'], { promises }),
    purchases,
    VIEW,
    'CNY',
    new Map([
      ['anna', 120],
      ['di', 80.456],
    ]),
  )!;

  it('tell kept, late, broken and none apart, with lifetime value', () => {
    expect(
      outcomes.byOutcome.map(({ outcome, buyers, repeatBuyers, valued, meanClv }) => [
        outcome,
        buyers,
        repeatBuyers,
        valued,
        meanClv,
      ]),
    ).toEqual([
      ['kept', 1, 1, 1, 120],
      ['late', 1, 0, 0, null],
      ['broken', 1, 0, 0, null],
      ['none', 1, 1, 1, 80.46],
    ]);
  });

  it('by seller and week, and how full the coming days are', () => {
    expect(
      outcomes.bySeller.map(({ seller, made, settled: n, keptOnTime }) => [seller, made, n, keptOnTime]),
    ).toEqual([
      ['owner', 5, 3, 2],
      ['mei', 1, 1, 0],
    ]);
    expect(outcomes.byWeek.map(({ week, settled: n, keptOnTime }) => [week, n, keptOnTime])).toEqual([
      ['2026-W46', 1, 1],
      ['2026-W47', 3, 1],
    ]);
    expect(outcomes.load).toEqual({
      dueSoon: 1,
      late: 0,
      keptPerDay: 3 / 28,
      daysOfWork: 28 / 3,
      madeLast28: 6,
      keptLast28: 3,
    });
  });
});

describe('referrals', () => {
  const referral = (
    buyerId: string,
    broughtId: string | null,
    parts: Partial<RecordInput<'referrals'>> = {},
  ) =>
    recordOf('referrals', {
      ...envelope('referral'),
      buyerId,
      broughtId,
      broughtName: '',
      state: 'named',
      rewardReferrer: '5 off',
      rewardBrought: '',
      referrerRewardedAt: null,
      broughtRewardedAt: null,
      notedAt: '2026-10-01T04:00:00Z',
      by: 'owner',
      ...parts,
    });

  it('follow the chain, count who bought, and what is still owed to either side', () => {
    const referrals = [
      referral('anna', 'bo'),
      referral('bo', 'cy', {
        state: 'rewarded',
        referrerRewardedAt: '2026-10-05T04:00:00Z',
        rewardBrought: 'card',
      }),
      referral('anna', null),
      referral('cy', 'anna', { state: 'released' }),
    ];
    const purchases = new Map([
      ['anna', [1, 2]],
      ['bo', [1, 2]],
      ['cy', [1]],
    ]);
    const section = referralsSection(bookOf([], { referrals }), purchases, VIEW)!;
    expect(section).toMatchObject({
      named: 3,
      bought: 2,
      referrers: 2,
      longestChain: 2,
      rewardsOwed: { referrer: 1, brought: 1 },
      top: [
        { buyer: 'anna', brought: 2 },
        { buyer: 'bo', brought: 1 },
      ],
    });
    expect(section.repeat.map(({ group, buyers, repeatBuyers }) => [group, buyers, repeatBuyers])).toEqual([
      ['brought', 2, 1],
      ['others', 1, 1],
    ]);
  });

  it('in a circle end', () => {
    const referrals = [referral('anna', 'bo'), referral('bo', 'anna')];
    expect(referralsSection(bookOf([], { referrals }), NOBODY, VIEW)!.longestChain).toBe(2);
  });
});

it('wishes are counted by what was wished for', () => {
  const wish = (buyerId: string, what: string, answer = '') =>
    recordOf('wishes', {
      ...envelope('wish'),
      buyerId,
      what,
      productId: null,
      notedAt: '2026-10-01T04:00:00Z',
      answer,
      by: 'owner',
    });
  const wishes = [
    wish('anna', '小瓶装'),
    wish('bo', ' 小瓶装！', 'from May'),
    wish('bo', '小瓶装'),
    wish('cy', 'blue one'),
  ];
  expect(wishRows(bookOf([], { wishes }), VIEW)).toEqual([
    { what: '小瓶装', productId: null, wishes: 3, buyers: 2, answered: 1 },
    { what: 'blue one', productId: null, wishes: 1, buyers: 1, answered: 0 },
  ]);
});
