import type { Random } from '../numerics/random';
import type { CountGroups } from './counts';

/** Parameters in the model's own order, all ≥ 0. */
export type Parameters = readonly number[];

/**
 * Parameters that the data tell apart ever less as they run off together, up or down, to a limit that is a
 * simpler model ("everyone has the same chance of leaving").
 */
export interface Ridge {
  readonly boundary: string;
  readonly along: readonly string[];
  readonly towards: 1 | -1;
  /** Held when the others are finished and errors computed there. */
  readonly held: string;
}

/** Mean of a number of purchases and mean of its square; filled again and again by those who ask often. */
export interface Moments {
  mean: number;
  square: number;
}

/** What tells one purchase-count model from another; fitting and simulating are shared. */
export interface CountModelRules {
  readonly parameters: readonly string[];
  /** Those measured in time (they scale with the unit). */
  readonly timeParameters: readonly string[];
  /** Log-likelihood of all buyers; writes ∂/∂parameter into `gradient`. */
  readonly logLikelihood: (groups: CountGroups, parameters: Parameters, gradient: number[]) => number;
  /** Starting points for a shop with this purchase rate, time in units of the mean age. */
  readonly starts: (rate: number) => readonly Parameters[];
  /** The limit without drop-out, made from the NBD's r and α. */
  readonly withoutChurn: (r: number, alpha: number) => Parameters;
  /** Starting points beside that limit: shops with little drop-out have their optimum in a corner there. */
  readonly nearlyWithoutChurn: (r: number, alpha: number) => readonly Parameters[];
  /**
   * Whether a first little drop-out, of any kind, would raise the likelihood above the NBD's (time in units of
   * the mean age). Where it would not, the corner beside the limit need not be searched; models whose search
   * there is cheap leave this out.
   */
  readonly gainsByChurn?: (groups: CountGroups, r: number, alpha: number) => boolean;
  readonly ridges: readonly Ridge[];
  /** Probability that a buyer with this history is still a buyer at T. */
  readonly pAlive: (parameters: Parameters, x: number, tx: number, T: number) => number;
  /** Expected purchases in (T, T + t] of a buyer who is one at T. */
  readonly expectedIfAlive: (parameters: Parameters, x: number, T: number, t: number) => number;
  /** Mean and mean square of what `drawFuture` draws, into `into`. */
  readonly momentsIfAlive: (
    into: Moments,
    parameters: Parameters,
    x: number,
    T: number,
    t: number,
    factor: number,
  ) => Moments;
  /**
   * Adds `weight` × the chances of at least 1, 2, 3 … purchases in (T, T + t] of a buyer who is one at T to
   * `into`: the distribution of what `drawFuture` draws at factor 1, without drawing.
   */
  readonly addChancesIfAlive: (
    into: Float64Array,
    weight: number,
    parameters: Parameters,
    x: number,
    T: number,
    t: number,
  ) => void;
  /** One random future: purchases in (T, T + t] of a buyer who is one at T, rates multiplied by `factor`. */
  readonly drawFuture: (
    random: Random,
    parameters: Parameters,
    x: number,
    T: number,
    t: number,
    factor: number,
  ) => number;
}

/**
 * Expected purchases in (T, T + t] given a history: the chance to be a buyer times what buyers buy. With
 * x = tx = T = 0 it is the expectation for a new buyer.
 */
export function expectedPurchases(
  rules: CountModelRules,
  parameters: Parameters,
  x: number,
  tx: number,
  T: number,
  t: number,
): number {
  return rules.pAlive(parameters, x, tx, T) * rules.expectedIfAlive(parameters, x, T, t);
}
