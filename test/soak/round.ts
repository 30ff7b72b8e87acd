/** One kind of long test: a round is short, seeded and independent, so that soaking can stop and go on. */
export interface SoakRound {
  readonly name: string;
  /** How many rounds the goal is. */
  readonly goal: number;
  /** Runs the round of this number; what it checked, or throws with what it saw and the seed to see it again. */
  readonly run: (number: number) => Promise<number>;
  /** What one round checks, for the table. */
  readonly unit: string;
  /** How many rounds in a row are cheaper than one now and one later; one where nothing is said. */
  readonly inRow?: number;
  /** Puts away what was kept open between rounds in a row. */
  readonly rest?: () => Promise<void>;
  readonly close?: () => Promise<void>;
}

/** What was reached, over all runs since the file was deleted. */
export interface Reached {
  rounds: number;
  checked: number;
  faults: string[];
}
