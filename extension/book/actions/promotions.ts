import { newId } from '@shared/records/id';
import { type PromotionTerms, termsNow } from '@shared/records/promotion';
import { worseReasons } from '@shared/records/promotion-check';
import { type Ack, refuse } from '../ack';
import { creating, removing } from '../changes';
import type { OpenBook } from '../open';
import { amend, missing, present } from './common';

export interface PromotionInput {
  /** `null`: a new one. */
  readonly id: string | null;
  readonly title: string;
  readonly terms: PromotionTerms;
}

/** Keeps a promotion that is being thought over (P6). One that was published is frozen: it only gets later versions. */
export function savePromotion(book: OpenBook, { id, title, terms }: PromotionInput): Promise<Ack> {
  if (id === null) {
    const fresh = { title, terms, publishedAt: null, later: [], couponsOut: 0, couponsBack: 0 };
    return book.commit({
      name: 'save-promotion',
      plan: { buyerId: null, changes: [creating('promotions', newId(book.world), fresh)] },
    });
  }
  return amend(book, 'save-promotion', 'promotions', id, (stored) =>
    stored.publishedAt === null
      ? { title, terms }
      : refuse('invalid', 'the promotion is published; add a later version instead'),
  );
}

/** From now on buyers may count on these terms. */
export function publishPromotion(book: OpenBook, id: string): Promise<Ack> {
  return amend(book, 'publish-promotion', 'promotions', id, (stored, { at }) =>
    stored.publishedAt === null
      ? { publishedAt: at }
      : refuse('invalid', 'the promotion is published already'),
  );
}

/** A version made after publishing is put beside what was published, and compared with what held before it. */
export function appendPromotion(book: OpenBook, id: string, terms: PromotionTerms): Promise<Ack> {
  return amend(book, 'append-promotion', 'promotions', id, (stored, { at }) => {
    if (stored.publishedAt === null) return refuse('invalid', 'the promotion is not published yet; save it');
    const worse = worseReasons(termsNow(stored), terms).length > 0;
    return { later: [...stored.later, { at, terms, worse }] };
  });
}

/** How many coupons went out and came back, as the shop counts them. */
export function countCoupons(book: OpenBook, id: string, out: number, back: number): Promise<Ack> {
  return amend(book, 'count-coupons', 'promotions', id, () =>
    back <= out
      ? { couponsOut: out, couponsBack: back }
      : refuse('invalid', `${back} coupons came back of ${out} that went out`),
  );
}

/** Takes a promotion out of the book; one that was published stays, because buyers have read it. */
export function removePromotion(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'remove-promotion',
    plan: async () => {
      const stored = await present(book, 'promotions', id);
      if (!stored) return missing('promotions', id);
      if (stored.publishedAt !== null)
        return refuse('invalid', 'the promotion is published and stays as evidence');
      return { buyerId: null, changes: [removing('promotions', id)] };
    },
  });
}
