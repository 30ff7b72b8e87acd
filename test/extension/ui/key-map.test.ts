import { homeOf, isBindable, keyFor, readBindings } from '@extension/ui/key-map';
import { describe, expect, it } from 'vitest';

describe('keys the shop gave to acts', () => {
  it('mean the act, and the old key means nothing any more', () => {
    const bound = readBindings({ p: 'v', v: 'p' });
    expect([homeOf(bound, 'v'), homeOf(bound, 'p'), homeOf(bound, 'd')]).toEqual(['p', 'v', 'd']);
    expect(homeOf({ p: '8' }, 'p')).toBe('');
    expect(keyFor({ p: '8' }, 'P')).toBe('8');
  });

  it('are read with what makes no sense left out', () => {
    expect(readBindings({ p: 'x', d: 'x', k: 5, g: 'Enter', n: 'q' })).toEqual({ n: 'q' });
    expect(readBindings(['p'])).toEqual({});
    expect(readBindings(undefined)).toEqual({});
  });

  it.each([
    ['a', true],
    ['8', true],
    ['é', true],
    [' ', false],
    ['/', false],
    ['Enter', false],
  ])('%s', (key, good) => expect(isBindable(key)).toBe(good));
});
