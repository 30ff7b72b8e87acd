import { SMALL_GROUP } from '@analysis/share';
import type { Buyer } from '@shared/records/buyer';
import type { Order } from '@shared/records/order';
import { type NamedProduct, namedIn } from '@shared/records/product-match';
import { matchKey } from '@shared/text/normalize';
import type { OpenBook } from '../open';
import { livingBuyer } from './merged';
import { linksOf, nameKey, nameOf, ordersNamed } from './orders';

/** Fewer could be guessed: what is said of them goes to somebody else, as a review does that is handed on. */
export const NEIGHBOURS_LEAST = SMALL_GROUP;

/** Who counts as a neighbour: of the same area, with the same need, or whoever bought it. */
export const NEIGHBOUR_KINDS = ['area', 'need', 'anybody'] as const;
export type NeighbourKind = (typeof NEIGHBOUR_KINDS)[number];

/** How many others bought it who allowed to be mentioned; no name, no trait but the shared one. */
export interface NeighbourCount {
  readonly kind: NeighbourKind;
  /** The area or the need that is shared; '' for anybody. */
  readonly shared: string;
  readonly buyers: number;
  /** Enough to be said without showing anybody. */
  readonly enough: boolean;
}

const BOUGHT: ReadonlySet<Order['status']> = new Set(['paid', 'shipped', 'completed']);

/**
 * The neighbour's proof (P18) for a buyer who hesitates over a product: counts of buyers who bought it and said
 * that they may be mentioned, by area and by each need (a fact or tag) they share. Only counts leave this
 * function: whose they are stays in the book.
 */
export async function neighboursOf(
  book: OpenBook,
  buyerId: string | null,
  product: NamedProduct,
): Promise<readonly NeighbourCount[]> {
  const me = buyerId === null ? null : await livingBuyer(book.db, buyerId);
  const willing = await book.db.buyers.filter((buyer) => mayStandFor(buyer, me)).toArray();
  const bought = await buyersOf(book, willing, product);
  const count = (kind: NeighbourKind, shared: string, fits: (buyer: Buyer) => boolean): NeighbourCount => {
    const buyers = bought.filter(fits).length;
    return { kind, shared, buyers, enough: buyers >= NEIGHBOURS_LEAST };
  };
  const area = me?.area ?? '';
  const sameArea = area === '' ? [] : [count('area', area, (one) => matchKey(one.area) === matchKey(area))];
  const needs = [...new Set(me?.facts)];
  const sameNeed = needs.map((need) => count('need', need, (one) => needsOf(one).has(matchKey(need))));
  return [
    ...sameArea,
    ...sameNeed.filter(({ buyers }) => buyers > 0).sort((a, b) => b.buyers - a.buyers),
    count('anybody', '', () => true),
  ];
}

function mayStandFor(buyer: Buyer, me: Buyer | null): boolean {
  return (
    buyer.mayBeMentioned &&
    !buyer.deleted &&
    !buyer.sample &&
    buyer.mergedInto === null &&
    buyer.id !== me?.id
  );
}

function needsOf({ facts }: Buyer): ReadonlySet<string> {
  return new Set(facts.map(matchKey));
}

/** Those of the buyers who bought the product and kept it. */
async function buyersOf(
  book: OpenBook,
  buyers: readonly Buyer[],
  product: NamedProduct,
): Promise<readonly Buyer[]> {
  const links = await linksOf(
    book,
    buyers.map(({ id }) => id),
  );
  const orders = await ordersNamed(book, links.map(nameOf));
  const fitting = new Set(
    orders
      .filter(
        ({ status, refund, refundUnknown, items }) =>
          BOUGHT.has(status) &&
          !refundUnknown &&
          (refund?.minor ?? 0) === 0 &&
          items.some((item) => namedIn(product, `${item.title} ${item.sku}`) > 0),
      )
      .map(nameKey),
  );
  const ids = new Set(links.filter((link) => fitting.has(nameKey(link))).map(({ buyerId }) => buyerId));
  return buyers.filter(({ id }) => ids.has(id));
}
