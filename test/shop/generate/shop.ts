import { CAST, type Role } from '../cast';
import { type DrawnBuyer, drawBuyer } from './draw';
import { type Period, periodOf } from './moments';
import { type Order, ordersOf } from './orders';
import { type Person, personOf } from './people';

/** A buyer with everything the platforms know. */
export interface ShopBuyer {
  readonly drawn: DrawnBuyer;
  readonly person: Person;
  /** The part played in the practice chat. */
  readonly role: Role | null;
}

export interface Shop {
  readonly seed: string;
  readonly weeks: number;
  readonly period: Period;
  readonly buyers: readonly ShopBuyer[];
}

export interface ShopSize {
  readonly seed: string;
  readonly buyers: number;
  readonly weeks: number;
  /** Last day of the data. */
  readonly asOf: string;
}

/** The parts of the practice chat are given to buyers among the first so many, whatever the shop's size. */
const CANDIDATES = 120;

/** Days since the buyer's last purchase, seen from the end of the period. */
function quiet(buyer: DrawnBuyer, period: Period): number {
  return period.days - 1 - buyer.days[buyer.days.length - 1]!;
}

/** How well a drawn buyer fits a part; the purchases themselves are never changed for it. */
function fitness(buyer: DrawnBuyer, wanted: Role['history'], period: Period): number {
  const days = quiet(buyer, period);
  if (wanted === 'newest') return -days;
  if (wanted === 'delivered') return days < 5 ? -1_000 - days : -days;
  return days < 10 ? -1_000 : Math.min(buyer.days.length, 12) - days / 100;
}

function castParts(drawn: readonly DrawnBuyer[], period: Period): ReadonlyMap<number, Role> {
  const parts = new Map<number, Role>();
  // The freshest orders first: they are the scarcest.
  const order = { newest: 0, most: 1, delivered: 2 } as const;
  const wanted = CAST.filter((role) => role.history !== null).toSorted(
    (one, other) => order[one.history ?? 'most'] - order[other.history ?? 'most'],
  );
  for (const role of wanted) {
    let best: DrawnBuyer | null = null;
    for (const buyer of drawn.slice(0, CANDIDATES)) {
      if (parts.has(buyer.index)) continue;
      if (best === null || fitness(buyer, role.history, period) > fitness(best, role.history, period))
        best = buyer;
    }
    if (best) parts.set(best.index, role);
  }
  return parts;
}

/** Draws a whole shop: who the buyers are and when they bought. Orders follow on demand (`ordersIn`). */
export function drawShop(size: ShopSize): Shop {
  const period = periodOf(size.weeks, size.asOf);
  const drawn = Array.from({ length: size.buyers }, (_, index) => drawBuyer(size.seed, index, size.weeks));
  const parts = castParts(drawn, period);
  const buyers = drawn.map((buyer) => {
    const role = parts.get(buyer.index) ?? null;
    return role
      ? { drawn: { ...buyer, known: true }, person: role.person, role }
      : { drawn: buyer, person: personOf(size.seed, buyer.index), role };
  });
  return { seed: size.seed, weeks: size.weeks, period, buyers };
}

export function ordersIn(shop: Shop, buyer: ShopBuyer): readonly Order[] {
  return ordersOf(shop.seed, buyer.drawn, buyer.person, shop.period);
}
