import type { Adapter } from './adapter';

/** Stands in the evidence of an adapter that the seller taught. */
export const TAUGHT = 'taught by pointing';

/** The day an adapter was taught; empty when it was not. */
export function taughtOn(adapter: Pick<Adapter, 'evidence'>): string {
  return adapter.evidence?.find(({ how }) => how === TAUGHT)?.seen ?? '';
}
