import { newId } from '@shared/records/id';
import { isNameOf } from '@shared/records/product-match';
import type { Money } from '@shared/text/money';
import { type Ack, refuse } from '../ack';
import { creating, removing } from '../changes';
import type { OpenBook } from '../open';
import { products } from '../reads/products';
import { amend, missing, present } from './common';

export interface ProductInput {
  /** `null`: a new card. */
  readonly id: string | null;
  readonly name: string;
  /** Other names, numbers and words buyers use for it. */
  readonly aliases: readonly string[];
  readonly care: string;
  readonly taboos: string;
  readonly suits: string;
  readonly goesWith: string;
  readonly weakPoints: string;
  readonly price: Money | null;
  /** The lowest price the shop sells at; private (J18). */
  readonly floor: Money | null;
  /** Days one unit lasts at the usual pace. */
  readonly lastsDays: number | null;
  /** Months of age at which nobody needs it any more. */
  readonly endsAtMonths: number | null;
  readonly soldOut: boolean;
}

/** Writes a product card (P21). A name belongs to one card, or a question would find the wrong one. */
export function saveProduct(book: OpenBook, input: ProductInput): Promise<Ack> {
  const { id, aliases, ...fields } = input;
  return book.commit({
    name: 'save-product',
    plan: async () => {
      const other = (await products(book)).find((one) => one.id !== id && isNameOf(one, fields.name));
      if (other) return refuse('invalid', `there is a card of the name ${other.name} already`);
      const change = creating('products', id ?? newId(book.world), { ...fields, aliases: [...aliases] });
      return { buyerId: null, changes: [change] };
    },
  });
}

/** Takes a product card away; what was recorded about the product stays. */
export function removeProduct(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'remove-product',
    plan: async () => {
      const product = await present(book, 'products', id);
      return product ? { buyerId: null, changes: [removing('products', id)] } : missing('products', id);
    },
  });
}

/** Sold out, or back in stock. */
export function markSoldOut(book: OpenBook, id: string, soldOut: boolean): Promise<Ack> {
  const name = soldOut ? 'mark-sold-out' : 'mark-in-stock';
  return amend(book, name, 'products', id, () => ({ soldOut }));
}
