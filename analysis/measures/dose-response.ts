import type { Book } from '@shared/records/book';
import { twoSidedP } from '../numerics/normal';
import type { Rate } from '../review';
import type { Purchases } from './book-buyers';
import { type BookView, inView } from './book-view';
import { rateOf } from './intervals';
import { RETURN_DAYS, returnedAfter } from './returned';
import { waitMinutes } from './waits';
import { dayEnd, momentDay } from './wall-clock';

/** Buyers who waited about as long and were or were not given a gift for it. */
export interface DoseRow extends Rate {
  readonly minutes: '0-5' | '5-15' | '15-30' | '30+';
  readonly gift: boolean;
  readonly buyers: number;
  readonly returned: number;
}

export interface DoseSection {
  readonly returnWithin: number;
  readonly rows: readonly DoseRow[];
  /**
   * Cochran–Armitage test in each group: does the share who return fall (below 0) or rise as waits get longer?
   * `null` where all or none returned or all waited alike.
   */
  readonly trend: {
    readonly gift: { readonly z: number; readonly p: number } | null;
    readonly none: { readonly z: number; readonly p: number } | null;
  };
}

const BANDS = ['0-5', '5-15', '15-30', '30+'] as const;

/** @example doseBand(15) // => '15-30' */
export function doseBand(minutes: number): DoseRow['minutes'] {
  if (minutes < 5) return '0-5';
  if (minutes < 15) return '5-15';
  return minutes < 30 ? '15-30' : '30+';
}

/**
 * Wait → gift → return: of buyers who waited that long, how many ordered again within 60 days, with and without
 * an apology gift said on the day of the wait. A buyer counts once, with their longest wait. No proof of cause:
 * the shop chose whom to give to. The coin of the gift test is the fair comparison.
 */
export function doseResponse(book: Book, purchases: Purchases, view: BookView): DoseSection | null {
  const told = doseCases(book, purchases, view);
  if (told.length === 0) return null;
  const rows = [true, false].flatMap((gift) =>
    BANDS.flatMap((minutes): DoseRow[] => {
      const group = told.filter((one) => one.gift === gift && one.minutes === minutes);
      const returned = group.filter((one) => one.returned).length;
      if (group.length === 0) return [];
      return [{ minutes, gift, buyers: group.length, returned, ...rateOf(returned, group.length) }];
    }),
  );
  const trendOf = (gift: boolean) =>
    cochranArmitage(
      rows
        .filter((row) => row.gift === gift)
        .map(({ minutes, buyers, returned }) => ({
          dose: BANDS.indexOf(minutes),
          n: buyers,
          successes: returned,
        })),
    );
  return { returnWithin: RETURN_DAYS, rows, trend: { gift: trendOf(true), none: trendOf(false) } };
}

/** A buyer by their longest wait, whether a gift was said for it, and whether they came back in time. */
export interface DoseCase extends Pick<DoseRow, 'minutes' | 'gift'> {
  readonly buyer: string;
  readonly returned: boolean;
}

/** The buyers that the dose-response counts, each once. */
export function doseCases(book: Book, purchases: Purchases, view: BookView): readonly DoseCase[] {
  const given = new Set(
    book.gifts.flatMap((gift) =>
      gift.deleted || gift.kind !== 'apology' || gift.state === 'to-be-sent' || gift.coin === 'none'
        ? []
        : [`${gift.buyerId} ${momentDay(gift.saidAt, view.timeZone)}`],
    ),
  );
  const longest = new Map<string, { readonly minutes: number; readonly day: string }>();
  for (const wait of book.waits) {
    const minutes = waitMinutes(wait);
    if (wait.deleted || wait.buyerId === null || minutes === null || !inView(wait.startedAt, view)) continue;
    const known = longest.get(wait.buyerId);
    const day = momentDay(wait.startedAt, view.timeZone);
    if (!known || minutes > known.minutes) longest.set(wait.buyerId, { minutes, day });
  }
  const end = dayEnd(view.asOf);
  return [...longest].flatMap(([buyer, { minutes, day }]) => {
    const times = purchases.get(buyer);
    const returned = times === undefined ? null : returnedAfter(times, dayEnd(day), end);
    return returned === null
      ? []
      : [{ buyer, minutes: doseBand(minutes), gift: given.has(`${buyer} ${day}`), returned }];
  });
}

/**
 * Cochran–Armitage test for a trend of shares over ordered doses. z > 0: the share rises with the dose.
 *
 * Source: P. Armitage, "Tests for linear trends in proportions and frequencies", Biometrics 11 (1955).
 *
 * @example cochranArmitage([{ dose: 0, n: 10, successes: 5 }]) // => null
 */
export function cochranArmitage(
  groups: readonly { readonly dose: number; readonly n: number; readonly successes: number }[],
): { readonly z: number; readonly p: number } | null {
  const sum = (of: (group: (typeof groups)[number]) => number) =>
    groups.reduce((all, one) => all + of(one), 0);
  const n = sum((one) => one.n);
  if (n === 0) return null;
  const share = sum((one) => one.successes) / n;
  const score = sum((one) => one.dose * (one.successes - one.n * share));
  const spread = sum((one) => one.n * one.dose ** 2) - sum((one) => one.n * one.dose) ** 2 / n;
  const variance = share * (1 - share) * spread;
  if (!(variance > 0)) return null;
  const z = score / Math.sqrt(variance);
  return { z, p: twoSidedP(z) };
}
