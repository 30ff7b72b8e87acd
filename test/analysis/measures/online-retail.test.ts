import { cohortsOf } from '@analysis/measures/cohorts';
import { historiesOf } from '@analysis/measures/histories';
import { ordersSection } from '@analysis/measures/orders';
import { repeatSection } from '@analysis/measures/repeat';
import { dayEnd } from '@analysis/measures/wall-clock';
import { describe, expect, it } from 'vitest';
import { dataset } from './frames';
import { hasOnlineRetail, onlineRetail } from './online-retail';

describe.skipIf(!hasOnlineRetail)('measures of UCI Online Retail', () => {
  const frame = hasOnlineRetail ? onlineRetail() : undefined!;
  const histories = hasOnlineRetail ? historiesOf(frame) : undefined!;
  const asOf = '2011-12-09';

  it('counts orders, buyers and revenue', () => {
    const orders = ordersSection(frame, dataset({ currency: 'GBP' }))!;
    expect(orders).toMatchObject({ count: 18_532, buyers: 4_338, revenue: 8_911_407.9 });
  });

  it('agrees on who came back, and when', () => {
    const repeat = repeatSection(histories, dayEnd(asOf))!;
    expect(repeat).toMatchObject({ buyers: 4_338, repeatBuyers: 2_845 });
    expect(repeat.byDistinctDays.repeatBuyers).toBe(2_790);
    expect(repeat.rate).toBeCloseTo(0.65583, 5);
    expect(repeat.within['30']).toMatchObject({ repeaters: 912, eligible: 4_086 });
    expect(repeat.within['60']).toMatchObject({ repeaters: 1_407, eligible: 3_741 });
    expect(repeat.within['90']).toMatchObject({ repeaters: 1_605, eligible: 3_370 });
    expect(repeat.within['180']).toMatchObject({ repeaters: 1_883, eligible: 2_821 });
  });

  it('follows the first cohort and marks the unfinished month', () => {
    const cohorts = cohortsOf(frame, histories, asOf)!;
    expect(cohorts).toHaveLength(13);
    expect(cohorts[0]).toMatchObject({
      cohort: '2010-12',
      size: 885,
      active: [885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235],
    });
    expect(cohorts[0]!.unfinished).toEqual([...new Array(12).fill(false), true]);
  });
});
