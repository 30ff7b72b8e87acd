import { periodOf, spanOf } from '@analysis/measures/period';
import { ordersBetween } from '@analysis/measures/select';
import { dayEnd, dayStart } from '@analysis/measures/wall-clock';
import { describe, expect, it } from 'vitest';
import { bookOf, promise } from './book-rows';
import { answerFrame, dataset, orderFrame, reviewOptions } from './frames';

const orders = orderFrame([
  { buyer: 'a', at: '2026-11-20T23:59' },
  { buyer: 'a', at: '2026-11-18' },
]);

describe('the review’s last day', () => {
  it('is the last calendar day in the data, whatever holds it', () => {
    expect(spanOf(dataset({ orders }), reviewOptions()).asOf).toBe('2026-11-20');
    const answers = answerFrame([{ asked: '2026-11-21' }]);
    expect(spanOf(dataset({ orders, answers }), reviewOptions()).asOf).toBe('2026-11-21');
  });

  it('is the day before when that is today, which is not over', () => {
    expect(spanOf(dataset({ orders }), reviewOptions({ today: '2026-11-20' })).asOf).toBe('2026-11-19');
  });

  it('counts the book’s days in the shop’s zone and not its plans', () => {
    const promises = [promise({ saidAt: '2026-11-20T17:00:00Z', due: { on: 'day', day: '2026-12-24' } })];
    const data = dataset({ book: bookOf(['anna'], { promises }) });
    expect(spanOf(data, reviewOptions()).asOf).toBe('2026-11-21');
  });

  it('gives way to --as-of, and looks between --from and --to', () => {
    expect(spanOf(dataset({ orders }), reviewOptions({ asOf: '2026-11-01' })).asOf).toBe('2026-11-01');
    const span = spanOf(dataset({ orders }), reviewOptions({ from: '2026-11-18', to: '2026-11-19' }));
    expect(span).toMatchObject({
      asOf: '2026-11-18',
      start: dayStart('2026-11-18'),
      end: dayEnd('2026-11-18'),
    });
  });

  it('is yesterday for data without any date', () => {
    expect(spanOf(dataset(), reviewOptions()).asOf).toBe('2026-11-21');
  });
});

describe('the period', () => {
  it('is the seven days that end on it, in the ISO week that holds it', () => {
    expect(periodOf('2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22', isoWeek: '2026-W47' });
    expect(periodOf('2027-01-01').isoWeek).toBe('2026-W53');
  });

  it('takes orders from the first midnight to the last, both days whole', () => {
    const rows = ['2026-11-17T23:59', '2026-11-18T00:00', '2026-11-19T23:59', '2026-11-20T00:00'];
    const frame = orderFrame(rows.map((at) => ({ buyer: 'a', at })));
    const kept = ordersBetween(frame, dayStart('2026-11-18'), dayEnd('2026-11-19'));
    expect(kept.number).toEqual(['N1', 'N2']);
    expect(ordersBetween(frame, -Infinity, Infinity)).toBe(frame);
  });
});
