/** Where the week's decisions are kept; the page that has the book passes it in. */
export interface DecisionBook {
  /** What was decided in a week and in the week before it, up to three lines each. */
  readonly read: (
    week: string,
  ) => Promise<{ readonly now: readonly string[]; readonly before: readonly string[] }>;
  /** Resolves to false where it could not be written. */
  readonly save: (week: string, lines: readonly string[]) => Promise<boolean>;
}

export const DECISIONS = 3;
