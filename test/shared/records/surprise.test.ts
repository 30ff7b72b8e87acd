import { givenBefore, SURPRISE_REST_DAYS, surpriseFor } from '@shared/records/surprise';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-11-22';
const line = (name: string, count = 5, minor = 200) => ({
  line: { id: name, name, count, cost: { minor, currency: 'CNY' } },
  promised: 0,
});
const gift = (what: string, saidOn: string, state: 'packed' | 'released' | 'expired' = 'packed') => ({
  what,
  stockId: what,
  state,
  saidOn,
});
const back = { orders: [{ status: 'completed' }], gifts: [], promises: [], complaints: [] } as const;
const names = (advice: ReturnType<typeof surpriseFor<ReturnType<typeof line>>>) =>
  advice.kind === 'give' ? advice.lines.map(({ line }) => line.name) : advice.kind;

describe('a surprise for a returning buyer (P8)', () => {
  it('is offered from the shelf, the dearest first', () => {
    expect(names(surpriseFor(back, [line('tea', 5, 200), line('scarf', 1, 900)], TODAY))).toEqual([
      'scarf',
      'tea',
    ]);
  });

  it('is not for somebody who never had an order through', () => {
    expect(names(surpriseFor({ ...back, orders: [{ status: 'paid' }] }, [line('tea')], TODAY))).toBe('new');
    expect(names(surpriseFor({ ...back, orders: [] }, [line('tea')], TODAY))).toBe('new');
  });

  it('waits until nothing is late and no complaint is open', () => {
    const late = { state: 'open', due: { on: 'day', day: '2026-11-20' }, settledOn: null } as const;
    expect(names(surpriseFor({ ...back, promises: [late] }, [line('tea')], TODAY))).toBe('mend-first');
    expect(names(surpriseFor({ ...back, complaints: [{ state: 'open' }] }, [line('tea')], TODAY))).toBe(
      'mend-first',
    );
    expect(names(surpriseFor({ ...back, complaints: [{ state: 'closed' }] }, [line('tea')], TODAY))).toEqual([
      'tea',
    ]);
  });

  it('waits while the last gift is fresh; one never given does not count', () => {
    expect(surpriseFor({ ...back, gifts: [gift('mug', '2026-11-01')] }, [line('tea')], TODAY)).toEqual({
      kind: 'lately',
      on: '2026-11-01',
    });
    const released = [gift('mug', '2026-11-01', 'released')];
    expect(names(surpriseFor({ ...back, gifts: released }, [line('tea')], TODAY))).toEqual(['tea']);
    expect(SURPRISE_REST_DAYS).toBe(60);
  });

  it('is never the same twice, by stock line or by name', () => {
    const gifts = [gift('tea', '2026-01-01'), { ...gift('Mug ', '2026-02-01'), stockId: null }];
    expect(names(surpriseFor({ ...back, gifts }, [line('tea'), line('mug'), line('scarf')], TODAY))).toEqual([
      'scarf',
    ]);
    expect(givenBefore(gifts, { name: 'MUG', stockId: null })?.saidOn).toBe('2026-02-01');
    expect(givenBefore(gifts, { name: '', stockId: null })).toBeNull();
  });

  it('comes from what is there and not promised to others', () => {
    expect(names(surpriseFor(back, [line('tea', 0), { ...line('mug', 2), promised: 2 }], TODAY))).toBe(
      'nothing-new',
    );
  });
});
