import { cohortsOf } from '@analysis/measures/cohorts';
import { historiesOf } from '@analysis/measures/histories';
import { repeatSection, repeatWithin } from '@analysis/measures/repeat';
import { dayEnd } from '@analysis/measures/wall-clock';
import { describe, expect, it } from 'vitest';
import { orderFrame } from './frames';

const END = dayEnd('2026-03-31');

describe('repeat purchase', () => {
  it('counts two orders of one day as a return by orders but not by days', () => {
    const histories = historiesOf(
      orderFrame([
        { buyer: 'a', at: '2026-01-01T10:00' },
        { buyer: 'a', at: '2026-01-01T11:00' },
        { buyer: 'b', at: '2026-01-02' },
        { buyer: null, at: '2026-01-03' },
      ]),
    );
    const repeat = repeatSection(histories, END)!;
    expect(repeat).toMatchObject({ buyers: 2, repeatBuyers: 1, rate: 0.5 });
    expect(repeat.byDistinctDays).toEqual({ rate: 0, repeatBuyers: 0 });
  });

  it('keeps a window by the clock: exactly k days is in, a minute more is out', () => {
    const rows = (last: string) => [
      { buyer: 'a', at: '2026-01-01T10:00' },
      { buyer: 'a', at: last },
    ];
    const within = (last: string) => repeatWithin(historiesOf(orderFrame(rows(last))), END, 30);
    expect(within('2026-01-31T10:00')).toMatchObject({ eligible: 1, repeaters: 1 });
    expect(within('2026-01-31T10:01')).toMatchObject({ eligible: 1, repeaters: 0 });
  });

  it('calls a buyer eligible when the window ends by the last midnight', () => {
    const eligible = (at: string) =>
      repeatWithin(historiesOf(orderFrame([{ buyer: 'a', at }])), END, 30).eligible;
    expect(eligible('2026-03-02T00:00')).toBe(1);
    expect(eligible('2026-03-02T00:01')).toBe(0);
  });

  it('does not need the orders in time order', () => {
    const rows = [
      { buyer: 'a', at: '2026-02-01' },
      { buyer: 'b', at: '2026-01-05' },
      { buyer: 'a', at: '2026-01-01' },
    ];
    const histories = historiesOf(orderFrame(rows));
    expect(histories.first[0]).toBeLessThan(histories.second[0]!);
  });

  it('says nothing about a shop whose buyers nobody knows', () => {
    const frame = orderFrame([{ buyer: null, at: '2026-01-01' }]);
    expect(repeatSection(historiesOf(frame), END)).toBeNull();
    expect(cohortsOf(frame, historiesOf(frame), '2026-03-31')).toBeNull();
  });
});

describe('time to the second purchase', () => {
  it('treats buyers still waiting as not known, not as lost', () => {
    // Four buyers: back after 10 and 20 days; one watched for 15 days only, one for 40.
    const histories = historiesOf(
      orderFrame([
        { buyer: 'a', at: '2026-02-01T00:00' },
        { buyer: 'a', at: '2026-02-11T00:00' },
        { buyer: 'b', at: '2026-02-01T00:00' },
        { buyer: 'b', at: '2026-02-21T00:00' },
        { buyer: 'c', at: '2026-03-17T00:00' },
        { buyer: 'd', at: '2026-02-20T00:00' },
      ]),
    );
    const { curve, medianDays } = repeatSection(histories, END)!.secondPurchase;
    // S(10) = 3/4; on day 20 two are left of whom one returns: S(20) = 3/4 · 1/2.
    expect(curve.map((point) => [point.day, point.share])).toEqual([
      [0, 0],
      [10, 0.25],
      [20, 0.625],
    ]);
    expect(medianDays).toBe(20);
    // Greenwood, log–log, by hand: se = √(1/12), exponent 1.96·se/|ln 0.75|.
    const exponent = Math.exp((1.959963984540054 * Math.sqrt(1 / 12)) / -Math.log(0.75));
    expect(curve[1]!.lo).toBeCloseTo(1 - 0.75 ** (1 / exponent), 12);
    expect(curve[1]!.hi).toBeCloseTo(1 - 0.75 ** exponent, 12);
  });

  it('stays finite when everybody watched has come back', () => {
    const histories = historiesOf(
      orderFrame([
        { buyer: 'a', at: '2026-02-01' },
        { buyer: 'a', at: '2026-02-05' },
      ]),
    );
    const { curve, medianDays } = repeatSection(histories, END)!.secondPurchase;
    expect(curve.at(-1)).toEqual({ day: 4, share: 1, lo: 0, hi: 1 });
    expect(medianDays).toBe(4);
  });
});

describe('cohorts', () => {
  it('gives equal lengths, skips empty months and closes a month on its last day', () => {
    const frame = orderFrame([
      { buyer: 'a', at: '2025-12-31' },
      { buyer: 'a', at: '2026-02-02' },
      { buyer: 'a', at: '2026-02-09' },
      { buyer: 'b', at: '2026-02-03' },
    ]);
    expect(cohortsOf(frame, historiesOf(frame), '2026-02-28')).toEqual([
      {
        cohort: '2025-12',
        size: 1,
        active: [1, 0, 1],
        unfinished: [false, false, false],
        revenue: [10, 0, 20],
        oldest: true,
      },
      { cohort: '2026-02', size: 1, active: [1], unfinished: [false], revenue: [10] },
    ]);
    expect(cohortsOf(frame, historiesOf(frame), '2026-02-27')![1]!.unfinished).toEqual([true]);
  });

  it('groups by quarters and by ISO weeks as well, the newest only where asked', () => {
    const frame = orderFrame([
      { buyer: 'a', at: '2025-12-29', paid: 8, refund: 3 },
      { buyer: 'a', at: '2026-01-12' },
      { buyer: 'b', at: '2026-01-04' },
      { buyer: 'c', at: '2026-01-05' },
    ]);
    const by = (unit: 'week' | 'quarter', most = 99) =>
      cohortsOf(frame, historiesOf(frame), '2026-01-18', { unit, most })!;
    expect(by('quarter')).toEqual([
      {
        cohort: '2025-Q4',
        size: 1,
        active: [1, 1],
        unfinished: [false, true],
        revenue: [5, 10],
        oldest: true,
      },
      { cohort: '2026-Q1', size: 2, active: [2], unfinished: [true], revenue: [20] },
    ]);
    // 2025-12-29 is the Monday of 2026-W01; the 4th of January its Sunday.
    expect(by('week').map(({ cohort, active, unfinished }) => [cohort, active, unfinished])).toEqual([
      ['2026-W01', [2, 0, 1], [false, false, false]],
      ['2026-W02', [1, 0], [false, false]],
    ]);
    const newest = by('week', 2);
    expect(newest.map(({ cohort, oldest }) => [cohort, oldest])).toEqual([['2026-W02', undefined]]);
  });

  it('puts orders without a buyer and before 1970 where they belong', () => {
    const frame = orderFrame([
      { buyer: 'a', at: '1969-12-31' },
      { buyer: null, at: '1970-01-02' },
      { buyer: 'a', at: '1970-01-31' },
    ]);
    const [row] = cohortsOf(frame, historiesOf(frame), '1970-01-31')!;
    expect(row).toMatchObject({ cohort: '1969-12', size: 1, active: [1, 1], unfinished: [false, false] });
  });
});
