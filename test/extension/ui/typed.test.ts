import { clashes, fieldsOf, settled, typing, untyped } from '@extension/ui/typed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// Tries F-26 of test/faults.md.

const words = fc.constantFrom('', 'a', 'b', 'c');
const record = fc.record({ name: words, note: words, count: words });
const patch = fc.record({ name: words, note: words, count: words }, { requiredKeys: [] });

describe('a form over a record that another window writes', () => {
  it('loses nothing: what was typed here, else what the other wrote, and a clash wherever both did', () => {
    fc.assert(
      fc.property(record, fc.array(patch, { maxLength: 4 }), record, (before, patches, after) => {
        const typed = patches.reduce((now, one) => typing(now, before, one), untyped<typeof before>());
        const mine = Object.assign({}, before, ...patches) as typeof before;
        const shown = fieldsOf(after, typed);
        for (const name of ['name', 'note', 'count'] as const) {
          const both = after[name] !== before[name] && name in typed.mine && mine[name] !== after[name];
          expect(clashes(after, typed).includes(name)).toBe(both);
          expect(shown[name]).toBe(name in typed.mine ? mine[name] : after[name]);
          if (mine[name] !== before[name]) expect(name in typed.mine).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['mine', 'small'],
    ['stored', 'huge'],
    ['before', 'tall'],
  ] as const)(
    'takes the wording that was chosen (%s), and asks again only after a third one',
    (choice, text) => {
      const typed = typing(untyped<{ note: string }>(), { note: 'tall' }, { note: 'small' });
      expect(clashes({ note: 'huge' }, typed)).toEqual(['note']);
      const now = settled(typed, { note: 'huge' }, 'note', choice);
      expect(fieldsOf({ note: 'huge' }, now)).toEqual({ note: text });
      expect(clashes({ note: 'huge' }, now)).toEqual([]);
      expect(clashes({ note: 'wide' }, now)).toEqual(choice === 'stored' ? [] : ['note']);
    },
  );
});
