import { drawBeta, drawGamma } from '@analysis/numerics/samplers';
import { PARAMETERS } from './parameters';
import { chance, exponential, stream } from './random';

/** A buyer as drawn: nobody in a real shop ever sees these numbers. */
export interface DrawnBuyer {
  readonly index: number;
  readonly platform: 'taobao' | 'pinduoduo';
  /** Chatted with the shop: stands in the book, with all orders linked. */
  readonly known: boolean;
  /** Days since the first day of the period, one per purchase, not decreasing. */
  readonly days: readonly number[];
  /** Paid per purchase, in fen. */
  readonly amounts: readonly number[];
  /** Still a buyer at the end. */
  readonly alive: boolean;
}

/** Draws one buyer; depends on nothing but the seed, the buyer's index and the length of the period. */
export function drawBuyer(seed: string, index: number, weeks: number): DrawnBuyer {
  const { purchase, spend, taobaoShare, known } = PARAMETERS;
  const random = stream(seed, 'buyer', index);
  const end = weeks * 7;
  const rate = drawGamma(random, purchase.r, purchase.alpha);
  const leaving = drawBeta(random, purchase.a, purchase.b);
  const days: number[] = [];
  let time = random() * end;
  let alive = true;
  days.push(Math.floor(time));
  for (;;) {
    time += exponential(random, 7 / rate);
    if (time >= end) break;
    days.push(Math.floor(time));
    if (chance(random, leaving)) {
      alive = false;
      break;
    }
  }
  const money = stream(seed, 'money', index);
  const level = drawGamma(money, spend.q, spend.gamma);
  const amounts = days.map(() => Math.max(1, Math.round(drawGamma(money, spend.p, level) * 100)));
  const place = stream(seed, 'place', index);
  const platform = chance(place, taobaoShare) ? 'taobao' : 'pinduoduo';
  return { index, platform, known: chance(place, known[platform]), days, amounts, alive };
}
