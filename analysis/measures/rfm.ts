import { addDays, type Day, dayNumber } from '@shared/calendar/day';
import type { PurchaseDays } from '../models/summary';

/** One buyer's standing: 1 is lowest. */
export interface RfmScore {
  readonly buyer: string;
  /** How recently, how often, how much; from 1 to the number of groups. */
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly lastDaysAgo: number;
  readonly purchases: number;
  /** Major units. */
  readonly spent: number;
  /** r + f + m four weeks before; `null` for a buyer who is new since. */
  readonly before: number | null;
  readonly movement: 'up' | 'down' | 'same' | 'new';
}

export interface RfmSection {
  /** Groups per score: 5 from 500 buyers on, 3 below (no group would hold enough people). */
  readonly groups: 3 | 5;
  readonly buyers: number;
  /** The day the movement is counted from. */
  readonly since: Day;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  readonly entered: number;
  readonly cells: readonly {
    readonly r: number;
    readonly f: number;
    readonly buyers: number;
    readonly spent: number;
  }[];
}

/** Buyers below which everybody's history says more than a score. */
export const FEWEST_SCORED = 30;
const FIVE_GROUPS = 500;
const MOVEMENT_DAYS = 28;

/**
 * Scores by rank: the share of buyers below (ties count half), cut into equal groups. Equal values get equal
 * scores, whatever the order of the rows; if all are equal, all are in the middle.
 *
 * @example [...rankScores([10, 20, 30], 3)] // => [1, 2, 3]
 * @example [...rankScores([7, 7, 7], 3)] // => [2, 2, 2]
 */
export function rankScores(values: ArrayLike<number>, groups: number): Uint8Array {
  const sorted = Float64Array.from(values).sort();
  // The least value of each score: all that is needed to score a value.
  const from = new Float64Array(groups + 1).fill(Number.POSITIVE_INFINITY);
  for (let at = 0, to = 0; at < sorted.length; at = to) {
    while (to < sorted.length && sorted[to] === sorted[at]) to += 1;
    const share = (at + to) / 2 / sorted.length;
    const score = Math.min(groups, 1 + Math.floor(share * groups));
    from[score] = Math.min(from[score]!, sorted[at]!);
  }
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    let score = groups;
    while (score > 1 && !(values[i]! >= from[score]!)) score -= 1;
    scores[i] = score;
  }
  return scores;
}

/**
 * Recency, frequency and money of every buyer as scores, and whether their sum rose or fell in four weeks: the
 * same scoring on what was known then. Empty below 30 buyers.
 */
export function rfmScores(days: PurchaseDays, asOf: Day): readonly RfmScore[] {
  const today = dayNumber(asOf);
  const now = standings(days, today);
  if (now.index.length < FEWEST_SCORED) return [];
  const groups = groupsFor(now.index.length);
  const scores = scored(now, groups);
  const past = standings(days, today - MOVEMENT_DAYS);
  const before = new Uint8Array(days.buyers.length);
  scored(past, groups).sum.forEach((sum, i) => {
    before[past.index[i]!] = sum;
  });
  const rows = new Array<RfmScore>(now.index.length);
  for (let i = 0; i < rows.length; i += 1) {
    const buyer = now.index[i]!;
    const sum = scores.sum[i]!;
    const earlier = before[buyer]! === 0 ? null : before[buyer]!;
    rows[i] = {
      buyer: days.buyers[buyer]!,
      r: scores.r[i]!,
      f: scores.f[i]!,
      m: scores.m[i]!,
      lastDaysAgo: Math.abs(now.recency[i]!),
      purchases: now.purchases[i]!,
      spent: now.spent[i]!,
      before: earlier,
      movement: earlier === null ? 'new' : sum > earlier ? 'up' : sum < earlier ? 'down' : 'same',
    };
  }
  return rows;
}

const groupsFor = (buyers: number): 3 | 5 => (buyers >= FIVE_GROUPS ? 5 : 3);

/** Buyers known on a day, as columns; `recency` is 0 for today and falls with the days since. */
interface Standings {
  readonly index: Int32Array;
  readonly recency: Float64Array;
  readonly purchases: Float64Array;
  readonly spent: Float64Array;
}

function standings(days: PurchaseDays, until: number): Standings {
  const size = days.buyers.length;
  const [index, recency] = [new Int32Array(size), new Float64Array(size)];
  const [purchases, spent] = [new Float64Array(size), new Float64Array(size)];
  let known = 0;
  for (let buyer = 0; buyer < size; buyer += 1) {
    let [count, sum, last] = [0, 0, 0];
    for (let i = days.start[buyer]!; i < days.start[buyer + 1]! && days.day[i]! <= until; i += 1) {
      count += 1;
      sum += days.spend[i]!;
      last = days.day[i]!;
    }
    if (count === 0) continue;
    index[known] = buyer;
    recency[known] = last - until;
    purchases[known] = count;
    spent[known] = cents(sum);
    known += 1;
  }
  return {
    index: index.subarray(0, known),
    recency: recency.subarray(0, known),
    purchases: purchases.subarray(0, known),
    spent: spent.subarray(0, known),
  };
}

const cents = (money: number) => Math.round(money * 100) / 100;

function scored({ recency, purchases, spent }: Standings, groups: number) {
  const [r, f, m] = [rankScores(recency, groups), rankScores(purchases, groups), rankScores(spent, groups)];
  return { r, f, m, sum: r.map((score, i) => score + f[i]! + m[i]!) };
}

/** The scores of a whole shop: how many stand where, and how many moved. `null` below 30 buyers. */
export function rfmSection(scores: readonly RfmScore[], asOf: Day): RfmSection | null {
  if (scores.length === 0) return null;
  const groups = groupsFor(scores.length);
  const moved = (movement: RfmScore['movement']) =>
    scores.reduce((count, row) => count + (row.movement === movement ? 1 : 0), 0);
  const cells = new Map<string, { r: number; f: number; buyers: number; spent: number }>();
  for (const { r, f, spent } of scores) {
    const cell = cells.get(`${r}-${f}`) ?? { r, f, buyers: 0, spent: 0 };
    cell.buyers += 1;
    cell.spent += spent;
    cells.set(`${r}-${f}`, cell);
  }
  return {
    groups,
    buyers: scores.length,
    since: addDays(asOf, -MOVEMENT_DAYS),
    up: moved('up'),
    down: moved('down'),
    same: moved('same'),
    entered: moved('new'),
    cells: [...cells.values()]
      .map((cell) => ({ ...cell, spent: cents(cell.spent) }))
      .sort((a, b) => b.r - a.r || b.f - a.f),
  };
}
