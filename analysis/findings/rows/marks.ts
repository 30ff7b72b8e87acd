import { addDays, type Day } from '@shared/calendar/day';
import type { Behind } from './behind';

/**
 * The last day before the weeks that were held back to check the models.
 *
 * @example holdoutFrom('2026-11-22', 2) // => '2026-11-08'
 */
export function holdoutFrom(asOf: Day, weeks: number): Day {
  return addDays(asOf, -Math.round(weeks * 7));
}

/** How a wish of the review is told apart: by its product and its words. */
export function wishMark({
  what,
  productId,
}: {
  readonly what: string;
  readonly productId: string | null;
}): string {
  return `${productId ?? ''}/${what}`;
}

/**
 * The orders of some days, both inclusive.
 *
 * @example daysMark({ from: '2026-11-16', to: '2026-11-22' }) // => 'orders:days/2026-11-16/2026-11-22'
 */
export function daysMark({ from, to }: { readonly from: Day; readonly to: Day }): Behind {
  return `orders:days/${from}/${to}`;
}
