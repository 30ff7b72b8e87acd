import type { WeekWork } from '@shared/records/week-work';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from '../freeze/desk';
import type { BehindReview } from '../source';

/** What can be done to the letter that is being drawn. */
export interface LetterDesk {
  /** Null where nothing can be written: a letter that stands alone, or a week put away. */
  readonly desk: Desk | null;
  /** What was written in a week put away, to be read. */
  readonly kept: WeekWork | null;
  /** What the numbers were made from; null where only they are there. */
  readonly behind: BehindReview | null;
}

export const LetterDeskContext = createContext<LetterDesk>({
  desk: null,
  kept: null,
  behind: null,
});

export function useLetterDesk(): LetterDesk {
  return useContext(LetterDeskContext);
}
