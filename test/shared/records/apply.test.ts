import type { Change } from '@shared/records/action';
import { applyChanges, recordKey } from '@shared/records/apply';
import { RECORD_SCHEMA } from '@shared/records/envelope';
import { describe, expect, it } from 'vitest';

const stamp = (time: number) => `${time.toString(16).padStart(12, '0')}-0000-owner`;
const make: Change = { table: 'giftStock', id: 's', set: { name: 'tea', count: 5, cost: null } };
const applied = (...args: Parameters<typeof applyChanges>) => {
  const result = applyChanges(...args);
  if (!result.ok) throw new Error(result.detail);
  return result;
};

describe('applying changes', () => {
  it('stamps what it writes and nothing else', () => {
    const first = applied(new Map(), [make], stamp(1), 'owner');
    const change: Change = { table: 'giftStock', id: 's', set: { count: 4 } };
    const second = applied(first.after, [change], stamp(2), 'clerk');
    const record = second.after.get(recordKey('giftStock', 's'))!;
    expect(record).toMatchObject({
      name: 'tea',
      count: 4,
      seat: 'clerk',
      schema: RECORD_SCHEMA,
      deleted: false,
    });
    expect(record.stamps).toEqual({ name: stamp(1), cost: stamp(1), deleted: stamp(1), count: stamp(2) });
  });

  it('gives an inverse that sets everything back', () => {
    const first = applied(new Map(), [make], stamp(1), 'owner');
    const changes: readonly Change[] = [
      { table: 'giftStock', id: 's', set: { count: 4 } },
      { table: 'giftStock', id: 's', set: { count: 3, name: 'green tea' } },
    ];
    const second = applied(first.after, changes, stamp(2), 'owner');
    const back = applied(second.after, second.inverse, stamp(3), 'owner');
    expect(back.after.get('giftStock/s')).toMatchObject({ name: 'tea', count: 5 });
    const gone = applied(back.after, first.inverse, stamp(4), 'owner');
    expect(gone.after.get('giftStock/s')).toMatchObject({ deleted: true });
  });

  it('refuses a record that would not be right, and says where', () => {
    const bad: Change = { ...make, set: { ...make.set, count: 1.5 } };
    const result = applyChanges(new Map(), [make, bad], stamp(1), 'owner');
    expect(result).toMatchObject({ ok: false, reason: 'invalid' });
    expect(result.ok ? '' : result.detail).toContain('giftStock.count');
  });

  it('refuses a half record that was never made', () => {
    const half: Change = { table: 'giftStock', id: 'x', set: { count: 1 } };
    expect(applyChanges(new Map(), [half], stamp(1), 'owner').ok).toBe(false);
  });
});
