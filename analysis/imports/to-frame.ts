import type { Dataset } from '../dataset';
import { buildOrders } from '../frame/build';
import { once } from '../frame/once';
import type { OrderFrame, OrderSides } from '../frame/orders';
import { type Identity, STRANGERS } from './identity';
import type { Merged } from './merge';
import { nettedAwayOf, nettedOf } from './netted';
import { netLines } from './netting';
import { joinSides } from './sides';

type Orders = Pick<Dataset, 'orders' | 'netted' | 'nettedAway' | 'withoutBuyer' | 'duplicatesDropped'>;

/** Makes the frames of what stayed after merging. */
export function toFrames(merged: Merged, identity: Identity = STRANGERS): Orders {
  const owner = buyersOf(merged, identity);
  const most = merged.files.reduce((sum, units) => sum + units.numbers.length, 0);
  const draft = {
    platform: [] as string[],
    number: [] as string[],
    buyer: [] as string[],
    time: new Float64Array(most),
    paid: new Float64Array(most),
    refund: new Float64Array(most),
    refundUnknown: new Uint8Array(most),
    lines: new Uint32Array(most),
  };
  const orderOf = merged.files.map((units) => new Int32Array(units.numbers.length).fill(-1));
  const parts = new Map<string, number>();
  let withoutBuyer = 0;
  for (const [file, units] of merged.files.entries()) {
    for (let unit = 0; unit < units.numbers.length; unit++) {
      if (merged.kept[file]![unit] === 0) continue;
      withoutBuyer += units.withoutBuyer[unit]!;
      if (units.skip[unit] !== '') continue;
      const number = units.numbers[unit]!;
      const key =
        units.format.unit === 'line' && number !== '' ? `${units.format.platform}\n${number}` : null;
      const known = key === null ? undefined : parts.get(key);
      const at = known ?? draft.number.length;
      orderOf[file]![unit] = at;
      if (known !== undefined) {
        draft.time[at] = Math.min(draft.time[at]!, units.time[unit]!);
        draft.paid[at]! += units.paid[unit]!;
        draft.refund[at]! += units.refund[unit]!;
        draft.refundUnknown[at]! |= units.refundUnknown[unit]!;
        draft.lines[at]! += units.rows[unit]!;
        continue;
      }
      if (key !== null) parts.set(key, at);
      draft.platform.push(units.format.platform);
      draft.number.push(number);
      draft.buyer.push(owner(file, unit));
      draft.time[at] = units.time[unit]!;
      draft.paid[at] = units.paid[unit]!;
      draft.refund[at] = units.refund[unit]!;
      draft.refundUnknown[at] = units.refundUnknown[unit]!;
      draft.lines[at] = units.rows[unit]!;
    }
  }
  const { frame: plain, from } = buildOrders(draft);
  // Worked out when first asked for: another thread can begin to fit models while this one does.
  const sides = once(() => sidesOf(merged, orderOf, from));
  const orders: OrderFrame = {
    ...plain,
    get sides() {
      return sides();
    },
  };
  const gone = once(() => netLines(merged, orderOf, owner, draft.number.length));
  const netted = once(() => {
    const lines = gone();
    return lines === null ? null : nettedOf(orders, from, lines);
  });
  // Few ask for the frame; what it would take off everybody is told.
  const nettedAway = once(() => nettedAwayOf(plain, from, gone()));
  return {
    orders,
    get netted() {
      return netted();
    },
    get nettedAway() {
      return nettedAway();
    },
    withoutBuyer,
    duplicatesDropped: merged.duplicatesDropped,
  };
}

/** What the files say of the orders besides, in the order of the frame. */
function sidesOf(merged: Merged, orderOf: readonly Int32Array[], from: Uint32Array): OrderSides {
  const place = new Int32Array(from.length);
  for (let index = 0; index < from.length; index++) place[from[index]!] = index;
  const placed = orderOf.map((orders) => orders.map((order) => (order < 0 ? -1 : place[order]!)));
  return joinSides(
    merged.files.map((units) => units.sides),
    placed,
    from.length,
  );
}

/**
 * Keys of the buyers. One platform alone keeps its own keys; several are told apart by the platform's name.
 * A key that has an order linked to somebody of the book is that person in all its orders.
 */
function buyersOf(merged: Merged, identity: Identity): (file: number, unit: number) => string {
  const platforms = new Set(
    merged.files
      .filter((units) => units.buyers.texts.some((text) => text !== ''))
      .map((units) => units.format.platform),
  );
  const learnt = new Map<string, string | null>();
  for (const [file, units] of merged.files.entries()) {
    if (identity === STRANGERS) break;
    const { platform } = units.format;
    for (let unit = 0; unit < units.numbers.length; unit++) {
      const key = units.buyers.texts[units.buyer[unit]!]!;
      const buyer = identity.byNumber(platform, units.numbers[unit]!);
      if (merged.kept[file]![unit] === 0 || key === '' || buyer === null) continue;
      const known = learnt.get(`${platform}\n${key}`);
      learnt.set(`${platform}\n${key}`, known === undefined || known === buyer ? buyer : null);
    }
  }
  return (file, unit) => {
    const units = merged.files[file]!;
    const { platform } = units.format;
    const key = units.buyers.texts[units.buyer[unit]!]!;
    if (identity !== STRANGERS) {
      const person =
        identity.byNumber(platform, units.numbers[unit]!) ??
        identity.byKey(platform, key) ??
        learnt.get(`${platform}\n${key}`) ??
        null;
      if (person !== null) return person;
    }
    return key === '' || platforms.size < 2 ? key : `${platform}:${key}`;
  };
}
