import { mergedBuyer, suggestedSide } from '@shared/records/merged-buyer';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';

const file = (fields: object) =>
  recordOf('buyers', {
    id: 'b',
    schema: 2,
    seat: 'owner',
    deleted: false,
    stamps: {},
    name: 'Anna',
    attitude: '',
    source: '',
    grade: '',
    phone: '',
    address: '',
    tags: [],
    facts: [],
    caution: null,
    since: '2026-05-01',
    ...fields,
  });

describe('two profiles, one', () => {
  it('fill each other where one says nothing', () => {
    const keep = file({ grade: 'A' });
    const gone = file({ grade: 'B', phone: '138', attitude: '客气', since: '2025-01-01' });
    expect(mergedBuyer(keep, gone, {})).toEqual({ phone: '138', attitude: '客气', since: '2025-01-01' });
  });

  it('follow the choice of the seller', () => {
    const keep = file({ grade: 'A' });
    const gone = file({ grade: 'B', phone: '138' });
    expect(mergedBuyer(keep, gone, { grade: 'gone', phone: 'keep' })).toEqual({ grade: 'B' });
  });

  it('lose no tag, no fact and no field of the shop, also where both fill it', () => {
    const keep = file({ tags: ['a'], custom: [{ name: '尺码', value: 'M' }] });
    const gone = file({ tags: ['a', 'b'], moves: ['face'], custom: [{ name: '尺码', value: 'L' }] });
    expect(mergedBuyer(keep, gone, {})).toEqual({
      tags: ['a', 'b'],
      moves: ['face'],
      custom: [{ name: '尺码', value: 'M / L' }],
    });
  });

  it('keep a yes to being mentioned and a no to being written to', () => {
    const keep = file({ mayBeMentioned: true, mayBeWritten: true });
    const gone = file({ mayBeMentioned: false, mayBeWritten: false });
    expect(suggestedSide('mayBeMentioned', keep, gone)).toBe('keep');
    expect(mergedBuyer(keep, gone, {})).toEqual({ mayBeWritten: false });
    expect(mergedBuyer(gone, keep, {})).toEqual({ mayBeMentioned: true });
  });

  it('change nothing when they say the same', () => {
    expect(mergedBuyer(file({ tags: ['a'] }), file({}), {})).toEqual({});
  });
});
