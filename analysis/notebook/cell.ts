import type { WordKey } from '@shared/i18n';
import type { JSX } from 'preact';
import { TRIANGLE } from '../findings/rows/triangle';
import type { Review } from '../review';
import type { Writer } from './text/writer';

/** The sections of the letter, always in this order. */
export const SECTIONS = ['promises', 'people', 'satisfaction', 'giving', 'value', 'complaints'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The parts of a review a cell can need; each is null when there is nothing to say. */
export type Need =
  | 'orders'
  | 'repeat'
  | 'cohorts'
  | 'clv'
  | 'satisfaction'
  | 'promises'
  | 'goodwill'
  | 'gifts'
  | 'complaints';

/** Buyers below which a curve, a cohort or a bar shows single people, not the shop. */
export const FEWEST_BUYERS = 10;

/** What the reader may set. */
export interface CellSettings {
  /** Newest cohorts shown. */
  readonly cohorts: number;
  /** Months after the first purchase shown. */
  readonly cohortMonths: number;
  /** Buyers listed by value. */
  readonly topBuyers: number;
}

export const DEFAULT_SETTINGS: CellSettings = {
  cohorts: TRIANGLE.month.rows,
  cohortMonths: TRIANGLE.month.steps,
  topBuyers: 10,
};

export interface CellViewProps<Result> {
  readonly result: Result;
  readonly writer: Writer;
}

/**
 * One question of the notebook. `compute` is pure and gives plain JSON (so it can be stored, compared and
 * tested without a screen), or null when the review has too little for this question; `View` only draws.
 */
export interface Cell<Result = unknown> {
  readonly name: string;
  readonly section: SectionName;
  readonly question: WordKey;
  /** What the number is, for the margin. */
  readonly definition: WordKey;
  /** What to do to have it next week, said when it is missing; null where nobody misses it. */
  readonly advice: WordKey | null;
  readonly needs: readonly Need[];
  compute(review: Review, settings: CellSettings): Result | null;
  View(props: CellViewProps<Result>): JSX.Element;
}

/** The first part a cell needs that the review has not. */
export function missingNeed(cell: Cell, review: Review): Need | null {
  return cell.needs.find((need) => review[need] === null) ?? null;
}
