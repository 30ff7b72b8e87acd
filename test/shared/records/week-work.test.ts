import { type Frozen, freezeFile, readFreezeFile } from '@shared/records/freeze-file';
import { readWork } from '@shared/records/week-work';
import { expect, test } from 'vitest';

const FROZEN: Frozen = {
  week: '2026-W47',
  takenAt: '2026-11-22T12:00:00Z',
  program: 'Zhanggui 0.1.0',
  inputs: [{ name: 'orders.csv', hash: 'ab'.repeat(32) }],
  review: { schema: 'review/1', currency: 'CNY' },
  notes: { promises: 'too many' },
  decisions: [],
};

test('a week put away comes back from its file as it was', () => {
  expect(readFreezeFile(freezeFile(FROZEN))).toEqual(FROZEN);
  expect(readFreezeFile(`\ufeff${freezeFile(FROZEN)}`)).toEqual(FROZEN);
});

test('a file cut off, of another kind or of another shape is none', () => {
  const text = freezeFile(FROZEN);
  expect(readFreezeFile(text.slice(0, -30))).toBeNull();
  expect(readFreezeFile(text.replace('2026-W47', 'this week'))).toBeNull();
  expect(readFreezeFile(text.replace('"version": 1', '"version": 2'))).toBeNull();
  expect(readFreezeFile('{"format":"zhanggui/backup","version":1}')).toBeNull();
});

test('what was written in a week is read from every shape it ever had, and nothing else gets in', () => {
  const decision = { text: 'wrap twice', aim: 'complaints', was: 4, done: true };
  expect(readWork({ notes: { value: 'ok', people: 7 }, decisions: [decision] })).toEqual({
    notes: { value: 'ok' },
    decisions: [decision],
  });
  expect(readWork({ decisions: [{ text: 'a', aim: 'fame', was: 'x' }, 5] }).decisions).toEqual([
    { text: 'a', aim: null, was: null, done: null },
    { text: '', aim: null, was: null, done: null },
  ]);
  expect(readWork(['a', 'b', 'c', 'd']).decisions.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  expect(readWork(null)).toEqual({ notes: {}, decisions: [] });
});
