import type { RepeatSection } from '../review';

/** Buyers below which a shop's own chance of return is too uncertain to multiply money with. */
export const MIN_BUYERS_FOR_CHANCE = 30;

/**
 * The chance that a buyer orders again, for turning what is promised into what it will probably cost: the share
 * returned within the longest of 365, 180 and 90 days for which at least 30 buyers were watched, else the
 * plain repeat rate of at least 30 buyers, else unknown.
 */
export function chanceOfReturn(repeat: RepeatSection | null): number | null {
  if (repeat === null) return null;
  for (const window of ['365', '180', '90'] as const) {
    const { eligible, rate } = repeat.within[window];
    if (eligible >= MIN_BUYERS_FOR_CHANCE) return rate;
  }
  return repeat.buyers >= MIN_BUYERS_FOR_CHANCE ? repeat.rate : null;
}
