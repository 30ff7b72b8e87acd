import { CAST } from '../cast';
import { returnChance } from './gifts';
import { dayAt } from './moments';
import type { Order } from './orders';
import { PARAMETERS, SHOP_ZONE } from './parameters';
import type { Shop, ShopBuyer } from './shop';
import type { Counts } from './tally';

/** What the names under `realised` mean. */
const NOTES = {
  all: 'every buyer of the shop',
  taobao: 'buyers in orders-taobao.csv',
  pinduoduo: 'buyers behind orders-pinduoduo.csv; the file names none of them',
  identified: 'buyers a reader of both files and the book can know: Taobao, and Pinduoduo linked in the book',
  book: 'buyers in book.json, with all their orders',
  repeatDays: 'purchase days after the first: several orders of one buyer on one day are one purchase',
  gifts:
    'buyers of the book, without the cast, whose first order is at least returnWithin.days old: given or none = with or without a queue gift on it, …Back = bought again within those days',
  promises: 'by outcome on the last day; open: not due or not settled by then',
} as const;

/** Counts of one group of buyers' purchases, by the counting rules every measure uses. */
interface Purchases {
  buyers: number;
  orders: number;
  /** Buyers with two orders or more, and with purchases on two days or more. */
  repeatBuyers: number;
  repeatBuyersByDays: number;
  /** Several orders of one buyer on one day are one purchase. */
  repeatDays: number;
  /** Paid, in yuan, before refunds. */
  revenue: number;
  closed: number;
  alive: number;
}

const nothing = (): Purchases => ({
  buyers: 0,
  orders: 0,
  repeatBuyers: 0,
  repeatBuyersByDays: 0,
  repeatDays: 0,
  revenue: 0,
  closed: 0,
  alive: 0,
});

/** Gathers what was drawn, for `truth.json`. */
export interface TruthTeller {
  readonly buyer: (buyer: ShopBuyer, orders: readonly Order[]) => void;
  readonly tell: (service: Counts) => object;
}

export function tellTruth(shop: Shop): TruthTeller {
  const groups = {
    all: nothing(),
    taobao: nothing(),
    pinduoduo: nothing(),
    identified: nothing(),
    book: nothing(),
  };
  const links = { orders: 0, linked: 0 };
  const cast: object[] = [];
  function add(group: Purchases, buyer: ShopBuyer, orders: readonly Order[]): void {
    const paid = orders.filter((order) => order.paidAt !== null);
    const days = new Set(buyer.drawn.days).size;
    group.buyers++;
    group.orders += paid.length;
    if (paid.length > 1) group.repeatBuyers++;
    if (days > 1) group.repeatBuyersByDays++;
    group.repeatDays += days - 1;
    group.revenue += paid.reduce((sum, order) => sum + order.amount, 0);
    group.closed += orders.length - paid.length;
    if (buyer.drawn.alive) group.alive++;
  }
  return {
    buyer(buyer, orders) {
      const { platform, known } = buyer.drawn;
      add(groups.all, buyer, orders);
      add(groups[platform], buyer, orders);
      if (known || platform === 'taobao') add(groups.identified, buyer, orders);
      if (known) add(groups.book, buyer, orders);
      if (platform === 'pinduoduo') {
        const paid = orders.filter((order) => order.paidAt !== null).length;
        links.orders += paid;
        if (known) links.linked += paid;
      }
      if (buyer.role) {
        const { uid, nick } = buyer.person;
        cast.push({ part: buyer.role.part, uid, nick, index: buyer.drawn.index, platform });
      }
    },
    tell: (service) => ({
      schema: 'practice-truth/1',
      size: { seed: shop.seed, buyers: shop.buyers.length, weeks: shop.weeks, asOf: shop.period.asOf },
      period: { from: dayAt(shop.period, 0), to: shop.period.asOf, tz: SHOP_ZONE, currency: 'CNY' },
      parameters: PARAMETERS,
      derived: derived(shop),
      notes: NOTES,
      realised: {
        purchases: Object.fromEntries(
          Object.entries(groups).map(([name, group]) => [name, { ...group, revenue: group.revenue / 100 }]),
        ),
        pinduoduoLinks: links,
        ...service,
      },
      cast,
      newFaces: CAST.filter((role) => role.history === null).map((role) => role.person.uid),
    }),
  };
}

/** What follows from the parameters, so that nobody has to work it out again. */
function derived(shop: Shop): object {
  const { spend, satisfaction, gifts, promises } = PARAMETERS;
  const { onTime, late, broken } = promises.outcomes;
  const base = returnChance(gifts.returnWithinDays / 7);
  return {
    meanSpend: (spend.gamma * spend.p) / (spend.q - 1),
    satisfactionSlopePerWeek: satisfaction.riseOverPeriod / shop.weeks,
    returnWithin: {
      days: gifts.returnWithinDays,
      all: base,
      withGift: base + (1 - gifts.perFirstOrder) * gifts.effect,
      withoutGift: base - gifts.perFirstOrder * gifts.effect,
    },
    keptOnTimeOfKeptOrBroken: onTime / (onTime + late + broken),
  };
}
