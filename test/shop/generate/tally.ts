/** Counts what came out of the draw, to stand beside the parameters in `truth.json`. */
export interface Tally {
  readonly promise: (outcome: string) => void;
  readonly discount: (state: string, fen: number) => void;
  /** One buyer whose first order is old enough: with or without the gift, came back in time or not. */
  readonly gift: (given: boolean, cameBack: boolean) => void;
  readonly wait: (seconds: number) => void;
  readonly visit: (state: string, overall: number | null) => void;
  readonly complaint: (cause: string) => void;
  readonly counts: () => Counts;
}

export interface Counts {
  readonly promises: Readonly<Record<string, number>>;
  /** Amounts in yuan. */
  readonly discounts: Readonly<Record<string, { readonly count: number; readonly amount: number }>>;
  readonly gifts: {
    readonly given: number;
    readonly givenBack: number;
    readonly none: number;
    readonly noneBack: number;
  };
  readonly waits: { readonly count: number; readonly meanSeconds: number | null };
  readonly visits: Readonly<Record<string, number>>;
  readonly meanOverall: number | null;
  readonly complaints: Readonly<Record<string, number>>;
}

export function newTally(): Tally {
  const promises: Record<string, number> = {};
  const discounts: Record<string, { count: number; amount: number }> = {};
  const visits: Record<string, number> = {};
  const complaints: Record<string, number> = {};
  const gifts = { given: 0, givenBack: 0, none: 0, noneBack: 0 };
  const waits = { count: 0, seconds: 0 };
  const scores = { count: 0, sum: 0 };
  const add = (counts: Record<string, number>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  return {
    promise: (outcome) => add(promises, outcome),
    discount: (state, fen) => {
      const line = discounts[state] ?? { count: 0, amount: 0 };
      discounts[state] = line;
      line.count++;
      line.amount = Math.round(line.amount * 100 + fen) / 100;
    },
    gift: (given, cameBack) => {
      gifts[given ? 'given' : 'none']++;
      if (cameBack) gifts[given ? 'givenBack' : 'noneBack']++;
    },
    wait: (seconds) => {
      waits.count++;
      waits.seconds += seconds;
    },
    visit: (state, overall) => {
      add(visits, state);
      if (overall === null) return;
      scores.count++;
      scores.sum += overall;
    },
    complaint: (cause) => add(complaints, cause),
    counts: () => ({
      promises,
      discounts,
      gifts,
      waits: { count: waits.count, meanSeconds: waits.count ? waits.seconds / waits.count : null },
      visits,
      meanOverall: scores.count ? scores.sum / scores.count : null,
      complaints,
    }),
  };
}
