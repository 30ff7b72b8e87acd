import { expect, test } from 'vitest';
import { read, sources } from './tree';

const HARD_LIMIT = 400;
const ENTRY_LIMIT = 60;
const MEDIAN_LIMIT = 90;

const lines = (path: string) => read(path).split('\n').length - 1;
const FILES = sources(['shared', 'analysis', 'extension', 'test'], ['.ts', '.tsx', '.css', '.mjs', '.js']);

test(`no file is longer than ${HARD_LIMIT} lines: it would be two things`, () => {
  expect(FILES.filter((path) => lines(path) > HARD_LIMIT).map((path) => `${path}: ${lines(path)}`)).toEqual(
    [],
  );
});

test(`entry points only wire: ${ENTRY_LIMIT} lines at most`, () => {
  const entries = sources(['extension/entrypoints']);
  expect(entries.filter((path) => lines(path) > ENTRY_LIMIT)).toEqual([]);
});

test('most files are short', () => {
  const counts = sources(['shared', 'analysis', 'extension'])
    .map(lines)
    .sort((a, b) => a - b);
  expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(MEDIAN_LIMIT);
});
