import { derivedId } from './id';

/** The one sample buyer (J22): every computer names it alike, so that two books never hold two of it. */
export const SAMPLE_BUYER = derivedId('buyer', 'sample');

/**
 * Whether a record hangs on the sample buyer, or is it. Such a record is in no list of the day and in no number.
 *
 * @example ofSample({ id: 'p', buyerId: SAMPLE_BUYER }) // => true
 * @example ofSample({ id: 'p', buyerId: 'b' }) // => false
 */
export function ofSample(row: { readonly id: string; readonly buyerId?: string | null }): boolean {
  return row.buyerId === SAMPLE_BUYER || row.id === SAMPLE_BUYER;
}
