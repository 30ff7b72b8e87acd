import { CAST, type Role } from './cast';
import { ANSWERED, LINES, TAGS } from './cast-lines';
import { dayAt, instantAt, printed } from './generate/moments';
import { DEFAULT_AS_OF } from './generate/options';
import type { Order } from './generate/orders';
import { SHOP_NAME } from './generate/parameters';
import { drawShop, ordersIn, type Shop } from './generate/shop';
import { GOODS, type Good } from './goods';

export type PageLang = 'zh' | 'en';
export type Scenario = 'calm' | 'busy';

/** What the chat page starts from (`/shop.json`): who is there, who waits how long, who will say what. */
export interface SceneOptions {
  readonly seed: string;
  readonly lang: PageLang;
  readonly scenario: Scenario;
  readonly buyers?: number;
  readonly weeks?: number;
  readonly asOf?: string;
}

export interface SceneMessage {
  readonly id: string;
  readonly from: 'buyer' | 'seller' | 'notice';
  /** Seconds before the page was opened. */
  readonly ago: number;
  /** The instant, ms, where it is part of the shop's history. */
  readonly at?: number;
  readonly text?: string;
  readonly order?: SceneOrder;
  readonly good?: SceneGood;
}

export interface SceneOrder {
  readonly number: string;
  readonly status: 'paid' | 'shipped' | 'completed';
  readonly good: SceneGood;
  readonly quantity: number;
  readonly amount: string;
  readonly placed: string;
}

export interface SceneGood {
  readonly sku: string;
  readonly title: string;
  readonly variant: string;
  readonly price: string;
  readonly stock: number;
  readonly shape: Good['shape'];
  readonly glaze: string;
}

/** Enough buyers that every part finds one, few enough to draw at every start. */
const BUYERS = 400;
const WEEKS = 52;
/** The talk about an order comes so long after it, one line every so many seconds. */
const BARGAINED = 380;
const LINE = 45;
const yuan = (fen: number) => (fen / 100).toFixed(2);

/**
 * The scene of a seed. The orders shown are those the generator draws for the same seed and period, so that the
 * book and exports of `npm run practice` belong to the people in this chat.
 */
export function makeScene(options: SceneOptions) {
  const size = { buyers: options.buyers ?? BUYERS, weeks: options.weeks ?? WEEKS };
  const shop = drawShop({ seed: options.seed, ...size, asOf: options.asOf ?? DEFAULT_AS_OF });
  return {
    lang: options.lang,
    scenario: options.scenario,
    seed: options.seed,
    shop: options.lang === 'zh' ? SHOP_NAME : 'Qinghe Pottery',
    conversations: CAST.map((role) => conversation(role, shop, options)),
    goods: GOODS.map((good) => sceneGood(good, options.lang)),
    orders: recentOrders(shop, options.lang),
  };
}
export type Scene = ReturnType<typeof makeScene>;

function sceneGood(good: Good, lang: PageLang): SceneGood {
  const [title, variant] = lang === 'zh' ? [good.zh, good.variantZh] : [good.en, good.variantEn];
  const { sku, stock, shape, glaze } = good;
  return { sku, title, variant, price: yuan(good.price), stock, shape, glaze };
}

function sceneOrder(order: Order, shop: Shop, lang: PageLang): SceneOrder {
  return {
    number: order.number,
    status: order.completedAt ? 'completed' : order.shippedAt ? 'shipped' : 'paid',
    good: sceneGood(order.good, lang),
    quantity: order.quantity,
    amount: yuan(order.amount),
    placed: printed(shop.period, order.createdAt),
  };
}

/** Paid orders of the buyer behind a part, oldest first; a new face has none. */
function ordersBehind(role: Role, shop: Shop): readonly Order[] {
  const buyer = shop.buyers.find((one) => one.role === role);
  return buyer ? ordersIn(shop, buyer).filter((order) => order.paidAt !== null) : [];
}

function conversation(role: Role, shop: Shop, { lang, scenario }: SceneOptions) {
  const orders = ordersBehind(role, shop);
  const lines = LINES[lang][role.part];
  const waits = role.waits[scenario];
  const messages = [...earlier(role, orders, shop, lang), ...tonight(role, orders, shop, lang, waits)];
  return {
    uid: role.person.uid,
    name: lang === 'zh' ? role.person.masked : role.maskedEn,
    tags: TAGS[lang][role.part] ?? [],
    region: lang === 'zh' ? `${role.person.province} ${role.person.city}` : role.cityEn,
    since: orders[0] ? dayAt(shop.period, orders[0].createdAt.day) : null,
    waits,
    unread: waits === null ? 0 : lines.now.length,
    messages,
    next: lines.next,
    after: lines.after,
    orders: orders.map((order) => sceneOrder(order, shop, lang)).toReversed(),
  };
}

/** The conversation at the last order: what was promised then still stands there. */
function earlier(role: Role, orders: readonly Order[], shop: Shop, lang: PageLang): SceneMessage[] {
  const last = orders[orders.length - 1];
  const at = last ? instantAt(shop.period, last.createdAt) + BARGAINED * 1000 : null;
  const { before } = LINES[lang][role.part];
  return before.map(([from, text], index) => ({
    id: `${role.person.uid.slice(-4)}-a${index}`,
    from,
    text,
    ago: 26 * 3600 - index * LINE,
    ...(at === null ? {} : { at: at + index * LINE * 1000 }),
  }));
}

function tonight(
  role: Role,
  orders: readonly Order[],
  shop: Shop,
  lang: PageLang,
  waits: number | null,
): SceneMessage[] {
  const lines = LINES[lang][role.part];
  const answered = waits === null && lines.now.length > 0;
  const lastAgo = waits ?? 1_500;
  const messages: SceneMessage[] = [];
  const id = (mark: string) => `${role.person.uid.slice(-4)}-${mark}`;
  const order = orders[orders.length - 1];
  const { card } = lines;
  const firstAgo = lastAgo + 14 * lines.now.length;
  if (card === 'order' && order) {
    messages.push({ id: id('c'), from: 'buyer', ago: firstAgo, order: sceneOrder(order, shop, lang) });
  } else if (card !== null && card !== 'order') {
    const good = GOODS.find((one) => one.sku === card.good);
    if (good) messages.push({ id: id('c'), from: 'buyer', ago: firstAgo, good: sceneGood(good, lang) });
  }
  for (const [index, text] of lines.now.entries()) {
    const ago = lastAgo + 14 * (lines.now.length - 1 - index);
    messages.push({ id: id(`n${index}`), from: 'buyer', text, ago });
  }
  if (answered) messages.push({ id: id('s'), from: 'seller', text: ANSWERED[lang], ago: lastAgo - 60 });
  return messages;
}

/** The newest orders of the shop, for the back office's order page. */
function recentOrders(shop: Shop, lang: PageLang) {
  const all = shop.buyers.flatMap((buyer) => ordersIn(shop, buyer).filter((order) => order.paidAt !== null));
  return all
    .toSorted((one, other) => instantAt(shop.period, other.createdAt) - instantAt(shop.period, one.createdAt))
    .slice(0, 40)
    .map((order) => ({ ...sceneOrder(order, shop, lang), buyer: order.person.masked }));
}
