import type { PurchaseSummary } from '@analysis/models/summary';
import type { Random } from '@analysis/numerics/random';
import { drawBeta, drawGamma } from '@analysis/numerics/samplers';
import type { CountModel } from '@analysis/review';

/** What a shop is drawn from: rates, drop-out, amounts; weeks. */
export interface Truth {
  readonly model: CountModel;
  readonly parameters: readonly [number, number, number, number];
  readonly spend: { readonly p: number; readonly q: number; readonly gamma: number };
}

export const TRUTHS: Readonly<Record<CountModel, Truth>> = {
  bgnbd: { model: 'bgnbd', parameters: [0.6, 5, 0.8, 2.5], spend: { p: 6, q: 4, gamma: 15 } },
  mbgnbd: { model: 'mbgnbd', parameters: [0.9, 7, 0.9, 2], spend: { p: 6, q: 4, gamma: 15 } },
  pnbd: { model: 'pnbd', parameters: [0.8, 9, 0.7, 10], spend: { p: 6, q: 4, gamma: 15 } },
};

/** A shop with a past to fit and a future to check it. */
export interface SimulatedShop {
  readonly summary: PurchaseSummary;
  /** Purchases and money of every buyer in the future. */
  readonly purchases: Float64Array;
  readonly spent: Float64Array;
}

/**
 * Buyers who came 20 to 80 weeks ago, their purchases until now and in the `future` weeks after; in the future
 * all rates are `factor` times what they were, and chances to leave come as purchases come.
 */
export function simulateShop(
  { model, parameters: [r, alpha, third, fourth], spend }: Truth,
  buyers: number,
  future: number,
  factor: number,
  random: Random,
): SimulatedShop {
  const column = () => new Float64Array(buyers);
  const [x, tx, T, mean, purchases, spent] = [column(), column(), column(), column(), column(), column()];
  for (let i = 0; i < buyers; i += 1) {
    T[i] = (140 + Math.floor(random() * 421)) / 7;
    const rate = drawGamma(random, r, alpha);
    const level = drawGamma(random, spend.q, spend.gamma);
    const amount = () => drawGamma(random, spend.p, level);
    let sum = 0;
    for (const at of purchaseTimes(model, rate, third, fourth, T[i]!, future, factor, random)) {
      if (at <= T[i]!) {
        x[i]! += 1;
        tx[i] = at;
        sum += amount();
      } else {
        purchases[i]! += 1;
        spent[i]! += amount();
      }
    }
    mean[i] = x[i]! > 0 ? sum / x[i]! : Number.NaN;
  }
  const summary = {
    buyers: Array.from({ length: buyers }, (_, i) => `b${i}`),
    source: Int32Array.from(x, (_, i) => i),
    x,
    tx,
    T,
    spend: mean,
  };
  return { summary, purchases, spent };
}

function purchaseTimes(
  model: CountModel,
  rate: number,
  third: number,
  fourth: number,
  T: number,
  future: number,
  factor: number,
  random: Random,
): number[] {
  const times: number[] = [];
  const leaves = model === 'pnbd' ? 0 : drawBeta(random, third, fourth);
  const until =
    model === 'pnbd' ? -Math.log(1 - random()) / drawGamma(random, third, fourth) : Number.POSITIVE_INFINITY;
  if (model === 'mbgnbd' && random() < leaves) return times;
  // Time runs `factor` times as fast after T: one clock of purchases for both parts.
  for (let clock = 0; ; ) {
    clock += -Math.log(1 - random()) / rate;
    const at = clock <= T ? clock : T + (clock - T) / factor;
    if (at > Math.min(T + future, until)) return times;
    times.push(at);
    if (random() < leaves) return times;
  }
}
