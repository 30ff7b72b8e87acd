import { seededRandom } from '@analysis/numerics/random';
import { checkDamage, checkMutations } from '../analysis/imports/fuzz-checks';
import type { SoakRound } from './round';

const FILES_PER_ROUND = 100;

/** Damaged exports of every format: read, or refused with a sentence; never a crash, a hang, a number that is none. */
export function importFuzz(): SoakRound {
  return {
    name: 'damaged exports',
    unit: 'files',
    goal: 100,
    run: (number) => checkDamage(FILES_PER_ROUND, seededRandom(number)),
  };
}

/** Exports with one cell changed whose right outcome is known: no id and no amount is ever misread in silence. */
export function cellFuzz(): SoakRound {
  return {
    name: 'changed ids, amounts and dates',
    unit: 'files',
    goal: 100,
    run: (number) => checkMutations(FILES_PER_ROUND, seededRandom(100_000 + number)),
  };
}
