import type { Dataset } from '../dataset';
import { MONEY_SCALE, type OrderFrame, pickSides } from '../frame/orders';
import type { Gone } from './netting';

const NOTHING_GONE = { orders: 0, lines: 0, amount: 0, buyers: 0 } as const;

/** Positions of the orders of which something is left. */
function keptOf(frame: OrderFrame, from: Uint32Array, gone: Gone): Uint32Array {
  const kept = new Uint32Array(frame.count);
  let count = 0;
  for (let index = 0; index < frame.count; index++)
    if (frame.lines[index]! > gone.lines[from[index]!]!) kept[count++] = index;
  return kept.subarray(0, count);
}

/**
 * What netting takes off.
 *
 * @param from by position in the frame: the order's place before
 */
export function nettedAwayOf(frame: OrderFrame, from: Uint32Array, gone: Gone | null): Dataset['nettedAway'] {
  if (gone === null) return NOTHING_GONE;
  const kept = keptOf(frame, from, gone);
  const known = (places: Iterable<number>) => {
    const seen = new Uint8Array(frame.buyers.length);
    let count = 0;
    for (const index of places) {
      const buyer = frame.buyer[index]!;
      if (buyer < 0 || seen[buyer] === 1) continue;
      seen[buyer] = 1;
      count++;
    }
    return count;
  };
  return {
    orders: frame.count - kept.length,
    lines: gone.count,
    amount: gone.amount.reduce((sum, part) => sum + part, 0) / MONEY_SCALE,
    buyers: known(frame.buyer.keys()) - known(kept),
  };
}

/** The frame without what was cancelled. */
export function nettedOf(frame: OrderFrame, from: Uint32Array, gone: Gone): OrderFrame {
  const kept = keptOf(frame, from, gone);
  const count = kept.length;
  const netted: OrderFrame = {
    count,
    platforms: frame.platforms,
    platform: new Uint8Array(count),
    number: new Array<string>(count),
    buyer: new Int32Array(count),
    buyers: frame.buyers,
    time: new Float64Array(count),
    paid: new Float64Array(count),
    refund: new Float64Array(count),
    refundUnknown: new Uint8Array(count),
    lines: new Uint32Array(count),
    ...(frame.sides === undefined ? {} : { sides: pickSides(frame.sides, kept) }),
  };
  const numbers = netted.number as string[];
  for (let index = 0; index < count; index++) {
    const at = kept[index]!;
    netted.platform[index] = frame.platform[at]!;
    numbers[index] = frame.number[at]!;
    netted.buyer[index] = frame.buyer[at]!;
    netted.time[index] = frame.time[at]!;
    netted.paid[index] = frame.paid[at]! - gone.amount[from[at]!]!;
    netted.refund[index] = frame.refund[at]!;
    netted.refundUnknown[index] = frame.refundUnknown[at]!;
    netted.lines[index] = frame.lines[at]! - gone.lines[from[at]!]!;
  }
  return netted;
}
