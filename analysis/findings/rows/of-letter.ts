import type { MeasureInput } from '../../measures/input';
import type { Review } from '../../review';
import type { BehindRow } from './behind';
import { keepAll } from './keep';
import { setsOfLetter } from './letter-sets';
import { type Names, rowsBehind } from './rows-behind';
import { type LetterRows, takenRow } from './taken';

/** Rows of one set that travel with a letter: it is a letter, not the exports over again. */
const MOST_TAKEN = 40;

/** The rows behind the numbers of a letter that is handed out as a file: the newest of each set, and how many there are. */
export function rowsOfLetter(review: Review, input: MeasureInput, names: Names): LetterRows {
  const keep = keepAll();
  const rows: LetterRows['rows'][number][] = [];
  const places = new Map<string, number>();
  const placeOf = (row: BehindRow) => {
    const taken = takenRow(row);
    const key = JSON.stringify(taken);
    const place = places.get(key) ?? rows.push(taken) - 1;
    places.set(key, place);
    return place;
  };
  const sets = new Map<string, readonly number[]>();
  for (const of of new Set(setsOfLetter(review))) {
    const found = rowsBehind(of, input, names, { most: MOST_TAKEN, keep });
    if (found.count > 0) sets.set(of, [found.count, ...found.rows.map(placeOf)]);
  }
  return { rows, sets: Object.fromEntries(sets) };
}
