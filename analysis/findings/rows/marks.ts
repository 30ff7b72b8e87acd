import { addDays, type Day } from '@shared/calendar/day';
import type { Backtest } from '../../review';
import type { Behind } from './behind';

/**
 * The last day before the weeks that were held back to check the models.
 *
 * @param asOf the day of the review, for one that does not say it
 * @example cutOf({ weeks: 2 }, '2026-11-22') // => '2026-11-08'
 */
export function cutOf({ until, weeks }: Pick<Backtest, 'until' | 'weeks'>, asOf: Day): Day {
  return until ?? addDays(asOf, -Math.round(weeks * 7));
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

/**
 * The days on which a buyer had bought by the end of a day.
 *
 * @param buyer the key of the buyer, which may hold anything
 * @example uptoMark('a/b', '2026-05-01') // => 'purchaseDays:upto/2026-05-01/a/b'
 */
export function uptoMark(buyer: string, day: Day): Behind {
  return `purchaseDays:upto/${day}/${buyer}`;
}
