import type { OrderFrame } from '../frame/orders';
import { MS_PER_DAY } from './wall-clock';

/**
 * What the repeat measures need of each buyer, as columns by buyer number. `first` is NaN for a buyer without
 * an order in the frame, `second` for one without a second.
 */
export interface Histories {
  readonly buyers: number;
  readonly orders: Uint32Array;
  readonly distinctDays: Uint32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Walks the orders once in time order: first, second, number of orders and of distinct days per buyer. */
export function historiesOf(frame: OrderFrame): Histories {
  const size = frame.buyers.length;
  const orders = new Uint32Array(size);
  const distinctDays = new Uint32Array(size);
  const first = new Float64Array(size).fill(Number.NaN);
  const second = new Float64Array(size).fill(Number.NaN);
  const lastDay = new Float64Array(size).fill(Number.NaN);
  let buyers = 0;
  const order = timeOrder(frame.time);
  // A plain loop: iterating a typed array is several times slower.
  for (let at = 0; at < order.length; at++) {
    const index = order[at]!;
    const buyer = frame.buyer[index]!;
    if (buyer < 0) continue;
    const time = frame.time[index]!;
    if (orders[buyer] === 0) {
      first[buyer] = time;
      buyers++;
    } else if (orders[buyer] === 1) second[buyer] = time;
    orders[buyer]!++;
    const day = Math.floor(time / MS_PER_DAY);
    if (lastDay[buyer] !== day) {
      distinctDays[buyer]!++;
      lastDay[buyer] = day;
    }
  }
  return { buyers, orders, distinctDays, first, second };
}

/** Positions sorted by time; exports are nearly always sorted already, then nothing is done. */
export function timeOrder(time: Float64Array): Uint32Array {
  const order = new Uint32Array(time.length);
  let sorted = true;
  for (let index = 0; index < time.length; index++) {
    order[index] = index;
    if (index > 0 && time[index]! < time[index - 1]!) sorted = false;
  }
  return sorted ? order : order.sort((a, b) => time[a]! - time[b]!);
}
