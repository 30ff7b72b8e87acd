import type { Match } from './detect';
import type { OrderFormat } from './formats/format';

/** A match whose format tells of orders. */
export type OrderMatch = Match & { readonly format: OrderFormat };

export function isOrderMatch(match: Match): match is OrderMatch {
  return match.format.kind === 'orders';
}
