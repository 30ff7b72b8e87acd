import { Z95 } from '../numerics/normal';
import type { SurvivalPoint } from '../review';
import type { Histories } from './histories';
import { MS_PER_DAY } from './wall-clock';

/**
 * Share of buyers who have bought a second time, by day since the first purchase: one minus the Kaplan–Meier
 * estimate, so that a buyer of last week counts as "not known yet" and not as lost. Interval: Greenwood on the
 * log–log scale, which stays inside 0…1.
 *
 * A return counts on day ⌈elapsed ÷ 24 h⌉, a buyer is watched for ⌊time to the end ÷ 24 h⌋ days: the same
 * counting as the windows (`repeatWithin`).
 *
 * Source: Kaplan & Meier, JASA 53 (1958); Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data.
 */
export function secondPurchase(
  histories: Histories,
  end: number,
): { readonly medianDays: number | null; readonly curve: readonly SurvivalPoint[] } {
  const returned = new Map<number, number>();
  const censored = new Map<number, number>();
  for (let buyer = 0; buyer < histories.first.length; buyer++) {
    const first = histories.first[buyer]!;
    if (Number.isNaN(first)) continue;
    const second = histories.second[buyer]!;
    if (Number.isNaN(second)) add(censored, Math.max(0, Math.floor((end - first) / MS_PER_DAY)));
    else add(returned, Math.ceil((second - first) / MS_PER_DAY));
  }
  return kaplanMeier(returned, censored, histories.buyers);
}

function add(counts: Map<number, number>, day: number): void {
  counts.set(day, (counts.get(day) ?? 0) + 1);
}

function kaplanMeier(returned: Map<number, number>, censored: Map<number, number>, buyers: number) {
  const days = [...new Set([...returned.keys(), ...censored.keys()])].sort((a, b) => a - b);
  const curve: SurvivalPoint[] = [{ day: 0, share: 0, lo: 0, hi: 0 }];
  let atRisk = buyers;
  let waiting = 1;
  let greenwood = 0;
  let medianDays: number | null = null;
  for (const day of days) {
    const events = returned.get(day) ?? 0;
    if (events > 0) {
      waiting *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      const point = { day, share: 1 - waiting, ...band(waiting, greenwood, curve.at(-1)!.lo) };
      if (day === 0) curve[0] = point;
      else curve.push(point);
      if (medianDays === null && waiting <= 0.5 + 1e-12) medianDays = day;
    }
    // Those censored on a day were still watched on it: they leave after its events.
    atRisk -= events + (censored.get(day) ?? 0);
  }
  return { medianDays, curve };
}

function band(waiting: number, greenwood: number, lastLo: number): { lo: number; hi: number } {
  // Once everybody watched has come back the variance is undefined: keep the last lower bound.
  if (waiting <= 0) return { lo: lastLo, hi: 1 };
  const half = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(waiting));
  return { lo: 1 - waiting ** Math.exp(-half), hi: 1 - waiting ** Math.exp(half) };
}
