import { type Book, TABLE_NAMES, type TableName } from '@shared/records/book';
import { derivedId } from '@shared/records/id';
import { BOOK_WORDS, type BookLang, type BookWords } from './book-words';
import { recordCast } from './cast-book';
import { GIFT_COSTS } from './gifts';
import { dayAt, instantAt, momentAt } from './moments';
import type { Order } from './orders';
import { SHOP_NAME, SHOP_ZONE } from './parameters';
import { cny, type Fields, type Put, putter } from './put';
import { chance, pick, stream } from './random';
import { recordService } from './service';
import type { Shop, ShopBuyer } from './shop';
import type { Tally } from './tally';

/** Records of one table as they come, in no particular order. */
export type Take = Parameters<typeof putter>[2];

/** Writes the shop's book, buyer by buyer, so that nothing but the receiver has to hold it. */
export interface BookWriter {
  /** A buyer the shop knows, with all orders; the orders of strangers come with the platforms' exports. */
  readonly buyer: (buyer: ShopBuyer, orders: readonly Order[]) => void;
}

/** The chat's platform name in the book: the practice adapter's id. */
const CHAT = 'practice';
/** The platforms' names as the importers write them. */
const PLATFORM = { taobao: 'taobao', pinduoduo: 'pdd' } as const;
const GIFT_COUNTS = [120, 60, 35] as const;

/** Starts a book: settings and gift stock are there before the first buyer. */
export function startBook(shop: Shop, lang: BookLang, tally: Tally, take: Take): BookWriter {
  const words = BOOK_WORDS[lang];
  const opened = instantAt(shop.period, { day: 0, second: 32_400 });
  const put = putter(shop.seed, 'shop', take);
  const settings = { shopName: SHOP_NAME, currency: 'CNY', timeZone: SHOP_ZONE };
  for (const [key, value] of Object.entries(settings)) {
    put('settings', { key, value }, opened, `setting:${key}`);
  }
  const stock = words.gifts.map((name, line) =>
    put('giftStock', { name, count: GIFT_COUNTS[line]!, cost: cny(GIFT_COSTS[line]!) }, opened),
  );
  return {
    buyer(buyer, orders) {
      if (!buyer.drawn.known) return;
      const own = putter(shop.seed, buyer.drawn.index, take);
      const buyerId = putBuyer(shop, buyer, words, own);
      for (const order of orders) {
        putOrder(shop, order, own);
        putLink(shop, order, buyerId, own);
      }
      const purchases = orders.filter((order) => order.paidAt !== null);
      const service = { buyer, buyerId, purchases, period: shop.period, words, stock, put: own, tally };
      if (buyer.role) recordCast(service);
      else recordService(service, shop.seed);
    },
  };
}

function putBuyer(shop: Shop, buyer: ShopBuyer, words: BookWords, put: Put): string {
  const { person, drawn, role } = buyer;
  const random = stream(shop.seed, 'profile', drawn.index);
  const met = instantAt(shop.period, { day: drawn.days[0]!, second: 34_000 });
  const facts = words.facts.filter(() => chance(random, 0.12));
  const castFacts = { returning: words.cast.returningFacts, mother: words.cast.motherFacts };
  const part = role?.part === 'returning' || role?.part === 'mother' ? castFacts[role.part] : null;
  const buyerId = put(
    'buyers',
    {
      name: person.masked,
      attitude: pick(random, words.attitudes),
      source: words.source,
      grade: drawn.days.length > 4 ? 'A' : '',
      phone: person.phone,
      address: `${person.province} ${person.city} ${person.district} ${person.street}`,
      tags: [],
      facts: [...(part ?? facts)],
      caution: null,
      since: dayAt(shop.period, drawn.days[0]!),
    },
    met,
    derivedId('buyer', CHAT, 'platform', person.uid),
  );
  putAccount(put, { buyerId, platform: CHAT, key: person.uid, displayName: person.masked }, met);
  if (drawn.platform === 'taobao') {
    putAccount(put, { buyerId, platform: 'taobao', key: person.nick, displayName: person.nick }, met);
  }
  return buyerId;
}

function putAccount(put: Put, account: Omit<Fields<'accounts'>, 'strength'>, met: number): void {
  const id = derivedId('account', account.platform, 'platform', account.key);
  put('accounts', { ...account, strength: 'platform' }, met, id);
}

function putOrder(shop: Shop, order: Order, put: Put): void {
  const { period } = shop;
  const taobao = order.buyer.platform === 'taobao';
  const paid = order.paidAt ? momentAt(period, order.paidAt) : null;
  const status = order.closed
    ? 'cancelled'
    : order.completedAt
      ? 'completed'
      : order.shippedAt
        ? 'shipped'
        : 'paid';
  put(
    'orders',
    {
      platform: PLATFORM[order.buyer.platform],
      number: order.number,
      buyerKey: taobao ? order.person.nick : null,
      buyerName: taobao ? order.person.nick : '',
      createdAt: momentAt(period, order.createdAt),
      paidAt: paid,
      shippedAt: order.shippedAt ? momentAt(period, order.shippedAt) : null,
      completedAt: order.completedAt ? momentAt(period, order.completedAt) : null,
      status: order.refund > 0 && !taobao ? 'refunded' : status,
      paid: cny(order.amount),
      refund: taobao ? cny(order.refund) : null,
      refundUnknown: !taobao && order.refund > 0,
      items: [
        {
          title: `${order.good.zh} ${order.good.variantZh}`,
          sku: order.good.sku,
          quantity: order.quantity,
        },
      ],
      region: `${order.person.province} ${order.person.city}`,
      buyerMessage: order.message,
      sellerMemo: order.memo,
    },
    instantAt(period, order.createdAt),
    derivedId('order', PLATFORM[order.buyer.platform], order.number),
  );
}

function putLink(shop: Shop, order: Order, buyerId: string, put: Put): void {
  const at = order.paidAt ?? order.createdAt;
  const platform = PLATFORM[order.buyer.platform];
  const how = platform === 'taobao' ? 'import' : 'seen';
  const link = { platform, number: order.number, buyerId, how } as const;
  const id = derivedId('order-link', platform, order.number);
  put('orderLinks', { ...link, linkedAt: momentAt(shop.period, at) }, instantAt(shop.period, at), id);
}

/** The whole book in memory, for shops of a few thousand buyers. */
export function collectBook(write: (take: Take) => void): Book {
  const tables = Object.fromEntries(TABLE_NAMES.map((table) => [table, [] as unknown[]]));
  write((table: TableName, record) => tables[table]!.push(record));
  return tables as unknown as Book;
}
