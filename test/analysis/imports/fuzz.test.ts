import { seededRandom } from '@analysis/numerics/random';
import { describe, expect, it } from 'vitest';
import { checkDamage, checkMutations } from './fuzz-checks';
import { specimens } from './mutations';

describe('every importer', () => {
  it('has a sample that can be changed cell by cell', async () => {
    const formats = new Set((await specimens()).map(({ format }) => format.name));
    expect(formats.size).toBeGreaterThan(25);
  });

  it('reads a changed id or amount as what it is, or says so', async () => {
    expect(await checkMutations(250, seededRandom(20_261_122))).toBe(250);
  });

  it('survives damaged files', async () => {
    expect(await checkDamage(100, seededRandom(20_261_123))).toBe(100);
  });
});
