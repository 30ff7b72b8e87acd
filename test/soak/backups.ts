import { seededRandom } from '@analysis/numerics/random';
import { readBackup } from '@shared/backup/read';
import { writeBackup } from '@shared/backup/write';
import fc from 'fast-check';
import { anyBook, anyHistory } from '../shared/records/arbitrary';
import type { SoakRound } from './round';

// Tries F-53, F-54 of test/faults.md.

const BOOKS_PER_ROUND = 100;
const MADE = '2026-11-22T12:00:00.000Z';

/** What a disk, a stick or a hand does to a file: a bit turned, an end missing, a piece twice, gone or elsewhere. */
const HARMS: readonly ((text: string, random: () => number) => string)[] = [
  (text, random) => {
    const at = Math.floor(random() * text.length);
    const turned = String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(random() * 7)));
    return text.slice(0, at) + turned + text.slice(at + 1);
  },
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  (text, random) => {
    const [from, to] = piece(text, random);
    return text.slice(0, to) + text.slice(from, to) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = piece(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => {
    const at = text.search(/\d{2}/) + Math.floor(random() * 3);
    return text.slice(0, at) + String(Math.floor(random() * 10)) + text.slice(at + 1);
  },
];

function piece(text: string, random: () => number): readonly [number, number] {
  const from = Math.floor(random() * text.length);
  return [from, from + 1 + Math.floor(random() * Math.min(200, text.length - from))];
}

/** Random books through a backup and back, byte for byte; and each file harmed, which nobody may take for whole. */
export function backupRounds(): SoakRound {
  return {
    name: 'books through a backup',
    unit: 'books, and as many harmed files',
    goal: 100,
    run: async (number) => {
      const books = fc.sample(fc.tuple(anyBook, anyHistory), { seed: number, numRuns: BOOKS_PER_ROUND });
      const random = seededRandom(number);
      for (const [place, [book, history]] of books.entries()) {
        const where = `book ${place} of round ${number}`;
        const text = writeBackup(book, history, MADE);
        const read = readBackup(text);
        if (!read.ok) throw new Error(`${where} is refused: ${read.reason}`);
        if (writeBackup(read.book, read.actions, read.made) !== text)
          throw new Error(`${where} comes back as another one`);
        const harm = place % HARMS.length;
        const harmed = HARMS[harm]!(text, random);
        const taken = readBackup(harmed);
        // A space, or a letter written in another way, says the same.
        if (taken.ok && writeBackup(taken.book, taken.actions, taken.made) !== text)
          throw new Error(`${where} is taken although it was harmed (${harm})`);
      }
      return books.length;
    },
  };
}
