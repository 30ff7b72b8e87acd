import type { Frozen } from '@shared/records/freeze-file';
import type { WeekWork } from '@shared/records/week-work';
import type { PlatformScoreRow } from '../findings/platform-scores';

/** A week put away, as the list names it. */
export interface FrozenEntry {
  readonly key: string;
  readonly week: string;
  /** ISO 8601. */
  readonly takenAt: string;
}

/**
 * Where the letter lives: what the owner writes into it is kept there, and the weeks put away. In the extension
 * that is the book; beside bare files it is the page's own memory, and files.
 */
export interface LetterHome {
  /** The program and its version, as a week put away names it. */
  readonly program: string;
  readonly readWork: (week: string) => Promise<WeekWork>;
  /** Resolves to false where it could not be written. */
  readonly saveWork: (week: string, work: WeekWork) => Promise<boolean>;
  /** Weeks put away, newest first. */
  readonly frozenWeeks: () => Promise<readonly FrozenEntry[]>;
  readonly openFrozen: (key: string) => Promise<Frozen | null>;
  readonly freeze: (frozen: Frozen) => Promise<boolean>;
  /** The platforms' own scores; absent where there is no book to write them into. */
  readonly saveScores?: (row: PlatformScoreRow) => Promise<boolean>;
  /** The page on which a buyer of the book is opened. */
  readonly buyerPage?: (buyer: string) => string;
  /** The page that works without the extension, to be downloaded. */
  readonly standAlone?: string;
}
