import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, read } from './tree';

const LAST = 87;
/** A matter of keys and people, not of a test. */
const NO_TEST = new Set(['F-84']);

interface Row {
  readonly id: string;
  readonly files: readonly string[];
}

function rows(): readonly Row[] {
  return read('test/faults.md')
    .split('\n')
    .flatMap((line) => {
      const [, id, , tried = ''] = line.split('|').map((cell) => cell.trim());
      return id && /^F-\d\d$/.test(id)
        ? [{ id, files: [...tried.matchAll(/`([^`]+)`/g)].map((m) => m[1]!) }]
        : [];
    });
}

describe('the list of faults', () => {
  const all = rows();

  test('has a row for each of them, once, in order', () => {
    const wanted = Array.from({ length: LAST }, (_, index) => `F-${String(index + 1).padStart(2, '0')}`);
    expect(all.map(({ id }) => id)).toEqual(wanted.filter((id) => !NO_TEST.has(id)));
  });

  test.each(all.map((row) => [row.id, row] as const))('%s is tried where it says', (id, { files }) => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(existsSync(join(ROOT, file)), `${file} is there`).toBe(true);
      expect(read(file), `${file} names ${id}`).toContain(id);
    }
  });
});
