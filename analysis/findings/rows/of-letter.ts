import type { MeasureInput } from '../../measures/input';
import type { Review } from '../../review';
import { BEHIND, type Behind, type BehindRows } from './behind';
import { type Names, rowsBehind } from './rows-behind';

/** Rows of one set that travel with a letter: it is a letter, not the exports over again. */
const MOST_TAKEN = 40;

/** The sets that need a mark to be a set at all. */
const MARKED: readonly string[] = [
  'eligible',
  'within',
  'cohort',
  'outcomeBuyers',
  'outcomeRepeat',
  'giftBuyers',
  'giftReturned',
];

/** The rows behind the numbers of a letter that is handed out as a file: the newest of each set, and how many there are. */
export function rowsOfLetter(
  review: Review,
  input: MeasureInput,
  names: Names,
): Readonly<Record<string, BehindRows>> {
  const all = setsOf(review).map((of): readonly [Behind, BehindRows] => {
    const { count, rows } = rowsBehind(of, input, names);
    return [of, { count, rows: rows.slice(0, MOST_TAKEN) }];
  });
  return Object.fromEntries(all.filter(([, { count }]) => count > 0));
}

function setsOf({ repeat, promises, gifts, complaints, goodwill, waits, wishes, satisfaction }: Review) {
  const plain = BEHIND.filter((set) => !MARKED.includes(set));
  const before = plain.filter((set) => set.startsWith('week'));
  const windows = Object.entries(repeat?.within ?? {}).filter(([, { eligible }]) => eligible > 0);
  return [
    ...plain,
    ...before.map((set) => `${set}:before` as const),
    ...windows.flatMap(([days]) => [`eligible:${days}`, `within:${days}`] as const),
    ...(promises?.byKind ?? []).flatMap(
      ({ kind }) => [`promisesKept:${kind}`, `promisesNotOnTime:${kind}`, `promisesNotDue:${kind}`] as const,
    ),
    ...(promises?.repeatByOutcome ?? []).flatMap(
      ({ outcome }) => [`outcomeBuyers:${outcome}`, `outcomeRepeat:${outcome}`] as const,
    ),
    ...(gifts?.returned ?? []).flatMap(
      ({ group }) => [`giftBuyers:${group}`, `giftReturned:${group}`] as const,
    ),
    ...(complaints?.byCause ?? []).map(({ cause }) => `complaints:${cause}` as const),
    ...(goodwill?.aged ?? []).map(({ band }) => `discountsOwed:${band}` as const),
    ...(waits?.byHour ?? []).flatMap(({ at }) => [`waits:${at}`, `leftWaiting:${at}`] as const),
    ...(wishes ?? []).map(({ what }) => `wishes:${what}` as const),
    ...(satisfaction?.byWeek ?? []).map(({ week }) => `answers:${week}` as const),
  ];
}
