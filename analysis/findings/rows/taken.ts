import { type Behind, type BehindRow, type BehindRows, NO_ROWS } from './behind';

/** A row as it travels: whose file, who, what, when, how much. There are thousands of them in a letter. */
type TakenRow = readonly [
  BehindRow['buyer'],
  BehindRow['name'],
  BehindRow['what'],
  BehindRow['day'],
  BehindRow['amount'],
];

/**
 * The rows that travel with a letter. A buyer stands in many sets, so every row is written once and the sets name
 * it by its place; the first number of a set is how many rows it has in all.
 */
export interface LetterRows {
  readonly rows: readonly TakenRow[];
  readonly sets: Readonly<Record<string, readonly number[]>>;
}

/** Makes a row ready to travel. */
export function takenRow({ buyer, name, what, day, amount }: BehindRow): TakenRow {
  return [buyer, name, what, day, amount];
}

/** Whether a letter took the rows of a set along. */
export function isTaken({ sets }: LetterRows, of: Behind): boolean {
  return Object.hasOwn(sets, of);
}

/** One set of a letter's rows as it was counted. */
export function takenRows(taken: LetterRows, of: Behind): BehindRows {
  if (!isTaken(taken, of)) return NO_ROWS;
  const [count = 0, ...places] = taken.sets[of]!;
  const rows = places.flatMap((place): readonly BehindRow[] => {
    const row = taken.rows[place];
    if (row === undefined) return [];
    const [buyer, name, what, day, amount] = row;
    return [{ buyer, name, what, day, amount }];
  });
  return { count, rows };
}
