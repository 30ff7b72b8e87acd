import type { OrderFrame } from './orders';

/** One order on its way into a frame. */
export interface DraftOrders {
  readonly platform: readonly string[];
  readonly number: readonly string[];
  /** Key of the buyer, '' unknown. */
  readonly buyer: readonly string[];
  readonly time: readonly number[];
  readonly paid: readonly number[];
  readonly refund: readonly number[];
  readonly refundUnknown: readonly number[];
  readonly lines: readonly number[];
}

/** A frame with nothing in it. */
export const EMPTY_ORDERS: OrderFrame = buildOrders({
  platform: [],
  number: [],
  buyer: [],
  time: [],
  paid: [],
  refund: [],
  refundUnknown: [],
  lines: [],
}).frame;

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * Puts orders into columns, sorted by time and then by what they are, so that the same orders give the same
 * frame whatever files and rows they came from.
 *
 * @returns the frame and, for each position in it, the position in the draft.
 */
export function buildOrders(draft: DraftOrders): { readonly frame: OrderFrame; readonly from: Uint32Array } {
  const count = draft.time.length;
  const from = Uint32Array.from({ length: count }, (_, index) => index);
  from.sort(
    (a, b) =>
      draft.time[a]! - draft.time[b]! ||
      compareText(draft.platform[a]!, draft.platform[b]!) ||
      compareText(draft.number[a]!, draft.number[b]!) ||
      compareText(draft.buyer[a]!, draft.buyer[b]!) ||
      draft.paid[a]! - draft.paid[b]! ||
      draft.refund[a]! - draft.refund[b]! ||
      draft.refundUnknown[a]! - draft.refundUnknown[b]! ||
      draft.lines[a]! - draft.lines[b]!,
  );
  const platforms = [...new Set(draft.platform)].sort(compareText);
  const platformAt = new Map(platforms.map((name, index) => [name, index]));
  const buyers: string[] = [];
  const buyerAt = new Map<string, number>();
  const numberOf = (key: string): number => {
    if (key === '') return -1;
    let index = buyerAt.get(key);
    if (index === undefined) {
      index = buyers.length;
      buyers.push(key);
      buyerAt.set(key, index);
    }
    return index;
  };
  const pick = (values: readonly number[]) => Float64Array.from(from, (index) => values[index]!);
  const frame: OrderFrame = {
    count,
    platforms,
    platform: Uint8Array.from(from, (index) => platformAt.get(draft.platform[index]!)!),
    number: Array.from(from, (index) => draft.number[index]!),
    buyer: Int32Array.from(from, (index) => numberOf(draft.buyer[index]!)),
    buyers,
    time: pick(draft.time),
    paid: pick(draft.paid),
    refund: pick(draft.refund),
    refundUnknown: Uint8Array.from(from, (index) => draft.refundUnknown[index]!),
    lines: Uint32Array.from(from, (index) => draft.lines[index]!),
  };
  return { frame, from };
}
